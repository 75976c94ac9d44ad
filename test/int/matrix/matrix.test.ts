import type { Endpoint } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultSlugs } from '../../../src/config/slugs.js'
import { descriptionOf } from '../../../src/openapi/describe.js'
import { startHost, type TestHost } from '../../support/host.js'
import { namesOf, probeCollection, probeEndpoint, probeGlobal, probeMutation } from './probes.js'
import { operations, readRights, roles, type Right, type Role } from './rights.js'
import { createWorld, type World } from './world.js'

const table = readRights()
/**
 * What every collection has: what Payload generates, for which the operations of the table stand, and what a deletion would
 * take along, which stands with the right to delete.
 */
const generated =
  /^\/((:id\/)?dependents|:id|count|access\/:id\?|:id\/duplicate|versions|versions\/:id|file\/:filename|paste-url\/:id\?)?$/

let host: TestHost
let world: World

beforeAll(async () => {
  host = await startHost()
  // Each refusal would be a line.
  host.payload.logger.level = 'silent'
  world = await createWorld(host)
})
afterAll(() => host.close())

const own = new Set<string>(Object.values(defaultSlugs))
const collections = () => host.payload.config.collections.filter(({ slug }) => own.has(slug))

/** Everything the plugin serves, by the names of the table's rows. */
async function served(): Promise<string[]> {
  const { config } = host.payload
  const rows = collections().flatMap(({ disableDuplicate, slug }) =>
    operations.filter((name) => name !== 'duplicate' || !disableDuplicate).map((name) => `${slug}.${name}`),
  )
  for (const { slug } of config.globals) if (own.has(slug)) rows.push(`${slug}.read`, `${slug}.update`)
  const named = (endpoint: Endpoint, base: string) =>
    `${endpoint.method.toUpperCase()} ${base}${endpoint.path}`
  for (const { endpoints, slug } of collections())
    for (const endpoint of endpoints || [])
      if (!generated.test(endpoint.path)) rows.push(named(endpoint, `/${slug}`))
  for (const endpoint of config.endpoints)
    if (descriptionOf(endpoint) !== undefined) rows.push(named(endpoint, ''))
  const { body } = await world.clients.admin.post('/graphql', {
    query: '{ __schema { mutationType { fields { name } } } }',
  })
  const generatedMutation =
    /^(create|update|delete|duplicate|refreshToken|logout|unlock|login|forgotPassword|resetPassword|verifyEmail)[A-Z]/
  for (const { name } of body.data.__schema.mutationType.fields)
    if (!generatedMutation.test(name)) rows.push(`mutation ${name}`)
  // A route of ours may stand before one of Payload's.
  return [...new Set(rows)]
}

describe('the table of rights', () => {
  it('has a row for everything that is served, and for nothing else', async () => {
    expect([...table.keys()].sort()).toEqual((await served()).sort())
  })

  it.each([...table])('%s', { timeout: 120_000 }, async (name, expected) => {
    const found: Record<string, Record<string, Right>> = {}
    const wanted: typeof found = {}
    for (const role of roles) {
      const results = await probe(name, role, expected[role])
      found[role] = results
      wanted[role] = Object.fromEntries(Object.keys(results).map((way) => [way, expected[role]]))
    }
    expect(found).toEqual(wanted)
  })
})

async function probe(name: string, role: Role, expected: Right): Promise<Record<string, Right>> {
  // Whoever logs out loses that session; the others need theirs.
  const leaves = role === 'account' && name.endsWith('/logout')
  const client = leaves ? await world.loginAccount() : world.clients[role]
  const partial = expected === 'order' ? 'order' : 'own'
  if (name.startsWith('mutation ')) return probeMutation(world, client, name)
  if (name.includes(' /')) return probeEndpoint(world, client, name, partial)
  const [slug = '', operation = ''] = name.split('.')
  const collection = collections().find((entry) => entry.slug === slug)
  if (!collection) return probeGlobal(client, slug, operation)
  return probeCollection(world, client, namesOf(collection), operation, partial)
}
