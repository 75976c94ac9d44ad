import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { password, shopper } from '../support/accounts.js'
import { createClient, staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { startHost, type TestHost } from '../support/host.js'

const iban = 'DE89370400440532013000'
let host: TestHost
let sales: Client
let marketing: Client
let own: number
let foreign: number
let product: number
let hidden: number
let mine: Awaited<ReturnType<typeof shopper>>
let theirs: Awaited<ReturnType<typeof shopper>>
let foreignOrder: number

beforeAll(async () => {
  host = await startHost()
  await staff(host.payload, host.api, 'admin')
  sales = await staff(host.payload, host.api, 'sales')
  marketing = await staff(host.payload, host.api, 'marketing')
  const company = (name: string) => ({
    company: name,
    bank: { iban },
    notes: 'zahlt spät',
    tags: ['schwierig'],
  })
  own = (await sales.post('/customers', company('Eigene AG'))).body.doc.id
  foreign = (await sales.post('/customers', company('Fremde AG'))).body.doc.id
  product = (await sales.post('/products', { name: 'Tee', sku: 'T-1', price: 1250, taxRate: 7 })).body.doc.id
  hidden = (await sales.post('/products', { name: 'Alt', price: 100, active: false })).body.doc.id
  await sales.post('/activities', { customer: own, name: 'Anruf' })
  mine = await shopper(host, own)
  theirs = await shopper(host, foreign)
  foreignOrder = (await theirs.client.post('/orders?depth=0', { lines: [{ product, quantity: 1 }] })).body.doc
    .id
})
beforeEach(() => query(host.databaseUrl, 'DELETE FROM crm_rate_limits'))
afterAll(() => host.close())

const graphql = (client: Client, source: string) => client.post('/graphql', { query: source })

describe('an account reads', () => {
  it('its own customer without what the house keeps to itself', async () => {
    const { docs, totalDocs } = (await mine.client.get('/customers')).body
    expect(totalDocs).toBe(1)
    expect(docs[0]).toMatchObject({ id: own, company: 'Eigene AG' })
    for (const secret of ['notes', 'tags', 'bank']) expect(docs[0]).not.toHaveProperty(secret)
    expect((await mine.client.get(`/customers/${foreign}`)).status).toBe(404)
    expect((await mine.client.get('/customers/count')).body.totalDocs).toBe(1)
  })

  it('its own orders, populated with nothing more', async () => {
    const order = (await mine.client.post('/orders', { lines: [{ product, quantity: 1 }] })).body.doc
    const deep = (await mine.client.get(`/orders/${order.id}?depth=5`)).body
    expect(JSON.stringify(deep)).not.toMatch(/DE89|zahlt|schwierig|hash|salt|token|password/i)
    expect(deep.customer).toMatchObject({ id: own })
    for (const path of [
      `/orders/${foreignOrder}`,
      `/orders/${foreignOrder}/confirmation.pdf`,
      `/accounts/${theirs.id}`,
    ])
      expect((await mine.client.get(path)).status, path).toBe(404)
    const all = (await mine.client.get('/orders?limit=0')).body.docs
    expect(new Set(all.map((doc: any) => doc.customer.id))).toEqual(new Set([own]))
    const answer = await graphql(
      mine.client,
      `{ Order(id: ${foreignOrder}) { id name } Orders { docs { id } totalDocs } }`,
    )
    expect(answer.body.data?.Order ?? null).toBeNull()
    expect(answer.body.data.Orders.totalDocs).toBe(all.length)
  })

  it('active products only, and of the accounts its own', async () => {
    const products = (await mine.client.get('/products')).body.docs
    expect(products.map((doc: any) => doc.id)).toEqual([product])
    expect((await mine.client.get(`/products/${hidden}`)).status).toBe(404)
    expect((await mine.client.get('/accounts')).body.docs.map((doc: any) => doc.id)).toEqual([mine.id])
  })

  it('nothing else, by no operation', async () => {
    const closed = [
      'users',
      'activities',
      'mails',
      'newsletters',
      'mailing-lists',
      'subscribers',
      'consents',
      'crm-counters',
      'crm-workers',
      'crm-account-tokens',
      'crm-rate-limits',
      'crm-idempotency-keys',
      'payload-locked-documents',
      'payload-preferences',
      'payload-migrations',
    ]
    for (const slug of closed) {
      expect((await mine.client.get(`/${slug}`)).status, slug).toBeGreaterThanOrEqual(403)
      expect((await mine.client.post(`/${slug}`, { name: 'x' })).status, slug).toBeGreaterThanOrEqual(400)
    }
    expect((await mine.client.get('/globals/crm-settings')).status).toBe(403)
    // What Payload keeps of the panel it would keep for anybody.
    expect((await mine.client.post('/payload-preferences/any', { value: { x: 1 } })).status).toBe(403)
    expect((await mine.client.get('/payload-preferences/any')).status).toBe(403)
    expect((await mine.client.delete('/payload-preferences/any')).status).toBe(403)
    expect((await sales.post('/payload-preferences/any', { value: { x: 1 } })).status).toBe(200)
    for (const [path, body] of [
      [`/customers/${own}`, { company: 'X' }],
      [`/orders/${foreignOrder}`, { name: 'X' }],
      [`/products/${product}`, { price: 1 }],
      [`/accounts/${mine.id}`, { customer: foreign }],
    ] as const) {
      expect((await mine.client.patch(path, body)).status, path).toBe(403)
      expect((await mine.client.delete(path)).status, path).toBe(403)
    }
    for (const path of ['confirm', 'complete', 'cancel', 'reopen', 'resend-confirmation'])
      expect((await mine.client.post(`/orders/${foreignOrder}/${path}`)).status, path).toBe(403)
    for (const path of ['invite', 'block', 'unblock', 'approve'])
      expect((await mine.client.post(`/accounts/${theirs.id}/${path}`)).status, path).toBe(403)
    expect(
      (await mine.client.post(`/customers/${own}/invite`, { email: 'a@b.test', name: 'x' })).status,
    ).toBe(403)
  })

  it('the same through the Local API with access control', async () => {
    const user = {
      ...(await host.payload.findByID({ collection: 'accounts', id: mine.id })),
      collection: 'accounts',
    }
    const access = { overrideAccess: false, user: user as never }
    const customers = await host.payload.find({ collection: 'customers', ...access })
    expect(customers.docs.map((doc) => doc.id)).toEqual([own])
    await expect(host.payload.find({ collection: 'activities', ...access })).rejects.toThrow()
  })
})

describe('asking for what one may not see', () => {
  const probes = [
    ['account', () => mine.client, '/customers?where[bank.iban][like]=DE89'],
    ['account', () => mine.client, '/customers?where[notes][like]=zahlt'],
    ['account', () => mine.client, '/orders?where[customer.bank.iban][like]=DE89'],
    ['account', () => mine.client, '/orders?where[customer.notes][like]=zahlt'],
    ['account', () => mine.client, '/customers?sort=bank.iban'],
    ['account', () => mine.client, '/orders?sort=customer.bank.iban'],
    ['account', () => mine.client, '/accounts?where[hash][exists]=true'],
    ['account', () => mine.client, '/accounts?where[salt][like]=a'],
    ['account', () => mine.client, '/accounts?where[resetPasswordToken][exists]=true'],
    ['account', () => mine.client, '/accounts?sort=resetPasswordToken'],
    ['account', () => mine.client, '/orders?where[orderedBy.hash][like]=pbkdf2'],
    ['account', () => mine.client, '/orders?where[orderedBy.resetPasswordToken][exists]=true'],
    ['marketing', () => marketing, '/customers?where[bank.iban][like]=DE89'],
    ['marketing', () => marketing, '/customers?where[or][0][bank.iban][exists]=true'],
    ['marketing', () => marketing, '/customers?sort=-bank.iban'],
    ['marketing', () => marketing, '/subscribers?where[customer.bank.iban][like]=DE89'],
    ['marketing', () => marketing, '/subscribers?sort=customer.bank.iban'],
    ['sales', () => sales, '/accounts?where[hash][exists]=true'],
    ['sales', () => sales, '/accounts?where[resetPasswordToken][exists]=true'],
    ['sales', () => sales, '/mails?where[details.nonce][exists]=true'],
  ] as const
  it.each(probes)('is refused to %s: %s %s', async (_, client, path) => {
    const answer = await client().get(path)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.body).not.toHaveProperty('docs')
  })

  it('gives marketing no IBAN, also not through another document', async () => {
    await host.payload.create({
      collection: 'subscribers',
      data: { email: 'abo@muster.test', customer: own, status: 'confirmed' },
      overrideAccess: true,
    })
    for (const path of [
      '/customers?depth=3',
      '/subscribers?depth=3',
      '/customers?select[bank]=true',
      '/globals/crm-settings',
    ])
      expect(JSON.stringify((await marketing.get(path)).body), path).not.toContain('DE89')
    const answer = await graphql(
      marketing,
      '{ Customers { docs { company bank { iban } } } Subscribers { docs { customer { bank { iban } } } } }',
    )
    expect(JSON.stringify(answer.body)).not.toContain('DE89')
  })

  it('shows nobody without login anything', async () => {
    const anybody = createClient(host.api)
    for (const slug of ['customers', 'orders', 'products', 'accounts', 'users', 'activities'])
      expect((await anybody.get(`/${slug}`)).status, slug).toBe(403)
    expect((await anybody.post('/orders', { lines: [{ product, quantity: 1 }] })).status).toBe(403)
    const first = { email: 'first@evil.test', password, name: 'x', customer: own, status: 'active' }
    expect((await anybody.post('/accounts/first-register', first)).status).toBe(403)
    expect((await anybody.post('/accounts', first)).status).toBe(403)
  })
})
