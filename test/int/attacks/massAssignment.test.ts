import { createLocalReq, type PayloadRequest } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultSlugs } from '../../../src/config/slugs.js'
import type { Client } from '../../support/client.js'
import { startHost, type TestHost } from '../../support/host.js'
import { namesOf } from '../matrix/probes.js'
import { readRights, roles, type Role } from '../matrix/rights.js'
import { createWorld, type World } from '../matrix/world.js'
import { readInputs, type Inputs } from './graphqlInputs.js'
import { attackDate, attackValue, holds, leavesOf, put, valueAt, type Leaf } from './serverFields.js'
import { closedCollections, rowNames, rowOf, type Row } from './serverFieldsTable.js'

type Data = Record<string, unknown>
type Target = Leaf & { attack: unknown; row: Row }
/** @returns the id of the document that was written, null when nothing was */
type Send = (body: Data) => Promise<number | null>

const own = new Set<string>(Object.values(defaultSlugs))
const open = Object.values(defaultSlugs).filter(
  (slug) => slug !== defaultSlugs.settings && !closedCollections.includes(slug),
)
const rights = readRights()
const usedRows = new Set<string>()

let host: TestHost
let world: World
let req: PayloadRequest
let inputs: Inputs
const others: Record<string, number> = {}

beforeAll(async () => {
  host = await startHost()
  host.payload.logger.level = 'silent'
  world = await createWorld(host)
  const { docs } = await host.payload.find({ collection: 'users', where: { roles: { contains: 'admin' } } })
  req = await createLocalReq({ user: { ...docs[0], collection: 'users' } as never }, host.payload)
  inputs = await readInputs(world.clients.admin)
  others.users = docs[0]?.id as number
  for (const slug of open) {
    others[slug] = await world.lasting(slug, 'other')
    await world.lasting(slug, 'own')
  }
})
afterAll(() => host.close())

/** `id` stands in no config. */
const idField: Leaf = { path: 'id', closed: true, field: { name: 'id', type: 'number' } }
/** What a picture may be: everything else is refused before it could be dropped. */
const special: Record<string, unknown> = { mimeType: 'image/gif', filename: 'attack.png' }

async function closedLeaves(slug: string): Promise<Leaf[]> {
  const leaves = await leavesOf(host.payload.collections[slug]?.config.fields ?? [], req)
  return [idField, ...leaves.filter(({ closed, path }) => closed || rowOf(slug, path))]
}

async function targetsOf(slug: string): Promise<Target[]> {
  return (await closedLeaves(slug)).flatMap((leaf) => {
    const found = rowOf(slug, leaf.path)
    if (!found) return []
    usedRows.add(found.name)
    const attack = special[leaf.path] ?? attackValue(leaf.field, (target) => others[target] ?? 1)
    return [{ ...leaf, attack, row: found.row }]
  })
}

const stored = (slug: string, id: number) =>
  host.payload.db.findOne<Data & { id: number }>({ collection: slug, where: { id: { equals: id } } })

