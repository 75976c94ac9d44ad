import { createCrmWorker, type CrmWorker } from 'mozaikoo-crm/worker'
import { createLocalReq } from 'payload'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../scripts/freePort.js'
import { crmOf } from '../../src/config/resolve.js'
import { inTransaction } from '../../src/database/inTransaction.js'
import type { BounceReport } from '../../src/domain/bounce.js'
import { recordBounce } from '../../src/subscription/recordBounce.js'
import { statesOf, statusOf, writeNewsletter } from '../support/campaign.js'
import { createClient, staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { startHost, type TestHost } from '../support/host.js'
import { block, letter, paragraph } from '../../scripts/demo/letterNodes.js'
import { startReceiver } from '../support/receiver.js'
import { startSmtpServer } from '../support/smtpServer.js'

/** What has gone out, as its readers and the world outside see it. */
let host: TestHost
let smtp: Awaited<ReturnType<typeof startSmtpServer>>
let worker: CrmWorker
let marketing: Client
/** What newsletters wait for at the server. */
let held: Promise<void> | null = null

beforeAll(async () => {
  smtp = await startSmtpServer({
    async onData(mail) {
      if (/^List-ID: /im.test(mail)) await held
      return null
    },
  })
  // The first server is out of order: everything here goes out by the second one.
  process.env.CRM_WEBHOOKS_PRIVATE = 'true'
  host = await startHost({ smtpUrl: `smtp://127.0.0.1:${await freePort()},${smtp.url}` })
  delete process.env.CRM_WEBHOOKS_PRIVATE
  worker = await createCrmWorker(host.payload)
  await staff(host.payload, host.api, 'admin')
  marketing = await staff(host.payload, host.api, 'marketing')
  await host.payload.updateGlobal({
    slug: 'crm-settings',
    data: {
      company: { name: 'Muster Naturkost GmbH', street: 'Marktstr. 1', postalCode: '10115', city: 'Berlin' },
    },
  })
})
afterAll(async () => {
  await worker.close()
  await host.close()
  await smtp.close()
})

let lists = 0
/** A list of its own with people on it. */
async function audienceOf(...people: Record<string, unknown>[]) {
  const { id: list } = await host.payload.create({
    collection: 'mailing-lists',
    data: { name: `Liste ${(lists += 1)}` },
  })
  const ids: number[] = []
  for (const [index, person] of people.entries()) {
    const data = {
      email: `l${lists}p${index}@leser.test`,
      status: 'confirmed',
      legalBasis: 'doubleOptIn',
      lists: [list],
      ...person,
    }
    ids.push((await host.payload.create({ collection: 'subscribers', data })).id as number)
  }
  return { audience: { lists: [list] }, ids }
}

async function sendOut(data: Record<string, unknown>): Promise<number> {
  const id = await writeNewsletter(host.payload, data)
  expect((await marketing.post(`/newsletters/${id}/send`)).status).toBe(200)
  await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent', 30_000)
  return id
}

const mailTo = (address: string) => {
  const mail = smtp.mails.find(({ to }) => to === address)
  if (!mail) throw new Error(`No mail to ${address}.`)
  return mail
}

describe('the web page of a newsletter', () => {
  const linkOf = async (id: number) => {
    const { text } = (await marketing.get(`/newsletters/${id}/preview?part=json`)).body
    return /Im Browser ansehen: http:\/\/localhost:3000\/api(\S+)/.exec(text)?.[1] ?? null
  }

  it('shows whoever has the link what was sent, once it was', async () => {
    const data = { name: 'Olivenöl', price: 1250, taxRate: 7, unit: 'Flasche' }
    const { id: product } = await host.payload.create({ collection: 'products', data })
    const { audience } = await audienceOf({ firstName: 'Eva' })
    const content = letter(
      block('greeting', { style: 'formal', fallback: '' }),
      block('product', { product }),
    )
    const draft = await writeNewsletter(host.payload, { webView: true, content })
    const anybody = createClient(host.api)
    const gone = await fetch(`${host.api}${(await linkOf(draft)) ?? ''}`)
    expect(gone.status).toBe(404)
    expect(await gone.text()).toContain('<h1>Hier ist kein Newsletter</h1>')
    const webUrlOf = async (newsletter: number) =>
      (await marketing.get(`/newsletters/${newsletter}/progress`)).body.webUrl
    expect(await webUrlOf(draft)).toBeNull()

    const id = await sendOut({ webView: true, content, audience })
    const path = (await linkOf(id)) ?? ''
    expect(await webUrlOf(id)).toBe(`http://localhost:3000/api${path}`)
    // What it costs today is not what was offered then.
    await host.payload.update({ collection: 'products', id: product, data: { price: 9900 } })
    const page = await fetch(`${host.api}${path}`)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    const html = await page.text()
    expect(html).toContain('Guten Tag,')
    expect(html).toContain('12,50')
    expect(html).not.toMatch(/unsubscribe|preferences|\{\{|99,00|Eva/)
    for (const wrong of [
      path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      `/newsletter/view/${id}`,
      '/newsletter/view/.',
    ])
      expect((await anybody.get(wrong)).status).toBe(404)
    await query(host.databaseUrl, `UPDATE newsletters SET web_view = false WHERE id = $1`, [id])
    expect((await anybody.get(path)).status).toBe(404)
    expect(await webUrlOf(id)).toBeNull()
  })

  it('is not mentioned unless it is wanted', async () =>
    expect(await linkOf(await writeNewsletter(host.payload))).toBeNull())
})

describe('a letter', () => {
  it('tells existing customers, and only them, on what basis it comes (§ 7(3) UWG)', async () => {
    const { id: customer } = await host.payload.create({ collection: 'customers', data: { company: 'Hof' } })
    await host.payload.create({
      collection: 'orders',
      data: { customer, name: 'Öl', lines: [{ name: 'Öl', quantity: 1, unitPrice: 100, taxRate: 7 }] },
    })
    await query(host.databaseUrl, `UPDATE orders SET status = 'confirmed' WHERE customer_id = $1`, [customer])
    const { audience, ids } = await audienceOf(
      { customer, legalBasis: 'existingCustomer' },
      { customer, legalBasis: 'existingCustomer', language: 'en' },
      {},
    )
    await query(
      host.databaseUrl,
      `UPDATE subscribers SET legal_basis = 'existingCustomer' WHERE id = ANY ($1)`,
      [ids.slice(0, 2)],
    )
    await sendOut({ audience })
    const [german, english, other] = [0, 1, 2].map((index) => mailTo(`l${lists}p${index}@leser.test`).parsed)
    for (const part of [german?.text, german?.html || '']) {
      expect(part).toContain('weil Sie bei Muster Naturkost GmbH bestellt haben')
      expect(part).toContain('Sie können dem jederzeit widersprechen')
      expect(part).not.toContain('weil Sie sich dafür angemeldet haben')
    }
    expect(english?.text).toContain('because you ordered from Muster Naturkost GmbH')
    expect(other?.text).toContain('weil Sie sich dafür angemeldet haben')
    expect(other?.text).not.toContain('bestellt haben')
  })

  it('takes names for names, whatever they contain', async () => {
    const { audience } = await audienceOf({
      firstName: 'Eva <script>alert(1)</script> {{email}}',
      lastName: '"Groß" & Söhne',
      salutation: 'mr',
    })
    await query(
      host.databaseUrl,
      `UPDATE subscribers SET first_name = E'Eva\\r\\nBcc: boese@example.test\\r\\n\\r\\n<b>' WHERE email = $1`,
      [`l${lists}p0@leser.test`],
    )
    const content = letter(
      paragraph('Hallo {{firstName}}'),
      block('greeting', { style: 'formal', fallback: '' }),
    )
    await sendOut({ audience, content, subject: 'Für {{firstName}}' })
    const { parsed, raw } = mailTo(`l${lists}p0@leser.test`)
    expect(parsed.subject).toBe('Für Eva Bcc: boese@example.test <b>')
    expect(parsed.headers.has('bcc')).toBe(false)
    expect(raw).not.toMatch(/^Bcc:/im)
    expect(parsed.text).toContain('Hallo Eva Bcc: boese@example.test <b>')
    expect(parsed.html).toContain('Hallo Eva Bcc: boese@example.test &lt;b&gt;')
    expect(parsed.html).toContain('Sehr geehrter Herr &quot;Groß&quot; &amp; Söhne,')
  })
})

describe('what becomes of a newsletter', () => {
  it('is counted in its progress: who left by its link, whose mail came back', async () => {
    const { audience } = await audienceOf({}, {}, {})
    const id = await sendOut({ audience })
    const link = /^List-Unsubscribe: <([^>]+)>/im.exec(mailTo(`l${lists}p0@leser.test`).raw)?.[1] ?? ''
    const path = link.replace(/^.*?\/api/, '')
    for (let times = 0; times < 2; times += 1)
      expect((await fetch(`${host.api}${path}`, { method: 'POST' })).status).toBe(200)
    const report: BounceReport = {
      kind: 'hard',
      recipient: null,
      statusCode: '5.1.1',
      diagnostic: 'no such user',
      addresses: [],
      messageIds: [mailTo(`l${lists}p1@leser.test`).parsed.messageId ?? ''],
      envelopeId: null,
    }
    for (const reportKey of ['first', 'second']) {
      const req = await createLocalReq({}, host.payload)
      const known = { reportKey: `${id}:${reportKey}`, trusted: false }
      const found = await inTransaction(req, () => recordBounce(req, crmOf(host.payload), report, known))
      expect(found).toBe(true)
    }
    const { progress } = (await marketing.get(`/newsletters/${id}?depth=0`)).body
    expect(progress).toMatchObject({ recipients: 3, sent: 2, bounced: 1, unsubscribed: 1, failed: 0 })
  })

  it('is told to the webhooks, once and signed, when the last mail has gone out', async () => {
    const receiver = await startReceiver()
    const admin = await staff(host.payload, host.api, 'admin')
    const data = { name: 'Lager', url: receiver.url, events: ['newsletter.sent'] }
    const { secret } = (await admin.post('/crm-webhooks', data)).body.doc
    const { audience } = await audienceOf({}, {})
    const id = await sendOut({ audience })
    const hook = await eventually(() => receiver.hooks[0])
    const event = new Webhook(secret).verify(hook.body, hook.headers)
    expect(event).toMatchObject({
      type: 'newsletter.sent',
      data: { id, status: 'sent', progress: { sent: 2 } },
    })
    expect(hook.body).not.toContain('leser.test')
    // Nor the workings of the delivery.
    expect(event).not.toHaveProperty('data.frozen')
    await sendOut({ audience: (await audienceOf({})).audience })
    await eventually(() => receiver.hooks.length === 2)
    await receiver.close()
  })
})

describe('the delivery of a newsletter', () => {
  it('lets a mail to one person overtake', async () => {
    let release = () => undefined as void
    held = new Promise<void>((resolve) => (release = resolve))
    const people = Array.from({ length: 60 }, () => ({}))
    const { audience } = await audienceOf(...people)
    const id = await writeNewsletter(host.payload, { audience })
    await marketing.post(`/newsletters/${id}/send`)
    // Every connection for newsletters is taken, and two thirds of the newsletter waits.
    await eventually(async () => (await statesOf(host.databaseUrl, id)).sending === 20)
    await marketing.post(`/newsletters/${id}/test`, { to: 'eilig@muster.test' })
    await eventually(() => smtp.mails.some(({ to }) => to === 'eilig@muster.test'))
    expect(await statesOf(host.databaseUrl, id)).toEqual({ sending: 20, queued: 40, sent: 1 })
    release()
    held = null
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent', 30_000)
  })
})
