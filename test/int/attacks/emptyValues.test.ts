import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultSlugs } from '../../../src/config/slugs.js'
import { startHost, type TestHost } from '../../support/host.js'
import { createWorld, type World } from '../matrix/world.js'

let host: TestHost
let world: World

beforeAll(async () => {
  host = await startHost()
  // Each refusal would be a line.
  host.payload.logger.level = 'silent'
  world = await createWorld(host)
})
afterAll(() => host.close())

describe('values that say nothing', () => {
  it('empty a group that is null, by REST and GraphQL', async () => {
    const { sales } = world.clients
    const customer = await world.lasting('customers', 'other')
    const contact = { firstName: 'Erika', lastName: 'Größl' }
    const { body } = await sales.post('/activities', { customer, name: 'Anruf', contact })
    const activity = `/activities/${body.doc.id}`
    expect((await sales.patch(activity, { contact: null })).status).toBe(200)
    expect((await sales.get(activity)).body.contact).toMatchObject({ firstName: null, lastName: null })
    const query =
      'mutation($data: mutationActivityInput!) { createActivity(data: $data) { contact { email } } }'
    const variables = { data: { customer, name: 'Anruf', contact: null } }
    expect((await sales.post('/graphql', { query, variables })).body).toEqual({
      data: { createActivity: { contact: { email: null } } },
    })
  })

  it('take a group that is null and no rows in any form, at every collection', async () => {
    const { admin } = world.clients
    const own = new Set<string>(Object.values(defaultSlugs))
    const collections = host.payload.config.collections.filter(({ slug }) => own.has(slug))
    const ids: Record<string, number> = {}
    for (const { slug } of collections) ids[slug] = await world.lasting(slug, 'other')
    for (const { fields, slug } of collections)
      for (const field of fields) {
        if (field.type !== 'group' && field.type !== 'array') continue
        if (!('name' in field)) continue
        for (const nothing of field.type === 'group' ? [null] : [null, '', '0', 0])
          for (const method of ['POST', 'PATCH'] as const) {
            const path = method === 'POST' ? `/${slug}` : `/${slug}/${ids[slug]}`
            const body = { ...world.dataFor(slug, 'other'), [field.name]: nothing }
            const answer = await (method === 'POST' ? admin.post(path, body) : admin.patch(path, body))
            expect
              .soft(answer.status, `${method} ${path} ${field.name}: ${JSON.stringify(answer.body)}`)
              .toBeLessThan(500)
          }
      }
  })
})
