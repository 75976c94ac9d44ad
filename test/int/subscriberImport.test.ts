import { sql } from '@payloadcms/db-postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { startHost, type TestHost } from '../support/host.js'
import { exclusionReason, mailable } from '../../src/database/mailable.js'
import { crmOf } from '../../src/config/resolve.js'
import { pooled } from '../../src/database/transaction.js'
import { legalBases, legalBasis, subscriberStatuses } from '../../src/domain/consent.js'

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

async function customerWithOrder(email: string, confirmed: boolean): Promise<number> {
  const customer = (await sales.post('/customers', { company: email, email })).body.doc.id
  const lines = [{ name: 'Tee', quantity: 1, unitPrice: 100 }]
  const { id } = (await sales.post('/orders', { customer, name: 'A', lines })).body.doc
  if (confirmed) expect((await sales.post(`/orders/${id}/confirm`)).status).toBe(200)
  return customer
}
const evidenceFor = (email: string) =>
  query<any>(host.databaseUrl, 'SELECT * FROM consents WHERE email = $1 ORDER BY sequence', [email])
const person = async (email: string) =>
  (await marketing.get(`/subscribers?where[email][equals]=${encodeURIComponent(email)}&depth=0`)).body.docs[0]

describe('an import', () => {
  it('says what would happen, does it with evidence, and changes nothing when repeated', async () => {
    const csv =
      'E-Mail;Vorname;Einwilligung am;IP\nanna@import.test;Anna;31.12.2025;203.0.113.9\nkein;;;\nANNA@import.test;;;\n'
    const body = { csv, basis: 'declared', declaration, consentText: 'Ja, gern.', lists: [list] }
    const dry = (await marketing.post('/subscribers/import', { ...body, dryRun: true })).body
    expect(dry).toMatchObject({ dryRun: true, totals: { created: 1, invalid: 2 } })
    expect(await person('anna@import.test')).toBeUndefined()
    const real = (await marketing.post('/subscribers/import', body)).body
    expect(real).toMatchObject({
      dryRun: false,
      lists: ['Angebote'],
      declaredBy: expect.stringContaining('marketing'),
      rows: [
        { row: 1, email: 'anna@import.test', result: 'created', message: null },
        { row: 2, result: 'invalid', message: 'Das ist keine gültige E-Mail-Adresse.' },
        { row: 3, result: 'invalid', reason: 'rowTwice' },
      ],
    })
    expect(await person('anna@import.test')).toMatchObject({
      status: 'confirmed',
      legalBasis: 'declared',
      firstName: 'Anna',
      lists: [list],
      confirmedAt: '2025-12-31T00:00:00.000Z',
    })
    expect(await evidenceFor('anna@import.test')).toMatchObject([
      {
        kind: 'declared',
        text: 'Ja, gern.',
        source: declaration,
        declared_by: real.declaredBy,
        confirm_ip: '203.0.113.9',
      },
    ])
    expect((await marketing.post('/subscribers/import', body)).body.totals).toMatchObject({
      unchanged: 1,
      created: 0,
    })
    expect(await evidenceFor('anna@import.test')).toHaveLength(1)
  })

  it('never brings back who unsubscribed, bounced or complained, even when the entry is gone', async () => {
    const emails = ['unsubscribed', 'bounced', 'complained'].map((reason) => `${reason}@import.test`)
    for (const email of emails)
      await query(
        host.databaseUrl,
        `INSERT INTO suppressions (address_hash, reason, since)
         VALUES (encode(sha256(convert_to($1, 'UTF8')), 'hex'), split_part($1, '@', 1)::enum_suppressions_reason, now())`,
        [email],
      )
    const rows = emails.map((email) => ({ email: email.toUpperCase() }))
    const { body } = await marketing.post('/subscribers/import', { rows, basis: 'declared', declaration })
    expect(body.rows.map((row: any) => [row.result, row.reason])).toEqual([
      ['skipped', 'unsubscribed'],
      ['skipped', 'bounced'],
      ['skipped', 'complained'],
    ])
    for (const email of emails) expect(await person(email)).toBeUndefined()
  })

  it('takes existing customers only with a confirmed order of their own, and stores the notice', async () => {
    const buyer = await customerWithOrder('buyer@import.test', true)
    await customerWithOrder('asker@import.test', false)
    const rows = ['buyer', 'asker', 'stranger'].map((name) => ({ email: `${name}@import.test` }))
    const { body } = await marketing.post('/subscribers/import', {
      rows,
      basis: 'existingCustomer',
      declaration,
    })
    expect(body.rows.map((row: any) => row.result)).toEqual(['created', 'skipped', 'skipped'])
    expect(body.rows[1].message).toContain('keine bestätigte Bestellung')
    expect(await person('buyer@import.test')).toMatchObject({
      legalBasis: 'existingCustomer',
      customer: buyer,
    })
    const [row] = await evidenceFor('buyer@import.test')
    expect(row).toMatchObject({
      kind: 'existingCustomer',
      text: expect.stringContaining('jederzeit widersprechen'),
    })
  })

  it('is taken as a CSV file, with columns named by hand', async () => {
    const file = (query: string, body: string) =>
      fetch(`${host.api}/subscribers/import?${query}`, {
        method: 'POST',
        body: Buffer.from(body, 'latin1'),
        headers: { 'Content-Type': 'text/csv', Authorization: `JWT ${marketing.token}` },
      })
    const options = new URLSearchParams({ basis: 'declared', declaration, lists: String(list) })
    const answer = await file(options.toString(), 'Mail;Vorname\njoerg@import.test;Jörg\n')
    expect(await answer.json()).toMatchObject({ totals: { created: 1 } })
    expect(await person('joerg@import.test')).toMatchObject({ firstName: 'Jörg', lists: [list] })
    const mapped = {
      rows: [{ Adresse: 'm@import.test' }],
      mapping: { email: 'Adresse' },
      basis: 'declared',
      declaration,
    }
    expect((await marketing.post('/subscribers/import', mapped)).body.totals).toMatchObject({ created: 1 })
  })

  it.each([
    ['no basis', { rows: [{ email: 'a@b.de' }], declaration }, 'basis'],
    ['double opt-in by hand', { rows: [{ email: 'a@b.de' }], basis: 'doubleOptIn', declaration }, 'basis'],
    ['no declaration', { rows: [{ email: 'a@b.de' }], basis: 'declared', declaration: 'ja' }, 'declaration'],
    [
      'unknown list',
      { rows: [{ email: 'a@b.de' }], basis: 'declared', declaration, lists: [99_999] },
      'lists',
    ],
    ['no address', { rows: [{ x: 'a@b.de' }], basis: 'declared', declaration }, 'mapping'],
    [
      'unknown column',
      { rows: [{ email: 'a' }], mapping: { email: 'y' }, basis: 'declared', declaration },
      'mapping',
    ],
    ['no rows', { rows: [], basis: 'declared', declaration }, 'rows'],
    ['no table', { csv: 'email\n"a', basis: 'declared', declaration }, 'csv'],
    ['nothing', {}, 'csv'],
  ])('is refused with the path: %s', async (_, body, path) => {
    const answer = await marketing.post('/subscribers/import', body)
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain(`"path":"${path}"`)
  })

  it('is for marketing only', async () => {
    expect((await sales.post('/subscribers/import', {})).status).toBe(403)
    expect((await fetch(`${host.api}/subscribers/import`, { method: 'POST' })).status).toBe(403)
  })
})

