import { Client as Connection } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orderErasureContext } from '../../hooks/orderErasure.js'
import { staff, type Answer, type Client } from '../support/client.js'
import { startHost, type TestHost } from '../support/host.js'
import { waitingForLocks } from '../support/waitingForLocks.js'

let host: TestHost
let admin: Client
let people = 0

interface Person {
  email: string
  customer: number
  order: number
}

beforeAll(async () => {
  host = await startHost()
  host.payload.logger.level = 'silent'
  admin = await staff(host.payload, host.api, 'admin', 'en')
})
afterAll(() => host.close())

/** Anna, with an order that names her, which goes through the actions. */
async function anna(...actions: string[]): Promise<Person> {
  people += 1
  const email = `anna.${people}@muster.test`
  const contacts = [{ firstName: 'Anna', lastName: 'Ort', email }]
  const customer = (await admin.post('/customers', { company: `Muster ${people} AG`, contacts })).body.doc.id
  const lines = [{ name: "Anna Ort's cup", quantity: 1, unitPrice: 500, taxRate: 7 }]
  const order = (await admin.post('/orders?depth=0', { customer, name: 'For Anna Ort', lines })).body.doc.id
  for (const action of actions) expect((await admin.post(`/orders/${order}/${action}`)).status).toBe(200)
  return { email, customer, order }
}

/** Somebody else has locked something, goes on as soon as the erasure waits for it, and commits. */
async function overtaken(
  { customer, email }: Person,
  lock: [sql: string, values: unknown[]][],
  goOn: (connection: Connection) => Promise<unknown>,
): Promise<Answer<any>> {
  const connection = new Connection({ connectionString: host.databaseUrl })
  await connection.connect()
  try {
    await connection.query('BEGIN')
    for (const [sql, values] of lock) await connection.query(sql, values)
    const answer = admin.post(`/customers/${customer}/gdpr-erase`, { person: email })
    await waitingForLocks(host.databaseUrl)
    // Whatever becomes of it: the erasure must not outlive the test.
    const outcome = await Promise.allSettled([
      goOn(connection).then(() => connection.query('COMMIT')),
      answer,
    ])
    for (const one of outcome) if (one.status === 'rejected') throw one.reason
    return await answer
  } finally {
    await connection.end()
  }
}
const holding = (order: number): [string, unknown[]][] => [
  ['SELECT id FROM orders WHERE id = $1 FOR UPDATE', [order]],
]
const storedOrder = async (id: number) => (await admin.get(`/orders/${id}?depth=0`)).body

describe('the erasure of a person', () => {
  it.each(['confirmed', 'cancelled'])(
    'keeps an order that got its number at the same moment: %s',
    async (status) => {
      const person = await anna()
      const { body, status: code } = await overtaken(person, holding(person.order), (connection) =>
        connection.query(
          `UPDATE orders SET status = $2, number = $3, confirmed_at = now(), revision = revision + 1 WHERE id = $1`,
          [person.order, status, `RACE-${status}`],
        ),
      )
      expect(code, JSON.stringify(body)).toBe(200)
      expect(body.erased).toMatchObject({ orders: 0, contacts: 1 })
      expect(body.kept).toContainEqual(expect.objectContaining({ what: 'orders', count: 1 }))
      const order = await storedOrder(person.order)
      expect(order).toMatchObject({ number: `RACE-${status}`, status, name: 'For Anna Ort', revision: 2 })
      expect(order.lines).toMatchObject([{ name: "Anna Ort's cup" }])
    },
  )

  it('takes back no change to the lines that was made at the same moment', async () => {
    const person = await anna()
    const { body, status } = await overtaken(person, holding(person.order), (connection) =>
      connection.query('UPDATE orders_lines SET quantity = 7 WHERE _parent_id = $1', [person.order]),
    )
    expect(status, JSON.stringify(body)).toBe(200)
    const order = await storedOrder(person.order)
    expect(order.name).toBe('For [erased]')
    expect(order.lines).toMatchObject([{ quantity: 7, name: '[erased] cup' }])
  })

  it('waits for whoever holds an order and comes to its customer', async () => {
    const person = await anna()
    const { body, status } = await overtaken(person, holding(person.order), (connection) =>
      connection.query('SELECT id FROM customers WHERE id = $1 FOR KEY SHARE', [person.customer]),
    )
    expect(status, JSON.stringify(body)).toBe(200)
    expect((await storedOrder(person.order)).name).toBe('For [erased]')
  })

  it('waits for a report of a bounce, which comes from the mail to the subscriber', async () => {
    const person = await anna('confirm')
    const data = { email: person.email, firstName: 'Anna', lastName: 'Ort' }
    const { id } = await host.payload.create({ collection: 'subscribers', data, overrideAccess: true })
    const mail = { to: person.email, kind: 'subscriptionCheck', state: 'sent', dedupeKey: person.email }
    await host.payload.create({
      collection: 'mails',
      data: { ...mail, subject: 'Anna' },
      overrideAccess: true,
    })
    const { body, status } = await overtaken(
      person,
      [
        [
          `SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`,
          [`mozaikoo-crm:subscriber:${person.email}`],
        ],
        ['SELECT id FROM mails WHERE dedupe_key = $1 FOR UPDATE', [person.email]],
      ],
      (connection) => connection.query('UPDATE subscribers SET soft_bounces = 1 WHERE id = $1', [id]),
    )
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.erased).toMatchObject({ subscriber: 1, mails: 1 })
  })
})

describe('an order that has a number', () => {
  it('is frozen for the erasure too', async () => {
    const { order } = await anna('confirm')
    const before = await storedOrder(order)
    const write = (data: object) =>
      host.payload.update({
        collection: 'orders',
        id: order,
        data,
        overrideAccess: true,
        context: { [orderErasureContext]: order },
      })
    await expect(write({ name: 'For [erased]' })).rejects.toThrow()
    const lines = before.lines.map((line: object) => ({ ...line, name: '[erased] cup' }))
    await expect(write({ lines })).rejects.toThrow()
    expect(await storedOrder(order)).toEqual(before)
  })
})
