import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClient, staff, type Client } from '../support/client.js'
import { startHost, type TestHost } from '../support/host.js'

let host: TestHost
let marketing: Client
let holder: pg.Client
let customer: number
let order: number

beforeAll(async () => {
  host = await startHost()
  const admin = await staff(host.payload, host.api, 'admin')
  marketing = await staff(host.payload, host.api, 'marketing')
  customer = (await admin.post('/customers', { company: 'Muster AG' })).body.doc.id
  order = (await admin.post('/orders', { customer, name: 'Tee' })).body.doc.id
})
beforeEach(async () => {
  holder = new pg.Client({ connectionString: host.databaseUrl })
  await holder.connect()
  await holder.query('BEGIN')
  await holder.query('SELECT id FROM orders FOR UPDATE')
  await holder.query('SELECT id FROM customers FOR UPDATE')
})
afterEach(async () => {
  await holder.query('ROLLBACK')
  await holder.end()
})
afterAll(() => host.close())

describe('whoever may not change something', () => {
  it('hears so at once, while somebody else is at it, and holds up nobody', async () => {
    for (const client of [createClient(host.api), marketing])
      for (const [path, method] of [
        [`/customers/${customer}`, 'delete'],
        ['/customers?where[id][exists]=true', 'delete'],
        [`/orders/${order}`, 'patch'],
        ['/orders?where[id][exists]=true', 'patch'],
      ] as const) {
        const answer = method === 'patch' ? client.patch(path, { name: 'Kaffee' }) : client.delete(path)
        expect((await answer).status, `${method} ${path}`).toBe(403)
      }
  })
})