/** Every way for a client to make or change a document, with all that it may not set in one body. */
function waysOf(client: Client, slug: string) {
  const { singular } = namesOf(host.payload.collections[slug]?.config ?? { slug })
  const written = ({ body, status }: { status: number; body: any }) =>
    status >= 300 ? null : ((body.doc ?? body.docs?.[0])?.id ?? null)
  const mutate = async (name: string, data: Data, id?: number) => {
    const type = `mutation${singular}${name === 'update' ? 'Update' : ''}Input!`
    const query = `mutation($data: ${type}) { ${name}${singular}(${id === undefined ? '' : `id: ${id}, `}data: $data) { id } }`
    const variables = { data: inputs.known(type, data) }
    const { body } = await client.post('/graphql', { query, variables })
    // An error without a status is about the query itself: the test would not test what it says.
    for (const { extensions, message } of body.errors ?? [])
      if (!extensions?.statusCode) throw new Error(message)
    return body.errors ? null : (body.data?.[`${name}${singular}`]?.id ?? null)
  }
  const isUpload = slug === defaultSlugs.newsletterImages
  const canCopy = !host.payload.collections[slug]?.config.disableDuplicate
  // The address of a file to fetch is refused before anything else would be.
  const forCopy = ({ url, ...body }: Data) => (isUpload ? body : { ...body, url })
  const create: Record<string, Send> = {
    REST: async (body) =>
      written(isUpload ? await upload(client, slug, body) : await client.post(`/${slug}?depth=0`, body)),
    ...(canCopy
      ? {
          'REST copy': async (body) =>
            written(
              await client.post(
                `/${slug}/${await world.lasting(slug, 'own')}/duplicate?depth=0`,
                forCopy(body),
              ),
            ),
          'GraphQL copy': async (body) =>
            mutate('duplicate', forCopy(body), await world.lasting(slug, 'own')),
        }
      : {}),
    // A file cannot be sent along.
    ...(isUpload ? {} : { GraphQL: (body) => mutate('create', body) }),
  }
  const update = (id: number): Record<string, Send> => ({
    REST: async (body) => written(await client.patch(`/${slug}/${id}?depth=0`, body)),
    'REST many': async (body) =>
      written(await client.patch(`/${slug}?depth=0&where[id][equals]=${id}`, body)),
    GraphQL: (body) => mutate('update', body, id),
  })
  return { create, update }
}

async function upload({ token }: Client, slug: string, body: Data) {
  const picture = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#2f6b3c' } })
    .png()
    .toBuffer()
  const form = new FormData()
  form.set('_payload', JSON.stringify(body))
  form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'korb.png')
  const headers: Record<string, string> = token ? { Authorization: `JWT ${token}` } : {}
  const response = await fetch(`${host.api}/${slug}?depth=0`, { method: 'POST', headers, body: form })
  return { status: response.status, body: await response.json() }
}

/** The rows that a client has to send along, or there is nothing to put the attack into. */
const rowsOf = (data: Data) =>
  Object.fromEntries(
    Object.entries(data).filter(([, value]) => Array.isArray(value) && typeof value[0] === 'object'),
  )

function attacked(base: Data, targets: Target[]): Data {
  const body = structuredClone(base)
  for (const { attack, path } of targets) put(body, path, attack)
  return body
}

const text = (value: unknown) => JSON.stringify(value)

async function attackCreate(slug: string, role: Role, targets: Target[]): Promise<string[]> {
  const attacks = targets.filter(({ row }) => row.create === 'server')
  const problems: string[] = []
  for (const [way, send] of Object.entries(waysOf(world.clients[role], slug).create)) {
    const may = rights.get(`${slug}.${way.includes('copy') ? 'duplicate' : 'create'}`)?.[role] !== '-'
    const before = await host.payload.count({ collection: slug, overrideAccess: true })
    const id = await send(attacked(world.dataFor(slug, 'own'), attacks))
    const document = id === null ? null : await stored(slug, id)
    if (!may) {
      const after = await host.payload.count({ collection: slug, overrideAccess: true })
      if (id !== null || after.totalDocs !== before.totalDocs)
        problems.push(`${role} ${way} wrote a document`)
    } else if (!document) problems.push(`${role} ${way} wrote nothing, so nothing was shown`)
    else
      for (const { attack, path } of attacks)
        if (holds(valueAt(document, path), attack))
          problems.push(`${role} ${way} set ${path} to ${text(attack)}`)
  }
  return problems
}

async function attackUpdate(slug: string, role: Role, targets: Target[]): Promise<string[]> {
  const may = rights.get(`${slug}.update`)?.[role] === 'yes'
  const id = await world.create(slug, 'own')
  const problems: string[] = []
  const attacks = targets.filter(({ row }) => row.update === 'kept' || row.update === 'moves')
  for (const [way, send] of Object.entries(waysOf(world.clients[role], slug).update(id))) {
    const before = await stored(slug, id)
    const wrote = await send(attacked(rowsOf(world.dataFor(slug, 'own')), attacks))
    if ((wrote !== null) !== may) problems.push(`${role} ${way} ${may ? 'wrote nothing' : 'wrote'}`)
    const after = await stored(slug, id)
    for (const { attack, path, row } of attacks) {
      const [was, is] = [valueAt(before, path), valueAt(after, path)]
      if (row.update === 'kept' || !may ? text(was) !== text(is) : holds(is, attack))
        problems.push(`${role} ${way} changed ${path} from ${text(was)} to ${text(is)}`)
    }
    for (const target of targets.filter(({ row }) => row.update === 'refused')) {
      const untouched = await stored(slug, id)
      if ((await send(attacked({}, [target]))) !== null)
        problems.push(`${role} ${way} may set ${target.path}`)
      expect(await stored(slug, id)).toEqual(untouched)
    }
  }
  return problems
}

