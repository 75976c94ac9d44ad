import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staff, type Client } from '../support/client.js'
import { startHost, type TestHost } from '../support/host.js'

let host: TestHost
let sales: Client
let customer: number
let product: number

beforeAll(async () => {
  host = await startHost()
  await staff(host.payload, host.api, 'admin')
  sales = await staff(host.payload, host.api, 'sales')
  customer = (await sales.post('/customers', { company: 'Muster AG', email: 'info@muster.test' })).body.doc.id
  product = (await sales.post('/products', { name: 'Tee', sku: 'T-1', price: 1250, taxRate: 7, unit: 'kg' }))
    .body.doc.id
})
afterAll(() => host.close())

const order = (data: object = {}) => ({
  customer,
  name: 'Frühjahr',
  lines: [
    { product, quantity: 2 },
    { name: 'Beratung', quantity: 1.5, unitPrice: 9999, taxRate: 19 },
  ],
  ...data,
})
const create = async (data?: object) => (await sales.post('/orders?depth=0', order(data))).body.doc

describe('an order', () => {
  it('takes over its products and computes every total', async () => {
    const doc = await create({ discount: { type: 'percent', percent: 10 } })
    expect(doc.lines[0]).toMatchObject({
      name: 'Tee',
      sku: 'T-1',
      unit: 'kg',
      unitPrice: 1250,
      taxRate: 7,
      total: 2500,
    })
    expect(doc.lines[1]).toMatchObject({ total: 14999 })
    expect(doc).toMatchObject({ status: 'open', number: null, revision: 1 })
    // 10 % of 174.99 is 17.50 (half away from zero); 22.50 at 7 %, 134.99 at 19 %.
    expect(doc.totals).toMatchObject({
      subtotal: 17499,
      discount: 1750,
      net: 15749,
      tax: 158 + 2565,
      gross: 15749 + 2723,
    })
    expect(doc.totals.taxes.map((share: { rate: number }) => share.rate)).toEqual([19, 7])
  })

  it('ignores what a client sends for fields of the server', async () => {
    const doc = await create({
      number: 'X-1',
      status: 'done',
      revision: 99,
      confirmedAt: '2020-01-01T00:00:00.000Z',
      totals: { gross: 1 },
      priceMode: 'gross',
      confirmation: { company: 'Fremd' },
    })
    expect(doc).toMatchObject({
      status: 'open',
      number: null,
      revision: 1,
      confirmedAt: null,
      priceMode: 'net',
    })
    expect(doc.totals.gross).toBeGreaterThan(1)
  })

  it('keeps its totals right after a partial update, a bulk update and a duplicate', async () => {
    const doc = await create()
    const partial = await sales.patch(`/orders/${doc.id}?depth=0`, {
      discount: { type: 'amount', amount: 99_999_999 },
    })
    expect(partial.body.doc.totals).toMatchObject({ discount: 17499, gross: 0 })
    const bulk = await sales.patch(`/orders?where[id][equals]=${doc.id}&depth=0`, {
      discount: { type: 'none' },
    })
    expect(bulk.body.docs[0].totals).toMatchObject({ discount: 0, net: 17499 })
    const copy = await sales.post(`/orders/${doc.id}/duplicate?depth=0`, {})
    expect(copy.status).toBeLessThan(300)
    expect(copy.body.doc).toMatchObject({ status: 'open', number: null, revision: 1 })
    expect(copy.body.doc.totals.net).toBe(17499)
  })

  it('keeps its prices when the product changes, and takes a new one with a new product', async () => {
    const other = (await sales.post('/products', { name: 'Kaffee', sku: 'K-1', price: 800 })).body.doc
    const doc = await create()
    await sales.patch(`/products/${other.id}`, { price: 900 })
    const lines = [{ id: doc.lines[0].id, product: other.id, quantity: 3 }, doc.lines[1]]
    const changed = (await sales.patch(`/orders/${doc.id}?depth=0`, { lines })).body.doc
    expect(changed.lines[0]).toMatchObject({
      name: 'Kaffee',
      sku: 'K-1',
      unitPrice: 900,
      taxRate: 19,
      total: 2700,
    })
    await sales.patch(`/products/${other.id}`, { price: 1, active: false })
    const again = await sales.patch(`/orders/${doc.id}?depth=0`, { description: 'x' })
    expect(again.body.doc.lines[0]).toMatchObject({ unitPrice: 900, total: 2700 })
  })

  it.each([
    ['blank name', { name: '  ' }, 'name'],
    ['missing customer', { customer: null }, 'customer'],
    ['unknown customer', { customer: 999_999 }, 'customer'],
    ['unknown product', { lines: [{ product: 999_999, quantity: 1 }] }, 'lines.0.product'],
    ['no quantity', { lines: [{ name: 'a', unitPrice: 1, quantity: 0 }] }, 'lines.0.quantity'],
    ['four decimals', { lines: [{ name: 'a', unitPrice: 1, quantity: 1.0005 }] }, 'lines.0.quantity'],
    ['negative price', { lines: [{ name: 'a', unitPrice: -1, quantity: 1 }] }, 'lines.0.unitPrice'],
    ['broken cents', { lines: [{ name: 'a', unitPrice: 0.5, quantity: 1 }] }, 'lines.0.unitPrice'],
    ['line without name', { lines: [{ unitPrice: 1, quantity: 1 }] }, 'lines.0.name'],
    ['101 percent', { discount: { type: 'percent', percent: 101 } }, 'discount.percent'],
    ['negative amount', { discount: { type: 'amount', amount: -1 } }, 'discount.amount'],
    ['huge sum', { lines: [{ name: 'a', unitPrice: 9e15, quantity: 9e12 }] }, 'lines'],
  ])('is refused with the path of the field: %s', async (_, data, path) => {
    const before = (await sales.get('/orders/count')).body.totalDocs
    const answer = await sales.post('/orders', order(data))
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body.errors)).toContain(`"path":"${path}"`)
    expect((await sales.get('/orders/count')).body.totalDocs).toBe(before)
  })

  it('answers in the language of the request', async () => {
    const english = await staff(host.payload, host.api, 'sales', 'en')
    const data = order({ lines: [{ name: 'a', unitPrice: 1, quantity: -1 }] })
    expect(JSON.stringify((await english.post('/orders', data)).body)).toContain('must be greater than 0')
    expect(JSON.stringify((await sales.post('/orders', data)).body)).toContain('muss größer als 0 sein')
  })

  it('refuses a stale revision with 409 and the current one', async () => {
    const doc = await create()
    expect((await sales.patch(`/orders/${doc.id}`, { revision: 1, name: 'Erste' })).status).toBe(200)
    const stale = await sales.patch(`/orders/${doc.id}`, { revision: 1, name: 'Zweite' })
    expect(stale.status).toBe(409)
    expect(stale.body.errors[0].data).toMatchObject({ revision: 2 })
    expect((await sales.get(`/orders/${doc.id}`)).body.name).toBe('Erste')
  })

  it('counts every one of many parallel writes', async () => {
    const doc = await create()
    const writes = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        sales.patch(`/orders/${doc.id}`, { description: `n${index}` }),
      ),
    )
    expect(writes.map((write) => write.status)).toEqual(Array(12).fill(200))
    expect((await sales.get(`/orders/${doc.id}`)).body.revision).toBe(13)
  })
})
