import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { startHost, type TestHost } from '../support/host.js'

let host: TestHost
let marketing: Client
let sales: Client
let list: number
const declaration = 'Einwilligung auf Papier an der Kasse, Ordner 3'

beforeAll(async () => {
  host = await startHost()
  await staff(host.payload, host.api, 'admin')
  marketing = await staff(host.payload, host.api, 'marketing')
  sales = await staff(host.payload, host.api, 'sales')
  list = (await marketing.post('/mailing-lists', { name: 'Angebote' })).body.doc.id
})
afterAll(() => host.close())

const evidenceFor = (email: string) =>
  query<any>(host.databaseUrl, 'SELECT * FROM consents WHERE email = $1 ORDER BY sequence', [email])
const person = async (email: string) =>
  (await marketing.get(`/subscribers?where[email][equals]=${encodeURIComponent(email)}&depth=0`)).body.docs[0]

describe('the contact of a customer', () => {
  it('is subscribed by staff who answer for it, or asked by mail', async () => {
    const contacts = [{ firstName: 'Eva', email: 'Eva@Contact.test' }, { email: 'max@contact.test' }]
    const { id } = (await sales.post('/customers', { company: 'Contact', contacts, language: 'en' })).body.doc
    const call = (body: object) => marketing.post(`/customers/${id}/subscribe`, body)
    const declared = await call({ email: 'eva@contact.test', basis: 'declared', declaration, lists: [list] })
    expect(declared).toMatchObject({ status: 200, body: { result: 'created' } })
    expect(await person('eva@contact.test')).toMatchObject({ customer: id, firstName: 'Eva', language: 'en' })
    expect((await call({ email: 'max@contact.test', basis: 'existingCustomer', declaration })).status).toBe(
      409,
    )
    expect(await call({ email: 'max@contact.test', basis: 'doubleOptIn', lists: [list] })).toMatchObject({
      status: 202,
    })
    expect(await person('max@contact.test')).toMatchObject({ status: 'pending', customer: id, lists: [list] })
    expect((await call({ email: 'somebody@else.test', basis: 'declared', declaration })).status).toBe(400)
    expect((await sales.post(`/customers/${id}/subscribe`, {})).status).toBe(403)
    expect((await marketing.post('/customers/999999/subscribe', {})).status).toBe(404)
  })
})

describe('somebody who was only written down', () => {
  it('gets nothing before there is a consent: asked by mail, or recorded by staff', async () => {
    const write = async (email: string) =>
      (await marketing.post('/subscribers', { email, firstName: 'Ute', lists: [list] })).body.doc.id as number
    const asked = await write('ute@hand.test')
    expect(await person('ute@hand.test')).toMatchObject({ status: 'pending', requestedAt: null })
    const ask = () => marketing.post(`/subscribers/${asked}/subscribe`, { basis: 'doubleOptIn' })
    expect(await ask()).toMatchObject({ status: 202, body: { result: 'requested', subscriber: asked } })
    expect(await person('ute@hand.test')).toMatchObject({
      status: 'pending',
      firstName: 'Ute',
      lists: [list],
    })
    expect(await evidenceFor('ute@hand.test')).toMatchObject([{ kind: 'requested', lists: ['Angebote'] }])
    const mails = await query(host.databaseUrl, `SELECT kind FROM mails WHERE subscriber_id = $1`, [asked])
    expect(mails).toEqual([{ kind: 'subscriptionCheck' }])
    // Nobody is asked twice in a row, and whoever tries reads that nothing went out.
    expect(await ask()).toMatchObject({ status: 200, body: { result: 'unchanged' } })

    const recorded = await write('uwe@hand.test')
    const record = (body: object) => marketing.post(`/subscribers/${recorded}/subscribe`, body)
    expect((await record({ basis: 'declared', declaration: 'kurz' })).status).toBe(400)
    expect((await record({ basis: 'existingCustomer', declaration })).status).toBe(409)
    expect(await record({ basis: 'declared', declaration })).toMatchObject({ status: 200 })
    expect(await person('uwe@hand.test')).toMatchObject({ status: 'confirmed', legalBasis: 'declared' })
    expect(await evidenceFor('uwe@hand.test')).toMatchObject([{ kind: 'declared', source: declaration }])

    const leave = (client: Client) => client.post(`/subscribers/${recorded}/unsubscribe`)
    expect((await leave(sales)).status).toBe(403)
    expect(await leave(marketing)).toMatchObject({ status: 200, body: { result: 'unsubscribed' } })
    expect(await leave(marketing)).toMatchObject({ status: 200, body: { result: 'unchanged' } })
    expect(await person('uwe@hand.test')).toMatchObject({ status: 'unsubscribed', legalBasis: null })
    const [, left] = await evidenceFor('uwe@hand.test')
    expect(left).toMatchObject({ kind: 'revoked', declared_by: expect.stringContaining('marketing') })
    // Whatever is declared later: only the person can come back.
    expect((await record({ basis: 'declared', declaration })).status).toBe(409)

    expect((await sales.post(`/subscribers/${asked}/subscribe`, { basis: 'doubleOptIn' })).status).toBe(403)
    expect((await marketing.post('/subscribers/999999/subscribe', {})).status).toBe(404)
  })
})
