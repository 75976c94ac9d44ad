import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { startHost, type TestHost } from '../support/host.js'

const email = 'anna.ort@muster.test'
const naming = '\\manna[. ]ort'
let host: TestHost
let admin: Client
let customer: number
let foreign: number
/** Orders that name the person, by what has become of them. */
let orders: Record<'open' | 'withdrawn' | 'lineOnly' | 'confirmed' | 'called off' | 'reopened', number>

beforeAll(async () => {
  host = await startHost()
  host.payload.logger.level = 'silent'
  admin = await staff(host.payload, host.api, 'admin', 'en')
  const contacts = [{ firstName: 'Anna', lastName: 'Ort', email }]
  customer = (await admin.post('/customers', { company: 'Muster AG', contacts })).body.doc.id
  const texts = { name: `Present for Anna Ort`, description: `${email} comes for it, says Anna Ort.` }
  const line = { name: "Engraving: Anna Ort's cup", quantity: 3, unitPrice: 500, taxRate: 7 }
  const tea = { name: 'Tea', quantity: 2, unitPrice: 250, taxRate: 7 }
  const order = async (actions: string[], data: object = texts) => {
    const { id } = (await admin.post('/orders?depth=0', { customer, ...data, lines: [tea, line] })).body.doc
    for (const action of actions) {
      const answer = await admin.post(`/orders/${id}/${action}`)
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    }
    return id as number
  }
  orders = {
    open: await order([]),
    withdrawn: await order(['cancel']),
    lineOnly: await order(['cancel'], { name: 'Cup' }),
    confirmed: await order(['confirm']),
    'called off': await order(['confirm', 'cancel']),
    reopened: await order(['confirm', 'complete', 'reopen']),
  }
  const other = (await admin.post('/customers', { company: 'Andere GmbH' })).body.doc.id
  foreign = await order(['cancel'], { customer: other, name: 'For another Anna Ort' })
})
afterAll(() => host.close())

const read = async (id: number) => (await admin.get(`/orders/${id}?depth=0`)).body
const rowsNaming = (id: number) =>
  query(
    host.databaseUrl,
    `SELECT id::text FROM orders WHERE id = $1 AND orders::text ~* $2
     UNION ALL SELECT id FROM orders_lines WHERE _parent_id = $1 AND orders_lines::text ~* $2`,
    [id, naming],
  )
const numbered = () => [orders.confirmed, orders['called off'], orders.reopened]
const neverNumbered = () => [orders.open, orders.withdrawn, orders.lineOnly]

describe('of orders that name a person', () => {
  it('the export tells all, also where only a line does', async () => {
    const { body } = await admin.get(`/customers/${customer}/gdpr-export?person=${email}`)
    const told = new Map(body.orders.map((order: any) => [order.id, order]))
    expect([...told.keys()].sort()).toEqual(Object.values(orders).sort())
    expect(told.get(orders.lineOnly)).toMatchObject({ name: 'Cup', lines: ["Engraving: Anna Ort's cup"] })
    const page = await admin.get(`/customers/${customer}/gdpr-export?person=${email}&format=html`)
    expect(page.body).toMatch(/Engraving: Anna Ort(&#39;|&#x27;|')s cup/)
  })

  it('those that never had a number lose the name, cancelled or not; the others stay to the letter', async () => {
    const before = await Promise.all([...numbered(), foreign].map(read))
    const sums = await Promise.all(neverNumbered().map(read))
    const { body, status } = await admin.post(`/customers/${customer}/gdpr-erase`, { person: email })
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.erased.orders).toBe(3)
    expect(body.kept).toContainEqual(expect.objectContaining({ what: 'orders', count: 3 }))

    for (const id of neverNumbered()) expect(await rowsNaming(id)).toEqual([])
    for (const [index, id] of neverNumbered().entries()) {
      const after = await read(id)
      const { lines, status: stage, totals } = sums[index]
      expect(after).toMatchObject({ status: stage, number: null, totals: { gross: totals.gross } })
      const withoutName = ({ name: _, ...rest }: any) => rest
      expect(after.lines.map(withoutName)).toEqual(lines.map(withoutName))
      expect(after.lines.map((line: any) => line.name)).toEqual(['Tea', 'Engraving: [erased] cup'])
    }
    expect((await read(orders.withdrawn)).name).toBe('Present for [erased]')
    expect(await Promise.all([...numbered(), foreign].map(read))).toEqual(before)
  })

  it('what was cancelled is as frozen as before', async () => {
    const change = { name: 'Something else' }
    expect((await admin.patch(`/orders/${orders.withdrawn}`, change)).status).toBe(400)
    const again = await admin.post(`/customers/${customer}/gdpr-erase`, { person: email })
    expect(again.status).toBe(200)
  })
})
