import type { Field } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultSlugs } from '../../../src/config/slugs.js'
import { startHost, type TestHost } from '../../support/host.js'
import { roles, type Role } from '../matrix/rights.js'
import { createWorld, type World } from '../matrix/world.js'

let host: TestHost
let world: World
const own = new Set<string>(Object.values(defaultSlugs))
const secret =
  /^(hash|salt|resetPasswordToken|resetPasswordExpiration|bank\.iban|bank\.bic|bank\.accountHolder)$/
/** Who may see a bank account; a password or a token nobody may. */
const allowed = (role: Role, path: string) =>
  path.startsWith('bank.') && (role === 'admin' || role === 'sales')

beforeAll(async () => {
  host = await startHost()
  host.payload.logger.level = 'silent'
  world = await createWorld(host)
})
afterAll(() => host.close())

/** The secret fields of a collection, and those of what it points to, two steps far, as paths of a filter. */
function secretPaths(slug: string, steps = 2): { path: string; last: string }[] {
  const config = host.payload.collections[slug]?.config
  if (!config) return []
  const found: { path: string; last: string }[] = []
  const visit = (fields: readonly Field[], at: string) => {
    for (const field of fields) {
      if (field.type === 'tabs') {
        for (const tab of field.tabs) visit(tab.fields, 'name' in tab && tab.name ? `${at}${tab.name}.` : at)
        continue
      }
      const path = 'name' in field && field.name ? `${at}${field.name}` : at.slice(0, -1)
      if (secret.test(path)) found.push({ path, last: path })
      if ((field.type === 'relationship' || field.type === 'upload') && steps > 0) {
        for (const target of [field.relationTo].flat())
          for (const inner of secretPaths(target, steps - 1))
            found.push({ ...inner, path: `${path}.${inner.path}` })
      } else if ('fields' in field) visit(field.fields, path === '' ? '' : `${path}.`)
    }
  }
  visit(config.fields, '')
  if (config.auth) found.push({ path: 'hash', last: 'hash' }, { path: 'salt', last: 'salt' })
  return found
}

describe('no filter and no order tells anything of a secret field', () => {
  it.each(roles)('to %s, in any collection, through any relation, by REST or GraphQL', async (role) => {
    const client = world.clients[role]
    const told: string[] = []
    let asked = 0
    for (const { slug } of host.payload.config.collections.filter((entry) => own.has(entry.slug))) {
      if ((await client.get(`/${slug}?limit=1&depth=0`)).status !== 200) continue
      const seen = new Set<string>()
      for (const { last, path } of secretPaths(slug)) {
        // The evidence of consents has a chain of hashes, which is there to be read.
        if ((slug === 'consents' && path === 'hash') || seen.has(path) || allowed(role, last)) continue
        seen.add(path)
        for (const query of [
          `where[${path}][exists]=true`,
          `where[or][0][and][0][${path}][like]=a`,
          `sort=${path}`,
          `sort=-${path}`,
        ]) {
          asked += 1
          const { body, status } = await client.get(`/${slug}?${query}&depth=0`)
          if (status < 400 || status >= 500)
            told.push(`${slug}?${query} ${status} ${JSON.stringify(body).slice(0, 80)}`)
        }
        const count = await client.get(`/${slug}/count?where[${path}][exists]=true`)
        if (count.status < 400 || count.status >= 500) told.push(`${slug}/count ${path} ${count.status}`)
      }
    }
    console.log(`${role}: ${asked} questions`)
    expect(told).toEqual([])
    if (role !== 'anonymous') expect(asked).toBeGreaterThan(20)
    // Names with dots are written with two underscores.
    const graphql = await client.post('/graphql', {
      query:
        '{ Customers(where: { bank__iban: { like: "D" } }) { totalDocs } Orders(sort: "customer.bank.iban") { totalDocs } }',
    })
    if (!allowed(role, 'bank.iban')) expect(graphql.body.data?.Customers ?? null).toBeNull()
    const hashes = await client.post('/graphql', {
      query: '{ Orders(sort: "orderedBy.hash") { totalDocs } }',
    })
    expect(hashes.body.data?.Orders ?? null).toBeNull()
  })
})
