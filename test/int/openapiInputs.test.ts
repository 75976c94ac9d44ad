import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shopper } from '../support/accounts.js'
import { createClient, staff, type Client } from '../support/client.js'
import { startHost, type TestHost } from '../support/host.js'

let host: TestHost
let admin: Client
let document: any
let customer: number
let product: number

beforeAll(async () => {
  host = await startHost()
  host.payload.logger.level = 'silent'
  admin = await staff(host.payload, host.api, 'admin', 'en')
  document = (await createClient(host.api, undefined, 'en').get('/crm/openapi.json')).body
  customer = (await admin.post('/customers', { company: 'Muster AG' })).body.doc.id
  product = (await admin.post('/products', { name: 'Tee', price: 1250 })).body.doc.id
})
afterAll(() => host.close())

/** Whether the document says that a body may be sent to create a document of the collection. */
function isPromised(slug: string, body: object): boolean {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  const { schema } = document.paths[`/${slug}`].post.requestBody.content['application/json']
  return ajv.validate({ ...schema, components: document.components }, body)
}

/** A value for each field that some collection wants. */
const values = (): Record<string, unknown> => ({
  ...{ customer, company: 'Neu AG', name: 'Neu', subject: 'Neues', price: 100 },
  address: `nie-${Math.random().toString(36).slice(2)}@kunde.test`,
  email: `neu-${Math.random().toString(36).slice(2)}@kunde.test`,
  password: 'ein gutes Passwort',
  url: 'https://hooks.example.com/crm',
  events: ['order.confirmed'],
})

describe('what the API document wants of a new document', () => {
  it('is what the server wants: no less, and each of it', async () => {
    const inputs = Object.entries<any>(document.components.schemas)
      .filter(([name]) => /(?<!Shop)Input$/.test(name))
      .map(([name, { required = [] }]) => [name.replace(/Input$/, ''), required] as [string, string[]])
    expect(inputs.length).toBeGreaterThan(8)
    for (const [slug, required] of inputs) {
      const { content } = document.paths[`/${slug}`].post.requestBody
      if (!content['application/json']) continue
      const whole = () => Object.fromEntries(required.map((name) => [name, values()[name]]))
      const created = await admin.post(`/${slug}`, whole())
      expect(created.status, `${slug}: ${JSON.stringify(created.body)}`).toBe(201)
      expect(isPromised(slug, whole()), slug).toBe(true)
      for (const name of required) {
        const { [name]: _, ...rest } = whole()
        const { body, status } = await admin.post(`/${slug}`, rest)
        expect(status, `${slug} without ${name}`).toBe(400)
        const paths = body.errors[0].data.errors.map((error: any) => error.path)
        expect(paths, slug).toEqual([name])
        expect(isPromised(slug, rest), `${slug} without ${name}`).toBe(false)
      }
    }
  })

  it('is a file where the collection is one of files', () => {
    const { content } = document.paths['/newsletter-images'].post.requestBody
    expect(Object.keys(content)).toEqual(['multipart/form-data'])
    expect(content['multipart/form-data'].schema.required).toEqual(['file'])
  })

  it('is nothing that the server sets, nor of a change anything at all', () => {
    for (const [name, { properties, required }] of Object.entries<any>(document.components.schemas)) {
      if (/Change$/.test(name)) expect(required, name).toBeUndefined()
      if (/(Input|Change)$/.test(name)) expect(Object.keys(properties), name).not.toContain('sessions')
    }
  })
})

describe('what it says of an order', () => {
  it('is true for an account, which says products and quantities only', async () => {
    const { client } = await shopper(host, customer)
    const lines = [{ product, quantity: 2 }]
    for (const order of [
      { lines },
      { name: null, lines },
      { name: 'Herbst', lines: [{ product }] },
      { customer, name: 'Herbst', lines },
    ]) {
      expect((await client.post('/orders', order)).status, JSON.stringify(order)).toBe(201)
      expect(isPromised('orders', order), JSON.stringify(order)).toBe(true)
    }
    for (const order of [
      {},
      { lines: [] },
      { lines: [{ quantity: 2 }] },
      { lines: [{ product, quantity: 0 }] },
      { lines: Array.from({ length: 201 }, () => ({ product, quantity: 1 })) },
    ]) {
      expect((await client.post('/orders', order)).status, JSON.stringify(order)).toBe(400)
      expect(isPromised('orders', order), JSON.stringify(order)).toBe(false)
    }
    const { description } = document.components.schemas.ordersShopInput
    expect(description).toMatch(/^An order by a customer account/)
  })
})
