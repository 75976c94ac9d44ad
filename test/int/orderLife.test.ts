import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { startHost, type TestHost } from '../support/host.js'

let host: TestHost
let admin: Client
let sales: Client
let marketing: Client
let customer: number
let product: number

beforeAll(async () => {
  host = await startHost()
  admin = await staff(host.payload, host.api, 'admin')
  sales = await staff(host.payload, host.api, 'sales')
  marketing = await staff(host.payload, host.api, 'marketing')
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

describe('the life of an order', () => {
  it('gives one number and one mail, however often it is confirmed at once', async () => {
    const doc = await create()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => sales.post(`/orders/${doc.id}/confirm`)),
    )
    expect(answers.map((answer) => answer.status)).toEqual(Array(50).fill(200))
    expect(new Set(answers.map((answer) => answer.body.doc.number)).size).toBe(1)
    expect(answers[0]?.body.doc).toMatchObject({ status: 'confirmed', revision: 2 })
    const mails = await query(host.databaseUrl, 'SELECT * FROM mails WHERE order_id = $1', [doc.id])
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({
      state: 'queued',
      to: 'info@muster.test',
      dedupe_key: `order:${doc.id}:confirmation:1`,
    })
  })

  it('numbers without gaps, also when confirmations fail in between', async () => {
    const mute = (await sales.post('/customers', { company: 'Stumm' })).body.doc.id
    const ids = await Promise.all(
      Array.from(
        { length: 12 },
        async (_, index) => (await create(index % 3 === 0 ? { customer: mute } : {})).id as number,
      ),
    )
    const answers = await Promise.all(ids.map((id) => sales.post(`/orders/${id}/confirm`)))
    expect(answers.filter((answer) => answer.status === 422)).toHaveLength(4)
    const numbers = await query<{ n: number }>(
      host.databaseUrl,
      `SELECT right(number, 5)::int AS n FROM orders WHERE number IS NOT NULL ORDER BY 1`,
    )
    expect(numbers.map((row) => row.n)).toEqual(numbers.map((_, index) => index + 1))
  })

  it('refuses to confirm without a recipient and changes nothing', async () => {
    const mute = (await sales.post('/customers', { company: 'Ohne Adresse' })).body.doc.id
    const doc = await create({ customer: mute })
    const answer = await sales.post(`/orders/${doc.id}/confirm`)
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer.body)).toContain('E-Mail-Adresse')
    expect((await sales.get(`/orders/${doc.id}`)).body).toMatchObject({
      status: 'open',
      number: null,
      revision: 1,
    })
    expect((await sales.post(`/orders/${doc.id}/complete`)).body.doc).toMatchObject({ status: 'done' })
  })

  it('writes to the main contact before the customer', async () => {
    const contacts = [
      { firstName: 'Anna', lastName: 'Ort', email: 'anna@muster.test' },
      { email: 'zweite@muster.test' },
    ]
    const id = (await sales.post('/customers', { company: 'Kontakt', email: 'alle@muster.test', contacts }))
      .body.doc.id
    const doc = await create({ customer: id })
    await sales.post(`/orders/${doc.id}/confirm`)
    const [mail] = await query(host.databaseUrl, 'SELECT "to" FROM mails WHERE order_id = $1', [doc.id])
    expect(mail?.to).toBe('anna@muster.test')
  })

  it('freezes a confirmed order on every route', async () => {
    const doc = await create()
    const confirmed = (await sales.post(`/orders/${doc.id}/confirm`)).body.doc
    expect((await sales.patch(`/orders/${doc.id}`, { name: 'Anders' })).status).toBe(400)
    const lines = [{ ...confirmed.lines[0], quantity: 9 }, confirmed.lines[1]]
    expect((await admin.patch(`/orders/${doc.id}`, { lines })).status).toBe(400)
    const bulk = await admin.patch(`/orders?where[id][equals]=${doc.id}`, {
      discount: { type: 'percent', percent: 5 },
    })
    expect(bulk.body.errors).toHaveLength(1)
    expect((await admin.delete(`/orders/${doc.id}`)).status).toBe(409)
    await expect(
      host.payload.update({ collection: 'orders', id: doc.id, data: { customer: customer + 1 } }),
    ).rejects.toThrow()
    // The admin panel always sends the whole form: what repeats the stored state passes.
    expect((await sales.patch(`/orders/${doc.id}`, { ...confirmed })).status).toBe(200)
    const now = (await sales.get(`/orders/${doc.id}?depth=0`)).body
    expect(now.totals).toEqual(confirmed.totals)
    expect(now.lines).toEqual(confirmed.lines)
  })

  it('follows the table, with rights', async () => {
    const doc = await create()
    expect((await marketing.post(`/orders/${doc.id}/confirm`)).status).toBe(403)
    expect((await sales.post(`/orders/${doc.id}/complete`)).body.doc).toMatchObject({ status: 'done' })
    const mails = await query(host.databaseUrl, 'SELECT 1 FROM mails WHERE order_id = $1', [doc.id])
    expect(mails).toHaveLength(0)
    const done = (await sales.get(`/orders/${doc.id}`)).body
    expect(done.number).toMatch(/^AB-\d{4}-\d{5}$/)
    expect(done.doneAt).toBeTruthy()
    expect((await sales.post(`/orders/${doc.id}/cancel`)).status).toBe(409)
    expect((await sales.post(`/orders/${doc.id}/confirm`)).status).toBe(409)
    expect((await sales.post(`/orders/${doc.id}/reopen`)).status).toBe(403)
    const open = (await admin.post(`/orders/${doc.id}/reopen`)).body.doc
    expect(open).toMatchObject({ status: 'open', number: done.number, doneAt: null })
    // A reopened order keeps its number.
    expect((await sales.patch(`/orders/${doc.id}`, { status: 'confirmed' })).body.doc).toMatchObject({
      number: done.number,
    })
    expect((await sales.patch(`/orders/${doc.id}`, { status: 'open' })).status).toBe(400)
    expect((await sales.post(`/orders/${doc.id}/cancel`)).body.doc.status).toBe('cancelled')
  })

  it('completes with a confirmation when asked to, and sends it again on demand', async () => {
    const doc = await create()
    expect((await sales.post(`/orders/${doc.id}/resend-confirmation`)).status).toBe(409)
    await sales.post(`/orders/${doc.id}/complete`, { sendConfirmation: true })
    expect((await sales.post(`/orders/${doc.id}/resend-confirmation`)).status).toBe(200)
    const mails = await query(
      host.databaseUrl,
      'SELECT dedupe_key FROM mails WHERE order_id = $1 ORDER BY id',
      [doc.id],
    )
    expect(mails.map((mail) => mail.dedupe_key)).toEqual(
      [1, 2].map((n) => `order:${doc.id}:confirmation:${n}`),
    )
  })

  it('says so when the database refuses the COMMIT, and nothing has happened', async () => {
    const doc = await create()
    await query(
      host.databaseUrl,
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$`,
    )
    await query(
      host.databaseUrl,
      `CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON mails DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()`,
    )
    const answer = await sales.post(`/orders/${doc.id}/confirm`)
    await query(host.databaseUrl, 'DROP TRIGGER refuse ON mails')
    expect(answer.status).toBe(503)
    expect((await sales.get(`/orders/${doc.id}`)).body).toMatchObject({ status: 'open', number: null })
    expect(await query(host.databaseUrl, 'SELECT 1 FROM mails WHERE order_id = $1', [doc.id])).toHaveLength(0)
    expect((await sales.post(`/orders/${doc.id}/confirm`)).status).toBe(200)
  })
})
