import { createHmac } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLocalReq } from 'payload'
import { freePort } from '../../scripts/freePort.js'
import { startDovecot, type ImapServer } from '../../scripts/dovecot.js'
import { readBounceMailbox } from '../../jobs/bounces/readMailbox.js'
import { purgeSubscriptions } from '../../jobs/subscriptions/purge.js'
import { crmOf } from '../../src/config/resolve.js'
import { verpAddress } from '../../src/mail/verp.js'
import { firstBrokenConsent } from '../../src/subscription/consentRow.js'
import { consentsOf } from '../../src/subscription/recordConsent.js'
import { staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { startHost, type TestHost } from '../support/host.js'
import { autoReply, complaint, deliveryReport } from '../support/reports.js'

let host: TestHost
let imap: ImapServer
let marketing: Client
let customer: number
let newsletter: number
const secret = 'shared with the mail service'

beforeAll(async () => {
  host = await startHost()
  process.env.BOUNCE_WEBHOOK_SECRET = secret
  imap = await startDovecot(await freePort())
  await staff(host.payload, host.api, 'admin')
  marketing = await staff(host.payload, host.api, 'marketing')
  await host.payload.updateGlobal({ slug: 'crm-settings', data: { subscription: { softBounceLimit: 2 } } })
  const sales = await staff(host.payload, host.api, 'sales')
  customer = (await sales.post('/customers', { company: 'Kunde' })).body.doc.id
  newsletter = (await marketing.post('/newsletters', { name: 'Mai', subject: 'Neues' })).body.doc.id
})
afterAll(async () => {
  delete process.env.BOUNCE_WEBHOOK_SECRET
  await host.close()
  await imap.stop()
})

let people = 0
/** A confirmed subscriber of the customer who was sent a newsletter and has another one waiting. */
async function reader() {
  const email = `reader${(people += 1)}@kunde.test`
  const [person] = await query<any>(
    host.databaseUrl,
    `INSERT INTO subscribers (email, status, legal_basis, customer_id) VALUES ($1, 'confirmed', 'doubleOptIn', $2) RETURNING id`,
    [email, customer],
  )
  const mails = await query<any>(
    host.databaseUrl,
    `INSERT INTO mails (kind, state, "to", subject, dedupe_key, subscriber_id, newsletter_id, message_id)
     SELECT 'orderConfirmation', state::enum_mails_state, $1::text, 's', $1::text || state, $2, $3, '<' || state || '-' || $1::text || '>'
     FROM unnest(ARRAY['sent', 'deferred']) AS state RETURNING id, message_id`,
    [email, person.id, newsletter],
  )
  return {
    email,
    id: person.id as number,
    mail: mails[0] as { id: number; message_id: string },
    waiting: mails[1].id,
  }
}
const read = () => readBounceMailbox(host.payload, crmOf(host.payload), imap.url)
const verp = (mail: number) => verpAddress(host.payload.secret, 'bounces@mozaikoo.test', mail)
const subscriber = async (id: number) => (await marketing.get(`/subscribers/${id}?depth=0`)).body
const states = async (ids: number[]) =>
  (await query<any>(host.databaseUrl, 'SELECT state FROM mails WHERE id = ANY($1) ORDER BY id', [ids])).map(
    (row) => row.state,
  )
const call = (body: string, type = 'application/json', key = secret) =>
  fetch(`${host.api}/crm/bounces`, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': type,
      'X-CRM-Signature': `sha256=${createHmac('sha256', key).update(body).digest('hex')}`,
    },
  })

describe('the mailbox of delivery reports', () => {
  it('ends newsletters to a dead address, seen at subscriber, customer and newsletter', async () => {
    const person = await reader()
    imap.deliver(deliveryReport({ to: verp(person.mail.id), recipient: person.email }))
    expect(await read()).toBe(1)
    expect(await subscriber(person.id)).toMatchObject({
      status: 'bounced',
      bounceReason: expect.stringContaining('User unknown'),
    })
    expect(await states([person.mail.id, person.waiting])).toEqual(['bounced', 'cancelled'])
    for (const [field, id] of Object.entries({ subscriber: person.id, customer, newsletter })) {
      const { docs } = (await marketing.get(`/bounces?where[${field}][equals]=${id}&depth=0&sort=-id`)).body
      expect(docs[0]).toMatchObject({
        kind: 'hard',
        recipient: person.email,
        statusCode: '5.1.1',
        mail: person.mail.id,
      })
    }
    const [entry] = await query<any>(host.databaseUrl, 'SELECT reason FROM suppressions WHERE address = $1', [
      person.email,
    ])
    expect(entry.reason).toBe('bounced')
    const rows = await consentsOf(host.payload, crmOf(host.payload), person.id)
    expect(rows).toMatchObject([{ kind: 'bounced', reason: expect.stringContaining('5.1.1') }])
    expect(firstBrokenConsent(rows)).toBeNull()
  })

  it('is read on from where it was left, by several workers, and never changed', async () => {
    const person = await reader()
    imap.deliver(
      deliveryReport({ recipient: 'hidden@kunde.test', messageId: person.mail.message_id, status: '4.2.2' }),
    )
    imap.deliver(autoReply)
    imap.deliver(deliveryReport({ recipient: person.email }))
    const before = mailFiles()
    await Promise.all([read(), read(), read()])
    expect(await read()).toBe(0)
    // The soft report counts once; the one that names no mail of ours counts not at all: anybody could have sent it.
    expect(await subscriber(person.id)).toMatchObject({ status: 'confirmed', softBounces: 1 })
    const { totalDocs } = (await marketing.get(`/bounces?where[subscriber][equals]=${person.id}`)).body
    expect(totalDocs).toBe(1)
    expect(mailFiles().map((file) => file.replace(/:.*/, ''))).toEqual(
      before.map((file) => file.replace(/:.*/, '')),
    )
    // In a Maildir the flag S after ":2," would say that somebody has seen the mail.
    expect(mailFiles().filter((file) => /:2,.+/.test(file))).toEqual([])
  })

  it('suppresses after so many temporary failures as are set', async () => {
    const person = await reader()
    for (const expected of ['confirmed', 'bounced']) {
      imap.deliver(
        deliveryReport({
          to: verp(person.mail.id),
          recipient: person.email,
          status: '5.2.2',
          diagnostic: 'smtp; 552 5.2.2 full',
        }),
      )
      await read()
      expect(await subscriber(person.id)).toMatchObject({ status: expected })
    }
  })

  it('ends newsletters to who complains, and a forged return address does nothing', async () => {
    const person = await reader()
    const other = await reader()
    imap.deliver(complaint({ recipient: 'redacted@provider.test', mailFrom: verp(person.mail.id) }))
    const forged = verp(other.mail.id).replace(/-[0-9a-f]{4}/, '-0000')
    imap.deliver(deliveryReport({ to: forged, recipient: other.email }))
    await read()
    expect(await subscriber(person.id)).toMatchObject({ status: 'complained' })
    expect(await states([person.mail.id, person.waiting])).toEqual(['sent', 'cancelled'])
    expect(await subscriber(other.id)).toMatchObject({ status: 'confirmed' })
  })
})