describe('what only the server sets', () => {
  it('stands in the table, all of it', async () => {
    const missing: string[] = []
    const existing = new Set<string>()
    for (const { access, slug } of host.payload.config.collections.filter((entry) => own.has(entry.slug))) {
      const isClosed = !(await access.create({ req })) && !(await access.update({ req }))
      if (isClosed !== closedCollections.includes(slug)) missing.push(slug)
      if (isClosed) continue
      for (const { path } of await closedLeaves(slug)) {
        const found = rowOf(slug, path)
        if (found) existing.add(found.name)
        else missing.push(`${slug}.${path}`)
      }
    }
    expect(missing).toEqual([])
    expect(rowNames.filter((name) => !existing.has(name))).toEqual([])
  })

  it.each(open)('is not set by anybody who writes %s', async (slug) => {
    const targets = await targetsOf(slug)
    const problems: string[] = []
    for (const role of roles) {
      problems.push(...(await attackCreate(slug, role, targets)))
      problems.push(...(await attackUpdate(slug, role, targets)))
    }
    expect(problems).toEqual([])
  })

  it.each(closedCollections)('is every field of %s', async (slug) => {
    const leaves = await leavesOf(host.payload.collections[slug]?.config.fields ?? [], req)
    const id = await world.lasting(slug, 'own')
    const before = await stored(slug, id)
    const { totalDocs } = await host.payload.count({ collection: slug, overrideAccess: true })
    const data: Data = world.dataFor(slug, 'own')
    for (const { field, path } of leaves)
      put(
        data,
        path,
        attackValue(field, (target) => others[target] ?? 1),
      )
    for (const role of roles) {
      const answers = [
        await world.clients[role].post(`/${slug}`, world.dataFor(slug, 'own')),
        await world.clients[role].patch(`/${slug}/${id}`, data),
        await world.clients[role].patch(`/${slug}?where[id][equals]=${id}`, data),
      ]
      expect(answers.map(({ status }) => [401, 403, 404].includes(status))).toEqual([true, true, true])
    }
    expect(await stored(slug, id)).toEqual(before)
    expect((await host.payload.count({ collection: slug, overrideAccess: true })).totalDocs).toBe(totalDocs)
  })

  it('is neither the time of the settings nor the role of who is no administrator', async () => {
    const { admin, sales } = world.clients
    const body = { createdAt: attackDate, updatedAt: attackDate, id: 4711 }
    expect((await admin.post('/globals/crm-settings', body)).status).toBe(200)
    const { data } = (
      await admin.post('/graphql', {
        query: `mutation { updateCrmSetting(data: { createdAt: "${attackDate}", updatedAt: "${attackDate}" }) { createdAt updatedAt } }`,
      })
    ).body
    expect(text(data ?? {})).not.toContain(attackDate)
    expect(text((await admin.get('/globals/crm-settings')).body)).not.toMatch(/2001-02-03|4711/)

    const me = (await sales.get('/users/me')).body.user.id
    const everything = ['admin', 'sales', 'marketing']
    await sales.patch(`/users/${me}`, { name: 'Sam', roles: everything })
    await sales.post('/graphql', {
      query: `mutation { updateUser(id: ${me}, data: { name: "Sam", roles: [admin, sales, marketing] }) { id } }`,
    })
    await sales.post('/users', { email: 'neu@mozaikoo.test', password: 'x', roles: everything })
    const { body: user } = await admin.get(`/users/${me}`)
    expect(user).toMatchObject({ name: 'Sam', roles: ['sales'] })
    expect((await admin.get('/users?where[email][equals]=neu@mozaikoo.test')).body.totalDocs).toBe(0)
  })
})
