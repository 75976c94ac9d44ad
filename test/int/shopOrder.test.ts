import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setAccountSettings, shopper } from '../support/accounts.js'
import { staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { startHost, type TestHost } from '../support/host.js'

let host: TestHost
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
  const sales = await staff(host.payload, host.api, 'sales')
  own = (await sales.post('/customers', { company: 'Eigene AG' })).body.doc.id
  foreign = (await sales.post('/customers', { company: 'Fremde AG' })).body.doc.id
  product = (await sales.post('/products', { name: 'Tee', sku: 'T-1', price: 1250, taxRate: 7 })).body.doc.id
  hidden = (await sales.post('/products', { name: 'Alt', price: 100, active: false })).body.doc.id
  mine = await shopper(host, own)
  theirs = await shopper(host, foreign)
  foreignOrder = (await theirs.client.post('/orders?depth=0', { lines: [{ product, quantity: 1 }] })).body.doc
    .id
})
beforeEach(() => query(host.databaseUrl, 'DELETE FROM crm_rate_limits'))
afterAll(() => host.close())

const graphql = (client: Client, source: string) => client.post('/graphql', { query: source })

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
      }).then((answer) => answer.json())
    const [first, second] = [await graph('A'), await graph('A')]
    expect(first.data.createOrder.id).toBeGreaterThan(0)
    expect(second).toEqual(first)
    expect((await graph('B')).errors).toHaveLength(1)

    // After a week a key is forgotten, whoever comes next.
    const keys = () =>
      query<{ count: number }>(host.databaseUrl, 'SELECT count(*)::int AS count FROM crm_idempotency_keys')
    await query(host.databaseUrl, `UPDATE crm_idempotency_keys SET created_at = now() - interval '8 days'`)
    expect((await place(order, 'key-4')).status).toBe(201)
    expect(await keys()).toEqual([{ count: 1 }])
  })

  it('is refused as a form with an Idempotency-Key, which would not count', async () => {
    const body = new FormData()
    body.set('_payload', JSON.stringify({ lines: [{ product, quantity: 1 }] }))
    const headers = { Authorization: `JWT ${mine.token}`, 'Idempotency-Key': 'form' }
    const answer = await fetch(`${host.api}/orders`, { method: 'POST', headers, body })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Idempotency-Key')
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
