import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCrmWorker, type CrmWorker } from 'mozaikoo-crm'
import { createClient, staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { startHost, type TestHost } from '../support/host.js'
import { startSmtpServer, type ReceivedMail } from '../support/smtpServer.js'
import { firstBrokenConsent, type ConsentRow } from '../../src/subscription/consentRow.js'

let host: TestHost
let worker: CrmWorker
let smtp: Awaited<ReturnType<typeof startSmtpServer>>
let marketing: Client
let weekly: number
let hidden: number

beforeAll(async () => {
  smtp = await startSmtpServer()
  host = await startHost({ smtpUrl: smtp.url })
  worker = await createCrmWorker(host.payload)
  await staff(host.payload, host.api, 'admin')
  marketing = await staff(host.payload, host.api, 'marketing')
  await host.payload.updateGlobal({
    slug: 'crm-settings',
    data: {
      company: { name: 'Muster Naturkost GmbH', street: 'Hauptstr. 1', postalCode: '50667', city: 'Köln' },
    },
  })
  weekly = (await marketing.post('/mailing-lists', { name: 'Wochenangebote', public: true })).body.doc.id
  hidden = (await marketing.post('/mailing-lists', { name: 'Intern', public: false })).body.doc.id
})
afterAll(async () => {
  await worker.close()
  await host.close()
  await smtp.close()
})

let people = 0
const somebody = () => `person${(people += 1)}@kunde.test`
const send = (path: string, init: RequestInit = {}) =>
  fetch(path.startsWith('http') ? path : `${host.api}${path}`, {
    ...init,
    headers: { 'X-Forwarded-For': '203.0.113.7', 'Accept-Language': 'de', ...init.headers },
  })
const subscribe = (body: object, headers: Record<string, string> = {}) =>
  send('/newsletter/subscribe', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const mailTo = (email: string): Promise<ReceivedMail> =>
  eventually(() => smtp.mails.find((mail) => mail.to === email))
/** The link of the check mail on this test's own port. */
const linkIn = (mail: ReceivedMail, page = 'confirm') => {
  const path = new RegExp(`/newsletter/${page}/[\\w.-]+`).exec(mail.parsed.text ?? '')?.[0]
  if (!path) throw new Error(`No link in: ${mail.parsed.text}`)
  return path
}
const stored = async (email: string) => {
  const [row] = await query<any>(host.databaseUrl, 'SELECT * FROM subscribers WHERE email = $1', [email])
  return row
}
const evidence = (subscriber: number) =>
  query<any>(host.databaseUrl, 'SELECT * FROM consents WHERE subscriber_key = $1 ORDER BY sequence', [
    String(subscriber),
  ])
async function subscribed(email = somebody(), extra: object = {}) {
  await subscribe({ email, lists: [weekly], ...extra })
  await send(linkIn(await mailTo(email)), { method: 'POST' })
  return stored(email)
}

describe('signing up', () => {
  it('asks for a confirmation by mail and keeps the evidence of both', async () => {
    const email = somebody()
    const answer = await subscribe(
      {
        email: ` ${email.toUpperCase()} `,
        firstName: 'Anna\r\nBcc: x@y.z',
        lists: [weekly, hidden, 999, 'x'],
      },
      { Referer: 'https://shop.test/newsletter' },
    )
    expect(answer.status).toBe(202)
    expect(await stored(email)).toMatchObject({
      status: 'pending',
      legal_basis: null,
      first_name: 'Anna Bcc: x@y.z',
    })

    const mail = await mailTo(email)
    expect(mail.parsed.subject).toBe('Bitte bestätigen Sie Ihre Anmeldung')
    expect(mail.parsed.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.raw).not.toMatch(/^list-unsubscribe/im)
    for (const part of [mail.parsed.text ?? '', mail.parsed.html || '']) {
      expect(part).toContain('Muster Naturkost GmbH')
      expect(part).toContain('Verteiler: Wochenangebote')
      expect(part).not.toContain('Intern')
      // What a stranger typed into the form does not reach the mailbox.
      expect(part).not.toContain('Anna')
    }

    for (const method of ['GET', 'HEAD', 'GET']) {
      const page = await send(linkIn(mail), { method })
      if (method === 'GET') expect(page.status).toBe(200)
      expect(await stored(email)).toMatchObject({ status: 'pending' })
    }
    const confirmed = await send(linkIn(mail), {
      method: 'POST',
      headers: { 'X-Forwarded-For': '198.51.100.4' },
    })
    expect(confirmed.status).toBe(200)
    expect(await confirmed.text()).toContain('Sie sind angemeldet')

    const person = await stored(email)
    expect(person).toMatchObject({ status: 'confirmed', legal_basis: 'doubleOptIn', requested_at: null })
    const { docs } = (
      await marketing.get(`/consents?where[subscriber][equals]=${person.id}&sort=sequence&depth=0`)
    ).body
    expect(docs).toHaveLength(2)
    expect(docs[1]).toMatchObject({
      kind: 'confirmed',
      email,
      lists: ['Wochenangebote'],
      requestIp: '203.0.113.7',
      requestUrl: 'https://shop.test/newsletter',
      confirmIp: '198.51.100.4',
      mailMessageId: mail.parsed.messageId,
      textVersion: expect.stringMatching(/^[0-9a-f]{12}$/),
    })
    expect(docs[1].text).toContain('Ich möchte den Newsletter von Muster Naturkost GmbH')
    expect(docs[1].mailText).toContain('Anmeldung zum Newsletter')
    expect(docs[1].mailText).not.toContain(linkIn(mail))
    expect(new Date(docs[1].confirmedAt).getTime()).toBeGreaterThan(new Date(docs[1].requestedAt).getTime())
    expect(firstBrokenConsent(docs as ConsentRow[])).toBeNull()
  })

  it('confirms once, however often the link is used', async () => {
    const person = await subscribed()
    const again = await send(linkIn(await mailTo(person.email)), { method: 'POST' })
    expect(again.status).toBe(200)
    expect(await evidence(person.id)).toHaveLength(2)
  })
})
