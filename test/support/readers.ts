import { createCrmWorker } from 'mozaikoo-crm'
import { signSubscriberToken, type TokenPurpose } from '../../src/mail/subscriberToken.js'
import type { ConsentRow } from '../../src/subscription/consentRow.js'
import { staff } from './client.js'
import { query } from './database.js'
import { eventually } from './eventually.js'
import { startHost } from './host.js'
import { startSmtpServer, type ReceivedMail } from './smtpServer.js'

/** A host with worker, mail server and two lists, and what a reader of newsletters does there. */
export async function startReaders() {
  const smtp = await startSmtpServer()
  const host = await startHost({ smtpUrl: smtp.url })
  const worker = await createCrmWorker(host.payload)
  await staff(host.payload, host.api, 'admin')
  const marketing = await staff(host.payload, host.api, 'marketing')
  await host.payload.updateGlobal({
    slug: 'crm-settings',
    data: {
      company: { name: 'Muster Naturkost GmbH', street: 'Hauptstr. 1', postalCode: '50667', city: 'Köln' },
    },
  })
  const weekly: number = (await marketing.post('/mailing-lists', { name: 'Wochenangebote', public: true }))
    .body.doc.id
  const hidden: number = (await marketing.post('/mailing-lists', { name: 'Intern', public: false })).body.doc
    .id

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
  const consentsFrom = async (subscriber: number) =>
    (
      await marketing.get(
        `/consents?where[subscriberKey][equals]=${subscriber}&sort=sequence&depth=0&limit=0`,
      )
    ).body.docs as ConsentRow[]
  const linkOf = (purpose: TokenPurpose, subscriber: number, newsletter?: number) =>
    `/newsletter/${purpose}/${signSubscriberToken(host.payload.secret, purpose, subscriber, newsletter)}`
  /** Makes the check mails to an address a day old. */
  const aged = (email: string) =>
    query(host.databaseUrl, `UPDATE mails SET created_at = created_at - interval '1 day' WHERE "to" = $1`, [
      email,
    ])
  const suppressed = async (email: string) => {
    const [row] = await query<any>(host.databaseUrl, 'SELECT reason FROM suppressions WHERE address = $1', [
      email,
    ])
    return row?.reason ?? null
  }
  async function subscribed(email = somebody(), extra: object = {}) {
    await subscribe({ email, lists: [weekly], ...extra })
    await send(linkIn(await mailTo(email)), { method: 'POST' })
    return stored(email)
  }

  return {
    smtp,
    host,
    worker,
    marketing,
    weekly,
    hidden,
    somebody,
    send,
    subscribe,
    mailTo,
    linkIn,
    stored,
    evidence,
    consentsFrom,
    linkOf,
    aged,
    suppressed,
    subscribed,
    async close() {
      await worker.close()
      await host.close()
      await smtp.close()
    },
  }
}

export type Readers = Awaited<ReturnType<typeof startReaders>>
