import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deriveToken } from '../../src/database/accountToken.js'
import { addressHash } from '../../src/subscription/suppress.js'
import { password, setAccountSettings } from '../support/accounts.js'
import { createClient, staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { startHost, type TestHost } from '../support/host.js'

const before = 'anna.ort@alt.test'
const email = 'anna.ort@muster.test'
let host: TestHost
let admin: Client
let customer: number
let exported: any
const create = async (collection: 'subscribers' | 'consents' | 'suppressions' | 'bounces', data: object) =>
  (await host.payload.create({ collection, data, overrideAccess: true })) as { id: number }
const tokenOf = async (to: string, kind: string) => {
  const rows = await query<{ nonce: string }>(
    host.databaseUrl,
    `SELECT details->>'nonce' AS nonce FROM mails WHERE "to" = $1 AND kind = $2`,
    [to, kind],
  )
  return deriveToken(host.payload.secret, rows[0]?.nonce ?? '')
}
/** Rows of any table in which somebody is named. */
async function rowsNaming(pattern: string): Promise<Record<string, string[]>> {
  const tables = await query<{ name: string }>(
    host.databaseUrl,
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  )
  const found: Record<string, string[]> = {}
  for (const { name } of tables) {
    const rows = await query<{ row: string }>(
      host.databaseUrl,
      `SELECT t::text AS row FROM "${name}" AS t WHERE t::text ~* $1`,
      [pattern],
    )
    if (rows.length > 0) found[name] = rows.map(({ row }) => row)
  }
  return found
}

beforeAll(async () => {
  host = await startHost()
  admin = await staff(host.payload, host.api, 'admin', 'en')
  await setAccountSettings(host.payload, { registration: 'confirmation' })
  const anybody = createClient(host.api)
  // A private person: registers without a company, orders, changes the address.
  await anybody.post('/accounts/register', { email: before, password, name: 'Anna Ort' })
  await anybody.post(`/accounts/verify/${await tokenOf(before, 'accountVerification')}`)
  const { token } = (await anybody.post('/accounts/login', { email: before, password })).body
  const anna = createClient(host.api, token)
  customer = (await anna.get('/customers')).body.docs[0].id
  const product = (await admin.post('/products', { name: 'Tea', price: 500 })).body.doc.id
  await anna.post('/orders', { name: 'Present of Anna Ort', lines: [{ product, quantity: 1 }] })
  await anna.post('/accounts/change-email', { email, password })
  await anybody.post(`/accounts/confirm-email/${await tokenOf(email, 'accountEmailConfirm')}`)
  const { contacts } = (await admin.get(`/customers/${customer}?depth=0`)).body
  await admin.patch(`/customers/${customer}`, {
    email,
    contacts: contacts.map((contact: object) => ({ ...contact, email })),
    address: { street: 'Ortweg 1' },
    bank: { accountHolder: 'Anna Ort', iban: 'DE89370400440532013000' },
  })
  await admin.post('/activities', {
    customer,
    name: 'Call',
    contact: { firstName: 'Anna', lastName: 'Ort', phone: '030 123' },
  })
  const subscriber = await create('subscribers', { email, firstName: 'Anna', lastName: 'Ort' })
  await create('suppressions', {
    address: email,
    addressHash: addressHash(email),
    reason: 'bounced',
    since: new Date().toISOString(),
  })
  await create('bounces', {
    kind: 'hard',
    recipient: email,
    diagnostic: `550 ${email} is unknown`,
    subscriber: subscriber.id,
    reportKey: 'report',
  })
  const consent = { kind: 'requested', text: 'I agree.', requestedAt: new Date().toISOString() }
  await create('consents', { ...consent, subscriberKey: 'deleted', email })

  // Others whose names and addresses hold hers, and a namesake of another customer.
  const other = (
    await admin.post('/customers', {
      company: 'Andere GmbH',
      contacts: [{ firstName: 'Joanna', lastName: 'Ortmann', email: `jo${email}` }],
    })
  ).body.doc.id
  await admin.post('/activities', {
    customer: other,
    name: 'Joanna Ortmann rang',
    description: `jo${email} asks to be called`,
    contact: { firstName: 'Joanna', lastName: 'Ortmann', email: `jo${email}` },
  })
  await admin.post('/activities', { customer: other, name: 'Meeting', contact: { email: `x${email}` } })
  await admin.post('/activities', {
    customer: other,
    name: 'Visit',
    contact: { firstName: 'Anna', lastName: 'Ort', phone: '040 4711' },
  })
  const lines = [{ product, quantity: 1 }]
  const foreign = (await admin.post('/orders', { customer: other, name: 'Theirs', lines })).body.doc.id
  await admin.post(`/orders/${foreign}/confirm`)
  exported = (await admin.get(`/customers/${customer}/gdpr-export?person=${email}`)).body
})
afterAll(() => host.close())

describe('the export of a person', () => {
  it('has what every collection holds, also what is known by the account or the name only', () => {
    const counts = Object.entries<any>(exported).map(([name, list]) => [name, list.length])
    expect(Object.fromEntries(counts)).toMatchObject({
      contacts: 1,
      account: 1,
      subscriber: 1,
      consents: 1,
      suppressions: 1,
      bounces: 1,
      activities: 1,
      orders: 1,
    })
    expect(exported.activities[0].contact.phone).toBe('030 123')
    expect(exported.orders[0]).toMatchObject({ name: 'Present of Anna Ort', status: 'open' })
    expect(exported.contacts[0]).toMatchObject({
      address: { street: 'Ortweg 1' },
      bank: { iban: 'DE89370400440532013000' },
    })
    // Also those that went to the address the account had before.
    expect(new Set(exported.mails.map(({ to }: any) => to))).toEqual(new Set([before, email]))
  })

  it('has nothing of anybody else', () => {
    expect(JSON.stringify(exported)).not.toMatch(/Joanna|joanna|xanna|Visit|040 4711|Theirs/)
  })
})

describe('the erasure of a person', () => {
  it('leaves the person in no table but in the evidence, and harms nobody else', async () => {
    const others = await rowsNaming('joanna|xanna|040 4711')
    const answer = await admin.post(`/customers/${customer}/gdpr-erase`, { person: email.toUpperCase() })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(answer.body.kept.map(({ what }: any) => what).sort()).toEqual(['consents', 'suppressions'])
    const left = await rowsNaming('\\manna[. ]|ortweg|030 123|DE8937')
    expect(Object.keys(left)).toEqual(['consents'])
    const names = await query(
      host.databaseUrl,
      `SELECT count(*)::int AS n FROM activities WHERE contact_last_name = 'Ort'`,
    )
    expect(names).toEqual([{ n: 1 }])
    const untouched = await rowsNaming('joanna|xanna|040 4711')
    const withoutTime = (rows: Record<string, string[]>) =>
      JSON.stringify(rows).replace(/\d{4}-\d\d-\d\d \d\d:\d\d:[\d.]+/g, '')
    expect(withoutTime(untouched)).toBe(withoutTime(others))
    // The address is never written to again.
    const [suppression] = await query(host.databaseUrl, 'SELECT address, address_hash FROM suppressions')
    expect(suppression).toEqual({ address: null, address_hash: addressHash(email) })
  })
})
