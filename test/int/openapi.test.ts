import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Endpoint } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { descriptionOf } from '../../src/openapi/describe.js'
import { createClient, staff, type Client } from '../support/client.js'
import { startHost, type TestHost } from '../support/host.js'

let host: TestHost
let admin: Client
let document: any

beforeAll(async () => {
  host = await startHost()
  admin = await staff(host.payload, host.api, 'admin', 'en')
  document = (await createClient(host.api, undefined, 'en').get('/crm/openapi.json')).body
})
afterAll(() => host.close())

/** Checks an answer against the schema the document promises for it. */
function assertAnswer(path: string, method: string, status: number, body: unknown): void {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const answer = document.paths[path][method].responses[status]
  const schema = (answer.$ref ? document.components.responses[status] : answer).content['application/json']
    .schema
  const validate = ajv.compile({ ...schema, components: document.components })
  validate(body)
  expect(validate.errors ?? [], `${method} ${path} ${status}: ${JSON.stringify(body)}`).toEqual([])
}

describe('the API document', () => {
  it('is valid OpenAPI 3.1', async () => {
    expect(document.openapi).toBe('3.1.0')
    const { valid, errors } = await new Validator().validate(document)
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  it('names every operation once, in the language of the request', async () => {
    const operations = Object.values(document.paths).flatMap((path: any) => Object.values(path)) as any[]
    const ids = operations.map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { operationId, summary } of operations)
      expect(summary, operationId).not.toMatch(/crm:|api:|\{\{/)
    expect(document.paths['/orders/{id}/confirm'].post.summary).toMatch(/^Confirm an order/)
    const german = (await createClient(host.api).get('/crm/openapi.json')).body
    expect(german.paths['/orders/{id}/confirm'].post.summary).toMatch(/^Bestellung bestätigen/)
    expect(german.components.schemas.customers.properties.company.description).toBe('Firma')
  })

  it('describes every endpoint of the plugin', () => {
    const { collections, endpoints } = host.payload.config
    const all = [...endpoints, ...collections.flatMap((collection) => collection.endpoints || [])]
    const bare = all.filter((endpoint: Endpoint) => descriptionOf(endpoint) === null)
    expect(bare.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  })

  it('leaves out what nobody may do and what only the server knows', () => {
    expect(document.paths['/consents']).not.toHaveProperty('post')
    expect(document.paths['/mails/{id}']).not.toHaveProperty('patch')
    expect(document.paths).not.toHaveProperty('/crm-counters')
    expect(Object.keys(document.paths)).not.toContain('/accounts/unlock')
    const copies = Object.keys(document.paths).filter((path) => path.endsWith('/duplicate'))
    expect(copies).toContain('/orders/{id}/duplicate')
    for (const slug of ['accounts', 'subscribers', 'crm-webhooks'])
      expect(copies).not.toContain(`/${slug}/{id}/duplicate`)
    expect(document.components.schemas.ordersInput.properties).not.toHaveProperty('totals')
    expect(document.components.schemas.orders.properties).toHaveProperty('totals')
    const named = Object.entries<any>(document.components.schemas).flatMap(([schema, { properties }]) =>
      Object.keys(properties).map((name) => `${schema}.${name}`),
    )
    const secret = /\.(hash|salt|resetPasswordToken|leaseUntil)$/
    // The evidence of consents has a chain of hashes, which is there to be read.
    expect(named.filter((name) => secret.test(name))).toEqual(['consents.hash'])
  })

  it('tells of the key that makes an order happen once, and what becomes of a wrong one', async () => {
    const { parameters, responses } = document.paths['/orders'].post
    expect(parameters).toContainEqual(expect.objectContaining({ name: 'Idempotency-Key', in: 'header' }))
    const contacts = [{ lastName: 'Ort', email: 'ort@muster.test' }]
    const customer = (await admin.post('/customers', { company: 'Ort AG', contacts })).body.doc.id
    const place = (name: string) =>
      fetch(`${host.api}/orders`, {
        method: 'POST',
        headers: {
          Authorization: `JWT ${admin.token ?? ''}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': 'once',
        },
        body: JSON.stringify({ customer, name }),
      })
    for (const [name, status] of [
      ['A', 201],
      ['A', 201],
      ['B', 422],
      ['x'.repeat(300_000), 413],
    ] as const) {
      const answer = await place(name)
      expect(answer.status).toBe(status)
      expect(Object.keys(responses)).toContain(String(status))
      assertAnswer('/orders', 'post', status, await answer.json())
    }
  })

  it('tells the truth about the answers', async () => {
    const contacts = [{ firstName: 'Anna', lastName: 'Ort', email: 'anna@muster.test' }]
    const created = await admin.post('/customers', {
      company: 'Muster AG',
      email: 'info@muster.test',
      contacts,
    })
    assertAnswer('/customers', 'post', created.status, created.body)
    const customer = created.body.doc.id
    const product = await admin.post('/products', { name: 'Tee', price: 1250 })
    assertAnswer('/products', 'post', product.status, product.body)
    const lines = [{ product: product.body.doc.id, quantity: 2 }]
    const order = await admin.post('/orders?depth=2', { customer, name: 'Herbst', lines })
    assertAnswer('/orders', 'post', order.status, order.body)
    const { id } = order.body.doc
    const confirmed = await admin.post(`/orders/${id}/confirm`)
    assertAnswer('/orders/{id}/confirm', 'post', confirmed.status, confirmed.body)
    const frozen = await admin.patch(`/orders/${id}`, { name: 'Anders' })
    assertAnswer('/orders/{id}', 'patch', frozen.status, frozen.body)
    expect(frozen.status).toBe(400)
    const stale = await admin.patch(`/orders/${id}`, { revision: 1 })
    expect(stale.status).toBe(409)
    assertAnswer('/orders/{id}', 'patch', stale.status, stale.body)
    await admin.post('/activities', { customer, name: 'Anruf' })
    await admin.post('/subscribers', { email: 'leser@muster.test' })
    await admin.post('/newsletters', { name: 'Mai', subject: 'Neues' })
    await admin.post('/mailing-lists', { name: 'Alle' })
    for (const [path, operations] of Object.entries<any>(document.paths)) {
      if (!operations.get || path.includes('{') || path === '/crm/openapi.json') continue
      const { status, body } = await admin.get(path.startsWith('/globals') ? path : `${path}?depth=1`)
      if (
        operations.get.responses[status]?.content?.['application/json'] ||
        operations.get.responses[status]?.$ref
      )
        assertAnswer(path, 'get', status, body)
      else expect(Object.keys(operations.get.responses[status]?.content ?? {}), path).toHaveLength(1)
    }
    for (const slug of ['customers', 'orders', 'mails', 'products', 'activities']) {
      const { body } = await admin.get(`/${slug}?limit=1`)
      const one = await admin.get(`/${slug}/${body.docs[0].id}`)
      assertAnswer(`/${slug}/{id}`, 'get', one.status, one.body)
    }
    const nobody = createClient(host.api)
    for (const path of ['/customers', '/orders/1']) {
      const refused = await nobody.get(path)
      assertAnswer(path.replace('/1', '/{id}'), 'get', refused.status, refused.body)
    }
  })
})
