import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shopper } from '../support/accounts.js'
import { staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { startHost, type TestHost } from '../support/host.js'

const email = 'Anna.Ort@muster.test'
const evil = '<script>alert(1)</script>'
let host: TestHost
let admin: Client
let customer: number
let order: number

beforeAll(async () => {
  host = await startHost()
  admin = await staff(host.payload, host.api, 'admin', 'en')
  const contacts = [
    { firstName: 'Anna', lastName: 'Ort', email, phone: '030 123' },
    { firstName: 'Bert', lastName: 'Rest', email: 'bert@muster.test' },
  ]
  customer = (await admin.post('/customers', { company: 'Muster AG', contacts })).body.doc.id
  await shopper(host, customer, email.toLowerCase())
  await admin.post('/activities', {
    customer,
    name: 'Call with Anna Ort',
    description: `${email} asked ${evil}`,
    contact: { firstName: 'Anna', email },
  })
  await admin.post('/activities', {
    customer,
    name: 'Call with Bert',
    contact: { email: 'bert@muster.test' },
  })
  const subscriber = (await admin.post('/subscribers', { email, firstName: 'Anna', status: 'confirmed' }))
    .body.doc.id
  await host.payload.create({
    collection: 'consents',
    data: {
      subscriber,
      subscriberKey: String(subscriber),
      kind: 'requested',
      email: email.toLowerCase(),
      text: 'I agree.',
      requestedAt: new Date().toISOString(),
    },
  })
  const lines = [{ name: 'Tea', quantity: 1, unitPrice: 500, taxRate: 7 }]
  order = (await admin.post('/orders', { customer, name: 'Autumn', lines })).body.doc.id
  expect((await admin.post(`/orders/${order}/confirm`)).status).toBe(200)
  await host.payload.create({
    collection: 'mails',
    data: {
      kind: 'orderConfirmation',
      state: 'queued',
      to: email,
      subject: 'x',
      dedupeKey: 'x',
      html: 'Anna',
    },
  })
})
afterAll(() => host.close())

const path = () => `/customers/${customer}/gdpr-export?person=${encodeURIComponent(email)}`

describe('what is stored about a person', () => {
  it('is told whole, as JSON, without the means to log in', async () => {
    const { body, status } = await admin.get(path())
    expect(status).toBe(200)
    const counts = Object.fromEntries(Object.entries<any>(body).map(([name, list]) => [name, list.length]))
    expect(counts).toMatchObject({
      contacts: 1,
      account: 1,
      subscriber: 1,
      consents: 1,
      activities: 1,
      orders: 1,
    })
    expect(body.mails.length).toBeGreaterThanOrEqual(2)
    const text = JSON.stringify(body)
    expect(text).toContain('030 123')
    expect(text).not.toMatch(/bert@|Rest|"salt"|resetPasswordToken/)
    expect(JSON.stringify(body.account)).not.toContain('"hash"')
  })

  it('is told as a page to read, with everything escaped', async () => {
    const { body, status } = await admin.get(`${path()}&format=html`)
    expect(status).toBe(200)
    expect(body).toContain('Data stored about anna.ort@muster.test')
    expect(body).toContain('Consents (1)')
    // In words, not as it is stored.
    expect(body).toContain('<dt>First name</dt>')
    expect(body).toMatch(/<dt>Created At<\/dt>\s*<dd><span>\d\d\/\d\d\/\d{4}, \d\d:\d\d:\d\d/)
    expect(body).not.toContain(evil)
    expect(body).toContain('&lt;script&gt;')
  })

  it('is told to nobody else, and of nobody who is not there', async () => {
    const sales = await staff(host.payload, host.api, 'sales')
    expect((await sales.get(path())).status).toBe(403)
    expect((await sales.post(`/customers/${customer}/gdpr-erase`, { person: email })).status).toBe(403)
    expect((await admin.get(`/customers/${customer}/gdpr-export?person=nobody@muster.test`)).status).toBe(404)
    expect((await admin.get(`/customers/${customer}/gdpr-export?person[like]=a`)).status).toBe(400)
    expect((await admin.get(`/customers/999999/gdpr-export?person=${email}`)).status).toBe(404)
  })
})

describe('the erasure of a person', () => {
  it('says what is gone, what stays and why, and means it', async () => {
    const before = (await admin.get(`/orders/${order}?depth=0`)).body
    const { body, status } = await admin.post(`/customers/${customer}/gdpr-erase`, { person: email })
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.erased).toMatchObject({ contacts: 1, account: 1, subscriber: 1, activities: 1 })
    expect(body.kept.map(({ what }: any) => what).sort()).toEqual(['consents', 'mails', 'orders'])
    for (const { why } of body.kept) expect(why).toMatch(/HGB|Art\. 7/)

    // The order and its mail are business letters and stay to the letter.
    expect((await admin.get(`/orders/${order}?depth=0`)).body).toEqual(before)
    const dump = async (table: string) =>
      JSON.stringify(await query(host.databaseUrl, `SELECT * FROM ${table}`))
    // The evidence of a consent names whose it is until it runs out.
    for (const table of [
      'customers',
      'customers_contacts',
      'accounts',
      'subscribers',
      'activities',
      'crm_audit',
    ])
      expect(await dump(table), table).not.toMatch(/Anna|anna\.ort|030 123/i)
    const mails = await query(host.databaseUrl, `SELECT * FROM mails WHERE "to" ILIKE $1`, [email])
    expect(mails.map((mail) => mail.order_id)).toEqual([order])
    const open = await query(
      host.databaseUrl,
      `SELECT 1 FROM mails WHERE order_id IS NULL AND state IN ('queued', 'deferred')`,
    )
    expect(open).toEqual([])

    const rest = (await admin.get(`/customers/${customer}?depth=0`)).body
    expect(rest.contacts).toMatchObject([{ firstName: 'Bert' }])
    const subscriber = (await admin.get('/subscribers')).body.docs[0]
    expect(subscriber).toMatchObject({ status: 'unsubscribed', firstName: null })
    expect(subscriber.email).toMatch(/^erased-[0-9a-f]{24}@erased\.invalid$/)
  })

  it('is written down, without naming anybody', async () => {
    const { body } = await admin.get('/crm-audit?sort=createdAt&depth=0')
    expect(body.docs.map((doc: any) => doc.action)).toEqual(['gdprExport', 'gdprExport', 'gdprErase'])
    expect(new Set(body.docs.map((doc: any) => doc.person)).size).toBe(1)
    expect(body.docs[0].author).toBeTruthy()
  })
})
