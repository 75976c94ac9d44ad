import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staff, type Client } from '../support/client.js'
import { startHost, type TestHost } from '../support/host.js'
import {
  centsOf,
  customerOf,
  expectedTotals,
  northwindIsThere,
  productOf,
  readNorthwind,
} from '../support/northwind.js'

interface Stored {
  id: number
  [field: string]: unknown
}

it('reads prices digit by digit', () => {
  expect(['21.35', '9.2', '123.79', '6'].map(centsOf)).toEqual([2135, 920, 12379, 600])
})

describe.skipIf(!northwindIsThere())('the Northwind data', () => {
  let host: TestHost
  let sales: Client
  const customers: Stored[] = []
  const products: Stored[] = []

  beforeAll(async () => {
    host = await startHost()
    await staff(host.payload, host.api, 'admin')
    sales = await staff(host.payload, host.api, 'sales')
  })
  afterAll(() => host.close())

  const put = async (slug: string, data: object, stored: Stored[]) => {
    const { status, body } = await sales.post(`/${slug}?depth=0`, data)
    expect(status, JSON.stringify({ data, body })).toBe(201)
    stored.push(body.doc)
  }

  it('keeps every field of every customer', async () => {
    const sent = readNorthwind('customers').map(customerOf)
    expect(sent).toHaveLength(91)
    for (const data of sent) await put('customers', data, customers)
    const { body } = await sales.get('/customers?limit=0&depth=0&sort=id')
    expect(body.totalDocs).toBe(91)
    sent.forEach((data, index) => expect(body.docs[index]).toMatchObject(data))
    expect(body.docs.every((doc: any) => doc.contacts.length === 1 && doc.tags.length === 2)).toBe(true)
    expect(body.docs.map((doc: any) => doc.customerNumber)).toEqual(
      sent.map((_, index) => `${10_001 + index}`),
    )
  })

  it('keeps every field of every product', async () => {
    const sent = readNorthwind('products').map(productOf)
    expect(sent).toHaveLength(77)
    for (const data of sent) await put('products', data, products)
    const { body } = await sales.get('/products?limit=0&depth=0&sort=id')
    expect(body.totalDocs).toBe(77)
    sent.forEach((data, index) => expect(body.docs[index]).toMatchObject(data))
  })

  it('refuses a discontinued product on an order', async () => {
    const product = products.find((entry) => !entry.active)?.id
    const lines = [{ product, quantity: 1 }]
    const { status, body } = await sales.post('/orders', { customer: customers[0]?.id, name: 'Alt', lines })
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('"path":"lines.0.product"')
  })

  it('computes an order for every customer to the cent and confirms one', async () => {
    const active = products.filter((product) => product.active)
    const orders: number[] = []
    for (const [index, customer] of customers.entries()) {
      // Thousandths: 1.000 to some 40, whole ones and such with one to three decimals.
      const chosen = [0, 1, 2].map((step) => ({
        product: active[(index * 7 + step * 23) % active.length] as Stored,
        quantity:
          BigInt(1 + ((index + step) % 9)) * 1000n + ([0n, 500n, 125n, 333n][(index + step) % 4] ?? 0n),
        rate: step === 1 && index % 2 === 0 ? 7 : 19,
      }))
      const percent = index % 3 === 0 ? 3 + (index % 20) : 0
      const { status, body } = await sales.post('/orders?depth=0', {
        customer: customer.id,
        name: `Northwind ${index}`,
        lines: chosen.map(({ product, quantity, rate }) => ({
          product: product.id,
          quantity: Number(`${quantity / 1000n}.${String(quantity % 1000n).padStart(3, '0')}`),
          ...(rate === 19 ? {} : { taxRate: rate }),
        })),
        ...(percent > 0 ? { discount: { type: 'percent', percent } } : {}),
      })
      expect(status, JSON.stringify(body)).toBe(201)
      const { body: doc } = await sales.get(`/orders/${body.doc.id}?depth=0`)
      const expected = expectedTotals(
        chosen.map(({ product, quantity, rate }) => ({
          quantity,
          unitPrice: BigInt(product.price as number),
          rate: BigInt(rate),
        })),
        BigInt(percent),
      )
      expect(doc.lines.map((line: any) => line.total)).toEqual(expected.lineTotals)
      expect(doc.lines.map((line: any) => [line.name, line.sku, line.unit, line.unitPrice])).toEqual(
        chosen.map(({ product }) => [product.name, product.sku, product.unit, product.price]),
      )
      const taxes = doc.totals.taxes.map(({ rate, net, tax }: any) => ({ rate, net, tax }))
      expect({ ...doc.totals, taxes }).toEqual(expected.totals)
      orders.push(doc.id)
    }
    expect(orders).toHaveLength(91)

    const confirmed = await sales.post(`/orders/${orders[0]}/confirm`)
    expect(confirmed.status).toBe(200)
    const { body } = await sales.get(`/orders/${orders[0]}?depth=0`)
    expect(body).toMatchObject({
      status: 'confirmed',
      number: expect.stringMatching(/\d/),
      confirmation: {
        company: 'Alfreds Futterkiste',
        address: { street: 'Obere Str. 57', city: 'Berlin', country: 'DE' },
        recipient: { firstName: 'Maria', lastName: 'Anders', email: 'alfki@northwind.example' },
      },
    })
  })
})
