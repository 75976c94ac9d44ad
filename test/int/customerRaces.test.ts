import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { staff, type Answer, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { startHost, type TestHost } from '../support/host.js'

let host: TestHost
let admin: Client
/** A customer that stays. */
let stable: number
let product: number

beforeAll(async () => {
  host = await startHost()
  host.payload.logger.level = 'silent'
  admin = await staff(host.payload, host.api, 'admin')
  stable = await newCustomer()
  product = (await admin.post('/products', { name: 'Tee', price: 1250 })).body.doc.id
})
beforeEach(() => query(host.databaseUrl, 'DELETE FROM crm_rate_limits'))
afterAll(() => host.close())

const newCustomer = async () =>
  (await admin.post('/customers', { company: 'Weg', email: 'info@weg.test' })).body.doc.id as number
const address = () => `race-${Math.random().toString(36).slice(2)}@kunde.test`
const created = async (path: string, data: object): Promise<number> =>
  (await admin.post(`${path}?depth=0`, data)).body.doc.id
const order = (customer: number) => ({
  ...{ customer, name: 'Herbst', lines: [{ product, quantity: 1 }] },
})
const account = (customer: number) => ({
  ...{ customer, email: address(), name: 'Eva', password: 'ein gutes Passwort' },
})

/** What staff writes of two customers while both are deleted. */
async function writesAbout(a: number, b: number): Promise<(() => Promise<Answer>)[]> {
  const moved = await created('/orders', order(stable))
  const met = await created('/activities', { customer: stable, name: 'Treffen' })
  const bound = await created('/activities', { customer: a, partner: b, name: 'Messe' })
  const original = await created('/orders', order(a))
  const reader = await created('/subscribers', { email: address(), customer: b })
  return [
    ...[a, b, a, b].map((customer) => () => admin.post('/orders', order(customer))),
    ...[a, b].flatMap((customer) => [
      () => admin.post('/activities', { customer, partner: customer === a ? b : a, name: 'Anruf' }),
      () => admin.post('/activities', { customer: stable, partner: customer, name: 'Besuch' }),
      () => admin.post('/accounts', account(customer)),
      () => admin.post('/subscribers', { email: address(), customer }),
    ]),
    () => admin.post(`/orders/${original}/duplicate`),
    () => admin.post(`/orders/${original}/duplicate`),
    () => admin.patch(`/orders/${moved}`, { customer: b }),
    () => admin.patch(`/activities/${met}`, { customer: b, partner: a }),
    () => admin.patch(`/activities/${bound}`, { customer: b, partner: a }),
    () => admin.patch(`/subscribers/${reader}`, { customer: a }),
  ]
}

const refusedAt = ({ body }: Answer<any>) => body.errors[0]?.data?.errors?.map(({ path }: any) => path)

describe('a customer that is deleted while staff writes of it', () => {
  it('is gone with what was written, or the write is refused at the customer; nothing ends in a 500', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [a, b] = [await newCustomer(), await newCustomer()]
      const writes = await writesAbout(a, b)
      const remove =
        round % 2 === 0
          ? [() => admin.delete(`/customers/${a}`), () => admin.delete(`/customers/${b}`)]
          : [() => admin.delete(`/customers?where[id][in]=${b},${a}`)]
      // Now before them, now among them.
      writes.splice((round * 3) % writes.length, 0, ...remove)
      const answers = await Promise.all(writes.map((write) => write()))
      for (const answer of answers) {
        expect([200, 201, 400, 404], JSON.stringify(answer.body)).toContain(answer.status)
        if (answer.status !== 400) continue
        expect(refusedAt(answer), JSON.stringify(answer.body)).toBeTruthy()
        for (const path of refusedAt(answer)) expect(['customer', 'partner']).toContain(path)
      }
      const gone = await query(host.databaseUrl, 'SELECT id FROM customers WHERE id IN ($1, $2)', [a, b])
      expect(gone).toEqual([])
    }
    for (const table of ['orders', 'activities', 'accounts'])
      expect(await query(host.databaseUrl, `SELECT id FROM ${table} WHERE customer_id IS NULL`)).toEqual([])
    const alone = await query(host.databaseUrl, 'SELECT id FROM orders_lines WHERE _parent_id IS NULL')
    expect(alone).toEqual([])
  })

  it('and invites to an account', async () => {
    for (let round = 0; round < 6; round += 1) {
      const customer = await newCustomer()
      const known = { email: address(), name: 'Eva' }
      expect((await admin.post(`/customers/${customer}/invite`, known)).status).toBe(201)
      const invite = (person: object) => admin.post(`/customers/${customer}/invite`, person)
      const answers = await Promise.all([
        ...(round % 2 ? [] : [admin.delete(`/customers/${customer}`)]),
        invite(known),
        invite({ email: address(), name: 'Neu' }),
        invite(known),
        ...(round % 2 ? [admin.delete(`/customers/${customer}`)] : []),
        invite({ email: address(), name: 'Neu' }),
      ])
      for (const { body, status } of answers)
        expect([200, 201, 400, 404], JSON.stringify(body)).toContain(status)
    }
    expect(await query(host.databaseUrl, 'SELECT id FROM accounts WHERE customer_id IS NULL')).toEqual([])
  })
})
