import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { password, setAccountSettings, shopper } from '../support/accounts.js'
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

describe('an order by an account', () => {
  it('takes name, products and quantities, and nothing else of what is sent', async () => {
    const sent = {
      id: 4711,
      customer: foreign,
      orderedBy: theirs.id,
      name: 'Wunsch\r\nBcc: x@evil.test',
      description: 'geheim',
      status: 'confirmed',
      number: 'X-1',
      confirmedAt: '2020-01-01',
      doneAt: '2020-01-01',
      revision: 99,
      bookingDate: '2001-01-01',
      priceMode: 'gross',
      discount: { type: 'percent', percent: 100 },
      totals: { gross: 1 },
      confirmation: { company: 'X', count: 9 },
      createdAt: '2001-01-01',
      lines: [
        { product, quantity: 2, unitPrice: 1, taxRate: 0, name: 'Umsonst', sku: 'X', total: 1, unit: 'x' },
      ],
    }
    const { body, status } = await mine.client.post('/orders?depth=0', sent)
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({
      customer: own,
      orderedBy: mine.id,
      name: 'Wunsch Bcc: x@evil.test',
      status: 'open',
      revision: 1,
      priceMode: 'net',
      number: null,
      confirmedAt: null,
      doneAt: null,
      totals: { net: 2500, tax: 175, gross: 2675, discount: 0 },
      lines: [{ product, quantity: 2, unitPrice: 1250, taxRate: 7, name: 'Tee', sku: 'T-1', total: 2500 }],
    })
    expect(body.doc.description ?? null).toBeNull()
    expect(body.doc.bookingDate).not.toContain('2001')
    expect(body.doc.createdAt).not.toContain('2001')
    const data = `customer: ${foreign}, name: "G", status: done, discount: {type: percent, percent: 100}, lines: [{product: ${product}, quantity: 1, unitPrice: 1}]`
    const created = await graphql(
      mine.client,
      `mutation { createOrder(data: {${data}}) { customer { id } status totals { gross } } }`,
    )
    expect(created.body.data.createOrder).toEqual({
      customer: { id: own },
      status: 'open',
      totals: { gross: 1338 },
    })
  })

  it.each([
    [{}, 'lines'],
    [{ lines: [] }, 'lines'],
    [{ lines: 'x' }, 'lines'],
    [{ lines: [{ quantity: 1, name: 'frei', unitPrice: 0 }] }, 'lines.0.product'],
    [{ lines: [{ product: { id: 1 }, quantity: 1 }] }, 'lines.0.product'],
    [{ lines: [{ product: 999_999, quantity: 1 }] }, 'lines.0.product'],
    [{ lines: Array(201).fill({ product: 1, quantity: 1 }) }, 'lines'],
  ])('is refused when it is %j', async (body, path) => {
    const answer = await mine.client.post('/orders', body)
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].data.errors[0].path).toBe(path)
  })

  it('is refused for an inactive product and for no quantity', async () => {
    expect((await mine.client.post('/orders', { lines: [{ product: hidden, quantity: 1 }] })).status).toBe(
      400,
    )
    expect((await mine.client.post('/orders', { lines: [{ product, quantity: 0 }] })).status).toBe(400)
    expect((await mine.client.post('/orders', { lines: [{ product, quantity: -1 }] })).status).toBe(400)
  })

  it('cannot be a copy, not of its own order either', async () => {
    const { id } = (await mine.client.post('/orders', { lines: [{ product, quantity: 1 }] })).body.doc
    for (const source of [id, foreignOrder])
      expect((await mine.client.post(`/orders/${source}/duplicate`)).status).toBe(403)
  })

  it('happens once for an Idempotency-Key, also at the same moment', async () => {
    const place = (body: object, key = 'key-1', token = mine.token) =>
      fetch(`${host.api}/orders?depth=0`, {
        method: 'POST',
        headers: {
          Authorization: `JWT ${token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': key,
        },
        body: JSON.stringify(body),
      })
    const order = { name: 'Einmal', lines: [{ product, quantity: 3 }] }
    const answers = await Promise.all(Array.from({ length: 6 }, () => place(order)))
    expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill(201))
    const bodies = await Promise.all(answers.map((answer) => answer.json()))
    expect(new Set(bodies.map((body: any) => body.doc.id)).size).toBe(1)
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1)
    expect(answers.filter((answer) => answer.headers.get('idempotency-replayed') === 'true')).toHaveLength(5)
    expect((await place({ ...order, name: 'Anders' })).status).toBe(422)
    expect((await place(order, 'mit Leerzeichen')).status).toBe(400)
    // A failed order leaves the key free; somebody else's key is another one.
    expect((await place({ lines: [] }, 'key-2')).status).toBe(400)
    expect((await place(order, 'key-2')).status).toBe(201)
    const other: any = await (await place(order, 'key-1', theirs.token)).json()
    expect(other.doc.customer).toBe(foreign)
    const graph = (name: string) =>
      fetch(`${host.api}/graphql`, {
        method: 'POST',
        headers: {
          Authorization: `JWT ${mine.token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': 'key-3',
        },
        body: JSON.stringify({
          query: `mutation { createOrder(data: { name: "${name}", lines: [{ product: ${product}, quantity: 1 }] }) { id } }`,
        }),
      }).then((answer) => answer.json() as Promise<any>)
    const [first, second] = [await graph('A'), await graph('A')]
    expect(first.data.createOrder.id).toBeGreaterThan(0)
    expect(second).toEqual(first)
    expect((await graph('B')).errors).toHaveLength(1)
  })

  it('is confirmed at once with the setting, mail and number included', async () => {
    await setAccountSettings(host.payload, { confirmOrders: true })
    const { body, status } = await mine.client.post('/orders?depth=0', { lines: [{ product, quantity: 1 }] })
    await setAccountSettings(host.payload, { confirmOrders: false })
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({ status: 'confirmed', revision: 2 })
    expect(body.doc.number).toBeTruthy()
    const stored = (await mine.client.get(`/orders/${body.doc.id}?depth=0`)).body
    expect(stored).toMatchObject({ status: 'confirmed', number: body.doc.number })
    const mails = await query(host.databaseUrl, 'SELECT "to" FROM mails WHERE order_id = $1', [body.doc.id])
    expect(mails).toEqual([{ to: mine.email }])
  })
})
