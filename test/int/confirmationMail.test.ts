import { afterEach, describe, expect, inject, it } from 'vitest'
import { createCrmWorker, type CrmWorker } from 'mozaikoo-crm'
import { createClient, staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { startHost, type TestHost } from '../support/host.js'
import { startSmtpServer } from '../support/smtpServer.js'

interface Setup {
  host: TestHost
  worker: CrmWorker
  smtp: Awaited<ReturnType<typeof startSmtpServer>>
  sales: Client
  order: number
}

const running: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of running.splice(0).reverse()) await stop()
})

const backends = [
  ['Redis', () => inject('redisUrl')],
  ['PostgreSQL', () => undefined],
] as const

async function setUp(redisUrl: string | undefined, customer: object): Promise<Setup> {
  const smtp = await startSmtpServer()
  running.push(() => smtp.close())
  const host = await startHost({ smtpUrl: smtp.url, ...(redisUrl ? { redisUrl } : {}) })
  running.push(() => host.close())
  const worker = await createCrmWorker(host.payload)
  running.push(() => worker.close())
  await host.payload.updateGlobal({
    slug: 'crm-settings',
    data: {
      sender: {
        name: 'Muster Naturkost',
        email: 'bestellung@mozaikoo.test',
        replyTo: 'antwort@mozaikoo.test',
      },
      company: {
        name: 'Muster Naturkost GmbH',
        street: 'Hauptstr. 1',
        postalCode: '50667',
        city: 'Köln',
        country: 'DE',
        managingDirectors: 'Erika Muster',
        registerCourt: 'Amtsgericht Köln',
        registerNumber: 'HRB 1',
        vatId: 'DE136695976',
      },
      bank: { iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' },
    },
  })
  const sales = await staff(host.payload, host.api, 'sales')
  const id = (await sales.post('/customers', customer)).body.doc.id
  const lines = [
    { name: 'Olivenöl <extra>', sku: 'Ö-1', quantity: 12.5, unit: 'l', unitPrice: 1099, taxRate: 7 },
    { name: 'Versand', quantity: 1, unitPrice: 495, taxRate: 19 },
  ]
  const discount = { type: 'percent', percent: 2.5 }
  const doc = (await sales.post('/orders', { customer: id, name: 'Herbst', lines, discount })).body.doc
  return { host, worker, smtp, sales, order: doc.id }
}

describe.each(backends)('the confirmation of an order, queues on %s', (_, redisUrl) => {
  it('arrives in German and says what is stored, to the cent', async () => {
    const contacts = [{ salutation: 'ms', firstName: 'Anna', lastName: 'Groß', email: 'anna@kunde.test' }]
    const { host, order, sales, smtp } = await setUp(redisUrl(), { company: 'Kunde & Söhne', contacts })
    const confirmed = (await sales.post(`/orders/${order}/confirm?depth=0`)).body.doc
    const received = await eventually(() => smtp.mails[0])

    // 12.5 × 10.99 = 137.38 (half away from zero); with 4.95: 142.33; less 2.5 % = 3.56.
    expect(confirmed.totals).toMatchObject({ subtotal: 14233, discount: 356, net: 13877 })
    const { gross, tax } = confirmed.totals as { gross: number; tax: number }
    expect(gross).toBe(13877 + tax)
    const euro = (cents: number) => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')} €`
    const text = received.parsed.text ?? ''
    const html = received.parsed.html || ''
    for (const part of [text, html]) {
      for (const needle of [
        confirmed.number,
        '137,38 €',
        '4,95 €',
        '142,33 €',
        '-3,56 €',
        '138,77 €',
        euro(gross),
        'Rabatt 2,5 %',
        'Sehr geehrte Frau Groß',
        'Erika Muster',
        'HRB 1',
        'DE136695976',
      ])
        expect(part).toContain(needle)
      for (const share of confirmed.totals.taxes) expect(part).toContain(euro(share.tax))
    }
    expect(html).toContain('Olivenöl &lt;extra&gt;')
    expect(text).toContain('Olivenöl <extra>')
    expect(received.to).toBe('anna@kunde.test')
    expect(received.from).toBe('bestellung@mozaikoo.test')
    expect(received.parsed.subject).toBe(`Auftragsbestätigung ${confirmed.number}`)
    expect(received.parsed.headers.get('auto-submitted')).toBe('auto-generated')
    expect(received.parsed.replyTo?.text).toBe('antwort@mozaikoo.test')
    expect(received.raw).not.toMatch(/^list-unsubscribe/im)

    const row = await eventually(async () => {
      const [mail] = await query(host.databaseUrl, `SELECT * FROM mails WHERE state = 'sent'`)
      return mail
    })
    expect(row).toMatchObject({ attempts: '1', message_id: received.parsed.messageId, last_error: null })
    expect(String(row.response)).toMatch(/^250/)
    expect(row.text).toContain('137,38')
    expect(row.sent_at).toBeInstanceOf(Date)
  })

  it('arrives in English, once, when it is confirmed many times', async () => {
    const { host, order, sales, smtp } = await setUp(redisUrl(), {
      company: 'Acme',
      email: 'a@acme.test',
      language: 'en',
    })
    await Promise.all(Array.from({ length: 20 }, () => sales.post(`/orders/${order}/confirm`)))
    const [first] = await eventually(() => (smtp.mails.length > 0 ? smtp.mails : null))
    expect(first?.parsed.text).toContain('thank you for your order')
    expect(first?.parsed.text).toContain('€137.38')
    await eventually(
      async () => (await query(host.databaseUrl, `SELECT 1 FROM mails WHERE state = 'sent'`)).length === 1,
    )
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(smtp.mails).toHaveLength(1)
  })

  it('shows in the health page that everything works', async () => {
    const { host } = await setUp(redisUrl(), { company: 'Acme' })
    const health = await eventually(async () => {
      const answer = await createClient(host.api).get('/crm/health')
      return answer.status === 200 ? answer : null
    })
    expect(health.body).toEqual({ status: 'ok', database: 'ok', queue: 'ok', mail: 'ok' })
  })
})

describe('without a worker', () => {
  it('the health page answers 503 and says what is missing', async () => {
    const host = await startHost()
    running.push(() => host.close())
    const answer = await createClient(host.api).get('/crm/health')
    expect(answer).toMatchObject({
      status: 503,
      body: { status: 'error', database: 'ok', queue: 'no worker is running' },
    })
  })
})
