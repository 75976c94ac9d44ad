import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLocalReq } from 'payload'
import { dayOf } from '../../src/domain/calendar.js'
import { findAgenda } from '../../src/overview/agenda.js'
import { countOpenActivities } from '../../src/overview/openActivities.js'
import { findOpenOrders, sumOrdersByMonth } from '../../src/overview/orderFigures.js'
import { createClient, staff, type Client } from '../support/client.js'
import { startHost, type TestHost } from '../support/host.js'

let host: TestHost
let admin: Client
let marketing: Client

beforeAll(async () => {
  host = await startHost()
  admin = await staff(host.payload, host.api, 'admin')
  marketing = await staff(host.payload, host.api, 'marketing')
})
afterAll(() => host.close())

const create = async (path: string, body: object): Promise<number> =>
  (await admin.post(`/${path}`, body)).body.doc.id as number
const customer = (company: string) => create('customers', { company, email: 'kunde@mozaikoo.test' })
const line = { name: 'Tee', quantity: 1, unitPrice: 1000, taxRate: 19 }
const order = (customerId: number, name: string, more: object = {}) =>
  create('orders', { customer: customerId, name, lines: [line], ...more })

async function request() {
  const { docs } = await host.payload.find({ collection: 'users', where: { roles: { in: ['admin'] } } })
  const user = { ...docs[0], collection: 'users' } as never
  return createLocalReq({ user }, host.payload)
}

describe('what deleting would do', () => {
  it('names the customer and counts what goes along', async () => {
    const id = await customer('Teehaus Nord')
    await create('activities', { customer: id, name: 'Anruf' })
    await create('activities', { customer: id, name: 'Besuch', done: true })
    await order(id, 'Herbst')
    expect((await admin.get(`/customers/${id}/dependents`)).body).toEqual({
      going: { count: 1, names: ['Teehaus Nord'] },
      kept: { count: 0, names: [] },
      activities: 2,
      orders: 1,
    })
  })

  it('says that a customer with a numbered order stays, and so it does', async () => {
    const kept = await customer('Hotel Süd')
    const gone = await customer('Hotel West')
    const confirmed = await order(kept, 'Winter')
    expect((await admin.post(`/orders/${confirmed}/confirm`)).status).toBe(200)
    await create('activities', { customer: kept, name: 'Bleibt' })
    const where = `where[id][in][0]=${kept}&where[id][in][1]=${gone}`
    expect((await admin.get(`/customers/dependents?${where}`)).body).toEqual({
      going: { count: 1, names: ['Hotel West'] },
      kept: { count: 1, names: ['Hotel Süd'] },
      activities: 0,
      orders: 0,
    })
    const deletion = await admin.delete(`/customers?${where}&limit=0&depth=0`)
    expect(deletion.body.docs.map(({ id }: { id: number }) => id)).toEqual([gone])
    expect(deletion.body.errors[0].message).toContain('aufbewahrt')
    expect((await admin.get(`/customers/${kept}`)).status).toBe(200)
    expect((await admin.get(`/customers/${gone}`)).status).toBe(404)
    expect((await admin.get(`/orders/dependents?where[customer][equals]=${kept}`)).body).toMatchObject({
      going: { count: 0 },
      kept: { count: 1, names: ['Winter'] },
    })
  })

  it('names no more than five', async () => {
    for (let n = 0; n < 7; n += 1) await customer(`Filiale ${n}`)
    const { going } = (await admin.get('/customers/dependents?where[company][like]=Filiale')).body
    expect(going.count).toBe(7)
    expect(going.names).toHaveLength(5)
  })

  it('is for those who may delete, and wants to know which entries', async () => {
    const id = await customer('Café Ost')
    expect((await createClient(host.api).get(`/customers/${id}/dependents`)).status).toBe(403)
    expect((await marketing.get(`/orders/dependents?where[id][exists]=true`)).status).toBe(403)
    // Marketing reads customers, but not how many orders they have.
    expect((await marketing.get(`/customers/${id}/dependents`)).status).toBe(403)
    expect((await admin.get('/customers/dependents')).status).toBe(400)
    expect((await admin.get('/customers/999999/dependents')).body.going.count).toBe(0)
  })
})

describe('the figures of the overview', () => {
  it('count open activities a customer', async () => {
    const [busy, idle] = [await customer('Viel zu tun'), await customer('Nichts zu tun')]
    for (const done of [false, false, true]) await create('activities', { customer: busy, name: 'A', done })
    expect(await countOpenActivities(host.payload, [busy, idle])).toEqual({ [busy]: 2 })
    expect(await countOpenActivities(host.payload, [])).toEqual({})
  })

  it('list what is due today or before, and nothing else', async () => {
    const id = await customer('Termine')
    const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
    await create('activities', { customer: id, name: 'vorgestern', dueDate: at(-2) })
    await create('activities', { customer: id, name: 'heute', dueDate: at(0) })
    await create('activities', { customer: id, name: 'übermorgen', dueDate: at(2) })
    await create('activities', { customer: id, name: 'erledigt', dueDate: at(-2), done: true })
    await create('activities', { customer: id, name: 'ohne Datum' })
    const { docs, total } = await findAgenda(await request(), 10)
    expect(docs.map(({ name, overdue, company }) => [name, overdue, company])).toEqual([
      ['vorgestern', true, 'Termine'],
      ['heute', false, 'Termine'],
    ])
    expect(total).toBe(2)
  })

  it('sum the orders by month in the time zone of the CRM, without the cancelled ones', async () => {
    const id = await customer('Summen')
    const month = dayOf(new Date(), 'Europe/Berlin').slice(0, 7)
    const before = await sumOrdersByMonth(await request(), 12)
    // Still October in UTC, November in Berlin: the first instant of the current month there.
    const first = new Date(`${month}-01T00:00:00+01:00`).toISOString()
    await order(id, 'Erster', { bookingDate: first })
    const cancelled = await order(id, 'Storniert', { bookingDate: first })
    await admin.post(`/orders/${cancelled}/cancel`)
    const after = await sumOrdersByMonth(await request(), 12)
    expect(after).toHaveLength(12)
    expect(after.at(-1)).toEqual({
      month,
      gross: (before.at(-1)?.gross ?? 0) + 1190,
      orders: (before.at(-1)?.orders ?? 0) + 1,
    })
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1))
  })

  it('list the orders that are not done', async () => {
    const id = await customer('Offen')
    const [open, done] = [await order(id, 'offen'), await order(id, 'fertig')]
    await admin.post(`/orders/${done}/complete`)
    const ids = (await findOpenOrders(await request(), 100)).docs.map((doc) => doc.id)
    expect(ids).toContain(open)
    expect(ids).not.toContain(done)
  })
})
