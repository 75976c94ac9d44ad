import type { Endpoint, Field } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../../scripts/demo/random.js'
import { defaultSlugs, internalEntities } from '../../../src/config/slugs.js'
import { descriptionOf } from '../../../src/openapi/describe.js'
import { query } from '../../support/database.js'
import { startHost, type TestHost } from '../../support/host.js'
import { roles, type Role } from '../matrix/rights.js'
import { createWorld, type World } from '../matrix/world.js'
import { createBodies } from './bodies.js'

const total = Number(process.env.MALFORMED_BODIES ?? 10_000)
/** The same in each run, so that a red build is red again; `MALFORMED_SEED=$RANDOM` looks further. */
const seed = Number(process.env.MALFORMED_SEED ?? 284_685_929)
const atOnce = 12
const iban = 'DE89370400440532013000'

/** A route that takes a body, with the fields that a good one would have. */
interface Target {
  method: string
  path: string
  fields: readonly Field[]
  /** How often it is chosen: those that answer on a beat cost a second each. */
  weight: number
}

let host: TestHost
let world: World
let targets: Target[]
const ids: Record<string, number> = {}

const hidden = new Set<string>(internalEntities.map((name) => defaultSlugs[name]))
const own = new Set<string>(Object.values(defaultSlugs))
const texts = (...names: string[]): Field[] => names.map((name) => ({ name, type: 'text' }))
/** What the endpoints of the plugin read from a body. */
const endpointFields: Field[] = [
  ...texts(
    'email',
    'name',
    'password',
    'currentPassword',
    'token',
    'firstName',
    'lastName',
    'language',
    'url',
    'csv',
  ),
  ...texts(
    'to',
    'content',
    'mapping',
    'source',
    'evidence',
    'salutation',
    'company',
    'scheduledAt',
    'filter',
    'text',
  ),
  { name: 'lists', type: 'text', hasMany: true },
  { name: 'audience', type: 'json' },
  { name: 'sendConfirmation', type: 'checkbox' },
  { name: 'includeUnknown', type: 'checkbox' },
]

beforeAll(async () => {
  host = await startHost()
  // Each refusal would be a line.
  host.payload.logger.level = 'silent'
  world = await createWorld(host)
  const collections = host.payload.config.collections.filter(({ slug }) => own.has(slug))
  for (const { slug } of collections) ids[slug] = await world.lasting(slug, 'other')
  await host.payload.update({
    collection: 'customers',
    id: ids.customers as number,
    data: { bank: { iban } },
    overrideAccess: true,
  })
  await host.payload.updateGlobal({ slug: 'crm-settings', data: { bank: { iban } }, overrideAccess: true })
  targets = [...collections.flatMap(collectionTargets), ...rootTargets()]
})
afterAll(() => host.close())

function collectionTargets({
  endpoints,
  fields,
  slug,
}: TestHost['payload']['config']['collections'][number]): Target[] {
  const weight = hidden.has(slug) ? 1 : 12
  const written = (method: string, path: string): Target => ({
    method,
    path: `/${slug}${path}`,
    fields,
    weight,
  })
  const actions = (endpoints || [])
    .filter((endpoint) => endpoint.method !== 'get' && endpoint.path !== '/logout')
    .map((endpoint) => actionTarget(endpoint, `/${slug}`))
  return [
    written('POST', ''),
    written('PATCH', '/:id'),
    { ...written('PATCH', '?where[id][equals]=:id'), weight: 2 },
    { ...written('POST', '/:id/duplicate'), weight: 2 },
    ...actions,
  ]
}

const actionTarget = ({ method, path }: Pick<Endpoint, 'method' | 'path'>, base = ''): Target => ({
  method: method.toUpperCase(),
  path: `${base}${path}`,
  fields: endpointFields,
  weight: /login|forgot|register|password|email|subscribe|delete|invit/.test(path) ? 1 : 4,
})

function rootTargets(): Target[] {
  const { endpoints, globals } = host.payload.config
  const settings = globals.filter(({ slug }) => own.has(slug))
  return [
    ...endpoints
      .filter((endpoint) => endpoint.method !== 'get' && descriptionOf(endpoint) !== undefined)
      .map((endpoint) => actionTarget(endpoint)),
    ...settings.map(({ fields, slug }) => ({ method: 'POST', path: `/globals/${slug}`, fields, weight: 40 })),
  ]
}