describe('who may be mailed', () => {
  it('is the same in SQL as in the domain, for every combination', async () => {
    const customers = {
      true: await customerWithOrder('yes@sql.test', true),
      false: await customerWithOrder('no@sql.test', false),
    }
    const expected = new Map<string, ReturnType<typeof legalBasis>>()
    for (const status of subscriberStatuses)
      for (const basis of [null, ...legalBases])
        for (const hasConfirmedOrder of [true, false])
          for (const suppressed of [true, false]) {
            const email = `${expected.size}@sql.test`
            expected.set(email, legalBasis({ status, legalBasis: basis, hasConfirmedOrder, suppressed }))
            const customer = customers[`${hasConfirmedOrder}`]
            await query(
              host.databaseUrl,
              `INSERT INTO subscribers (email, status, legal_basis, customer_id) VALUES ($1, $2, $3, $4)`,
              [email, status, basis, customer],
            )
            if (suppressed)
              await query(
                host.databaseUrl,
                `INSERT INTO suppressions (address_hash, reason, since)
                 VALUES (encode(sha256(convert_to($1, 'UTF8')), 'hex'), 'unsubscribed', now())`,
                [email],
              )
          }
    const crm = crmOf(host.payload)
    const alias = sql`person`
    const { rows } = await pooled(host.payload).execute(sql`
      SELECT email, ${mailable(host.payload, crm, alias)} AS mailable, ${exclusionReason(host.payload, crm, alias)} AS reason
      FROM subscribers AS person WHERE email LIKE '%@sql.test'`)
    expect(rows).toHaveLength(expected.size)
    for (const row of rows) {
      const { basis, reason } = expected.get(String(row.email)) ?? {}
      expect([row.email, row.mailable, row.reason]).toEqual([row.email, basis !== null, reason])
    }
  })
})