describe('the signed call of a mail service', () => {
  it('reports bounces and complaints, once each', async () => {
    const [hard, angry, raw] = [await reader(), await reader(), await reader()]
    const events = [
      { type: 'hard', messageId: hard.mail.message_id, status: '5.1.1', diagnostic: 'unknown' },
      { type: 'complaint', recipient: angry.email.toUpperCase() },
      { type: 'soft', recipient: 'nobody@elsewhere.test' },
    ]
    for (let time = 0; time < 2; time += 1) {
      const answer = await call(JSON.stringify({ events }))
      expect([answer.status, await answer.json()]).toEqual([200, { received: 3, matched: 2 }])
    }
    expect(await subscriber(hard.id)).toMatchObject({ status: 'bounced' })
    expect(await subscriber(angry.id)).toMatchObject({ status: 'complained' })
    const report = deliveryReport({ to: verp(raw.mail.id), recipient: raw.email })
    expect(await (await call(report, 'message/rfc822')).json()).toEqual({ received: 1, matched: 1 })
    expect(await subscriber(raw.id)).toMatchObject({ status: 'bounced' })
    for (const person of [hard, angry, raw])
      expect((await marketing.get(`/bounces?where[subscriber][equals]=${person.id}`)).body.totalDocs).toBe(1)
  })

  it('is refused unsigned, wrongly signed, unreadable, and when no secret is set', async () => {
    const body = JSON.stringify({ events: [] })
    expect((await fetch(`${host.api}/crm/bounces`, { method: 'POST', body })).status).toBe(403)
    expect((await call(body, 'application/json', 'another secret, long enough')).status).toBe(403)
    for (const wrong of [
      '',
      '{',
      '[]',
      'null',
      '{"events":{}}',
      '{"events":[{"type":"x"}]}',
      '{"events":[null]}',
    ])
      expect((await call(wrong)).status).toBe(400)
    delete process.env.BOUNCE_WEBHOOK_SECRET
    expect((await call(body)).status).toBe(404)
    process.env.BOUNCE_WEBHOOK_SECRET = secret
  })
})

describe('the sweep', () => {
  it('forgets sign-ups that nobody confirmed, and evidence whose time is over', async () => {
    const crm = crmOf(host.payload)
    const signUp = async (email: string, status: string, days: number) => {
      const [row] = await query<any>(
        host.databaseUrl,
        `INSERT INTO subscribers (email, status, requested_at) VALUES ($1, $2, now() - make_interval(days => $3)) RETURNING id`,
        [email, status, days],
      )
      await host.payload.create({
        collection: 'consents',
        data: { subscriber: row.id, subscriberKey: String(row.id), kind: 'requested', email },
        req: await createLocalReq({}, host.payload),
      })
      return row.id as number
    }
    const old = await signUp('old@purge.test', 'pending', 31)
    const fresh = await signUp('fresh@purge.test', 'pending', 29)
    const left = await signUp('left@purge.test', 'unsubscribed', 31)
    const deleted = await signUp('deleted@purge.test', 'unsubscribed', 1)
    const recent = await signUp('recent@purge.test', 'unsubscribed', 1)
    for (const id of [deleted, recent])
      expect((await marketing.delete(`/subscribers/${id}`)).status).toBe(200)
    await query(
      host.databaseUrl,
      `UPDATE consents SET recorded_at = now() - interval '37 months' WHERE subscriber_key = ANY($1)`,
      [[String(deleted), String(fresh)]],
    )
    await purgeSubscriptions(host.payload, crm)
    const rows = await query<any>(
      host.databaseUrl,
      `SELECT id, requested_at FROM subscribers WHERE email LIKE '%@purge.test' ORDER BY id`,
    )
    expect(rows).toEqual([
      { id: fresh, requested_at: expect.any(Date) },
      { id: left, requested_at: null },
    ])
    const kept = async (id: number) => (await consentsOf(host.payload, crm, id)).length
    expect(await Promise.all([old, fresh, left, deleted, recent].map(kept))).toEqual([0, 1, 1, 0, 1])
  })
})

function mailFiles(): string[] {
  return ['new', 'cur'].flatMap((name) => readdirSync(path.join(imap.files, name))).sort()
}