const mutations = [
  'Customer',
  'Activity',
  'Product',
  'Order',
  'Newsletter',
  'MailingList',
  'Subscriber',
  'Account',
]

describe('malformed bodies', () => {
  it(`are never a server error and show nothing (${total}, seed ${seed})`, { timeout: 600_000 }, async () => {
    console.log(`${total} malformed bodies, MALFORMED_SEED=${seed}`)
    const random = createRandom(seed).next
    const bodies = createBodies(random, Object.values(ids).slice(0, 12))
    const urn = targets.flatMap((target) => Array.from({ length: target.weight }, () => target))
    const hashes = await secrets()
    const problems: string[] = []
    const statuses: Record<number, number> = {}

    const next = () => {
      const role = bodies.pick(roles)
      const target = bodies.pick(urn)
      if (random() < 0.12) return { role, ...graphqlRequest(bodies, random) }
      const slug = target.path.split(/[/?]/)[1] ?? ''
      const id =
        random() < 0.85
          ? String(ids[slug] ?? 1)
          : bodies.pick(['0', '-1', 'abc', '99999999999', '1.5', '%00'])
      const path = target.path.replace(':id', id).replace(':token', 'forged')
      return { role, method: target.method, path, body: bodies.text(target.fields) }
    }
    let sent = 0
    const worker = async () => {
      while (sent < total) {
        sent += 1
        const { body, method, path, role } = next()
        const answer = await send(role, method, path, body)
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
        const problem = problemOf(role, answer, hashes)
        if (problem)
          problems.push(
            `${problem}: ${role} ${method} ${path} ${body.slice(0, 1500)} → ${answer.text.slice(0, 500)}`,
          )
      }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
    console.log(JSON.stringify(statuses), problems.slice(0, 10).join('\n'))
    expect(problems.slice(0, 10)).toEqual([])
    // The bodies reach the code behind the first refusal, and the callers are still who they were.
    expect(statuses[201] ?? 0).toBeGreaterThan(total / 1000)
    expect(statuses[200] ?? 0).toBeGreaterThan(total / 20)
    expect((await world.clients.account.get('/orders')).status).toBe(200)
  })
})

function graphqlRequest({ document, pick, strange }: ReturnType<typeof createBodies>, random: () => number) {
  const name = pick(mutations)
  const slugs: Record<string, string> = { Activity: 'activities', MailingList: 'mailing-lists' }
  const slug = slugs[name] ?? `${name.toLowerCase()}s`
  const { fields } = host.payload.collections[slug]?.config ?? { fields: [] }
  const data = random() < 0.8 ? known(document(fields)) : strange()
  const update = random() < 0.5
  const query = update
    ? `mutation($data: mutation${name}UpdateInput!) { update${name}(id: ${ids[slug]}, data: $data) { id } }`
    : `mutation($data: mutation${name}Input!) { create${name}(data: $data) { id } }`
  const body = random() < 0.1 ? strange() : { query, variables: { data } }
  return { method: 'POST', path: '/graphql', body: JSON.stringify(body) ?? '' }
}

/** GraphQL refuses a document with anything it does not know before anybody sees it. */
function known(data: Record<string, unknown>): Record<string, unknown> {
  const { createdAt, id, updatedAt, ...rest } = data
  void [createdAt, id, updatedAt]
  return rest
}

async function send(role: Role, method: string, path: string, body: string) {
  const { token } = world.clients[role]
  const response = await fetch(`${host.api}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `JWT ${token}` } : {}) },
    body,
  })
  return { status: response.status, text: await response.text() }
}

/** What no answer may hold, whoever asks. */
async function secrets(): Promise<string[]> {
  const rows = await query<Record<string, string>>(
    host.databaseUrl,
    'SELECT hash, salt FROM accounts UNION ALL SELECT hash, salt FROM users',
  )
  return rows.flatMap(({ hash, salt }) => [hash, salt]).filter((text): text is string => Boolean(text))
}

function problemOf(
  role: Role,
  { status, text }: { status: number; text: string },
  hashes: string[],
): string | null {
  if (status >= 500 || /"statusCode":5\d\d/.test(text)) return `server error ${status}`
  if (hashes.some((hash) => text.includes(hash))) return 'a hash'
  if (role !== 'admin' && role !== 'sales' && text.includes(iban)) return 'an IBAN'
  if (/node_modules|\bat \S+ \(|Failed query|violates|insert into "/i.test(text)) return 'the inside'
  return null
}
