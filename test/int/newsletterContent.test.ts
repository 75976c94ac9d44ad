import { Buffer } from 'node:buffer'
import { createCrmWorker, type CrmWorker } from 'mozaikoo-crm/worker'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createClient, staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { startHost, type TestHost } from '../support/host.js'
import { block, heading, letter, link, paragraph, personal } from '../../scripts/demo/letterNodes.js'
import { startSmtpServer } from '../support/smtpServer.js'

let host: TestHost
let smtp: Awaited<ReturnType<typeof startSmtpServer>>
let worker: CrmWorker
let marketing: Client
let sales: Client
let image: number
let product: number

beforeAll(async () => {
  smtp = await startSmtpServer()
  host = await startHost({ smtpUrl: smtp.url, redisUrl: inject('redisUrl') })
  worker = await createCrmWorker(host.payload)
  await staff(host.payload, host.api, 'admin')
  marketing = await staff(host.payload, host.api, 'marketing')
  sales = await staff(host.payload, host.api, 'sales')
  const { payload } = host
  const picture = await sharp({ create: { width: 1000, height: 500, channels: 3, background: '#2f6b3c' } })
    .png()
    .toBuffer()
  const stored = await payload.create({
    collection: 'newsletter-images',
    data: { alt: 'Ein Korb Äpfel' },
    file: { data: picture, mimetype: 'image/png', name: `korb-${Date.now()}.png`, size: picture.length },
    overrideAccess: true,
  })
  image = stored.id as number
  const oil = await payload.create({
    collection: 'products',
    data: { name: 'Olivenöl <extra>', price: 1250, taxRate: 7, unit: 'Flasche' },
    overrideAccess: true,
  })
  product = oil.id as number
  await payload.updateGlobal({
    slug: 'crm-settings',
    overrideAccess: true,
    data: {
      company: { name: 'Muster Naturkost GmbH', street: 'Marktstr. 1', postalCode: '10115', city: 'Berlin' },
      newsletter: { accent: '#2f6b3c', logo: image, de: { footer: 'Bis bald!' } },
    },
  })
})
afterAll(async () => {
  await worker.close()
  await host.close()
  await smtp.close()
})

const content = () =>
  letter(
    heading('h1', 'Herbst'),
    block('greeting', { style: 'formal', fallback: '' }),
    paragraph('Für ', personal('firstName', 'Sie'), ': ', link('https://example.com/herbst', 'zum Laden')),
    block('image', { image, alt: 'Äpfel', url: 'https://example.com/apfel' }),
    block('product', { product, url: 'https://example.com/oel' }),
    block('button', { label: 'Bestellen', url: 'https://example.com', align: 'center' }),
    block('columns', { left: letter(paragraph('links')), right: letter(paragraph('rechts')) }),
  )

async function newsletter(extras: Record<string, unknown> = {}): Promise<number> {
  const data = { name: 'Herbst', subject: 'Herbst für {{firstName|Sie}}', content: content(), ...extras }
  const answer = await marketing.post('/newsletters', data)
  expect(answer.status).toBe(201)
  return answer.body.doc.id
}

async function subscriber(extras: Record<string, unknown> = {}): Promise<number> {
  const email = `${Math.random().toString(36).slice(2)}@leser.test`
  const { id } = await host.payload.create({
    collection: 'subscribers',
    data: { email, status: 'confirmed', ...extras },
    overrideAccess: true,
  })
  return id as number
}

describe('the preview of a newsletter', () => {
  it('shows the letter as a subscriber would read it', async () => {
    const id = await newsletter()
    const anna = await subscriber({ salutation: 'ms', firstName: 'Anna', lastName: 'Groß', language: 'en' })
    const english = (await marketing.get(`/newsletters/${id}/preview?subscriber=${anna}&part=json`)).body
    expect(english).toMatchObject({ subject: 'Herbst für Anna', language: 'en' })
    for (const part of [english.html, english.text]) {
      expect(part).toContain('Dear Ms Groß,')
      expect(part).toContain('€12.50 / Flasche')
      expect(part).not.toContain('{{')
    }
    const nobody = (await marketing.get(`/newsletters/${id}/preview?part=json`)).body
    expect(nobody).toMatchObject({ subject: 'Herbst für Sie', language: 'de' })
    expect(nobody.text).toContain('Guten Tag,')
  })

  it('has absolute pictures that anybody can load, and says how large they are', async () => {
    const id = await newsletter()
    const html: string = (await marketing.get(`/newsletters/${id}/preview`)).body
    const sources = [...html.matchAll(/<img\s+src="([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(sources).toHaveLength(2)
    for (const source of sources) {
      expect(source).toMatch(/^http:\/\/localhost:3000\/api\/newsletter-images\/file\//)
      const path = source.replace('http://localhost:3000/api', '')
      const loaded = await fetch(`${host.api}${path}`)
      expect(loaded.status).toBe(200)
      expect(
        Buffer.from(await loaded.arrayBuffer())
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG')
    }
    expect(html).toMatch(/width="160"\s+height="80"/)
    expect(html).toMatch(/width="544"\s+height="272"/)
    expect(html).toContain('Olivenöl &lt;extra&gt;')
  })

  it('may do nothing in the browser, and is not cached', async () => {
    const id = await newsletter()
    const { body } = await marketing.post('/users/login', {})
    expect(body.errors).toBeDefined()
    const text = await marketing.get(`/newsletters/${id}/preview?part=text`)
    expect(text.body).toContain('Muster Naturkost GmbH, Marktstr. 1, 10115 Berlin')
    expect(text.body).toContain('Bis bald!')
  })

  it('is for marketing only', async () => {
    const id = await newsletter()
    expect((await sales.get(`/newsletters/${id}/preview`)).status).toBe(403)
    expect((await createClient(host.api).get(`/newsletters/${id}/preview`)).status).toBe(403)
    expect((await sales.post(`/newsletters/${id}/test`, { to: 'a@b.test' })).status).toBe(403)
  })

  it.each([
    ['/newsletters/999999/preview', 404],
    ['/newsletters/abc/preview', 404],
  ])('%s answers %i', async (path, status) => {
    expect((await marketing.get(path)).status).toBe(status)
  })

  it('names an unknown subscriber', async () => {
    const id = await newsletter()
    for (const who of ['999999', 'x', '1e99'])
      expect(await marketing.get(`/newsletters/${id}/preview?subscriber=${who}`)).toMatchObject({
        status: 400,
      })
  })
})

describe('a test mail', () => {
  it('arrives with both parts and no slot left', async () => {
    const id = await newsletter()
    const evil = await subscriber({
      firstName: '<b>Eva</b>\r\nBcc: boese@example.com {{lastName}}',
      lastName: '"Groß" & Söhne',
      salutation: 'mr',
    })
    const before = smtp.mails.length
    const answer = await marketing.post(`/newsletters/${id}/test`, {
      to: ' tester@Muster.TEST ',
      subscriber: evil,
    })
    expect(answer).toMatchObject({ status: 202, body: { to: 'tester@muster.test' } })
    const received = await eventually(() => smtp.mails[before])
    expect(received.to).toBe('tester@muster.test')
    const { headers, html, subject, text } = received.parsed
    expect(subject).toBe('Test: Herbst für <b>Eva</b> Bcc: boese@example.com {{lastName}}')
    expect(headers.has('bcc')).toBe(false)
    expect(text).toContain('Sehr geehrter Herr "Groß" & Söhne,')
    expect(html).toContain('Sehr geehrter Herr &quot;Groß&quot; &amp; Söhne,')
    expect(html).toContain('&lt;b&gt;Eva&lt;/b&gt; Bcc: boese@example.com {{lastName}}')
    expect(text).toContain('zum Laden (https://example.com/herbst)')
    for (const part of [html || '', text ?? '']) {
      expect(part.replaceAll('{{lastName}}', '')).not.toContain('{{')
      expect(part).toContain('Olivenöl')
    }
    const [row] = await query(
      host.databaseUrl,
      `SELECT kind, newsletter_id, subscriber_id FROM mails ORDER BY id DESC`,
    )
    expect(row).toEqual({ kind: 'newsletterTest', newsletter_id: id, subscriber_id: evil })
  })

  it.each([[{}], [{ to: 'nobody' }], [{ to: ['a@b.test'] }], [{ to: 'a@b.test\r\nBcc: c@d.test' }]])(
    'is refused for %j',
    async (body) => {
      const id = await newsletter()
      const answer = await marketing.post(`/newsletters/${id}/test`, body)
      expect(answer.status).toBe(400)
      expect(JSON.stringify(answer.body)).toContain('keine gültige E-Mail-Adresse')
    },
  )
})

describe('writing a newsletter', () => {
  it('refuses a link that no mail may contain', async () => {
    const bad = letter(block('button', { label: 'x', url: 'javascript:alert(1)', align: 'center' }))
    const answer = await marketing.post('/newsletters', { name: 'a', subject: 'b', content: bad })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain('kein Link')
  })

  it('copies what is written and nothing of what happened to it', async () => {
    const id = await newsletter()
    await query(
      host.databaseUrl,
      `UPDATE newsletters SET status = 'sent', progress_sent = 7, scheduled_at = now() WHERE id = $1`,
      [id],
    )
    const copy = await marketing.post(`/newsletters/${id}/duplicate`)
    expect(copy.body.doc).toMatchObject({
      status: 'draft',
      subject: 'Herbst für {{firstName|Sie}}',
      progress: { sent: 0 },
    })
    expect(copy.body.doc.scheduledAt ?? null).toBeNull()
    expect(copy.body.doc.content.root.children).toHaveLength(7)
  })

  it('takes only pictures that all mail programs show', async () => {
    const data = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
    await expect(
      host.payload.create({
        collection: 'newsletter-images',
        data: {},
        file: { data, mimetype: 'image/svg+xml', name: 'a.svg', size: data.length },
        overrideAccess: true,
      }),
    ).rejects.toThrow()
  })

  it('deletes a picture once, however many ask for it at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const data = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#2f6b3c' } })
        .png()
        .toBuffer()
      const { id } = await host.payload.create({
        collection: 'newsletter-images',
        data: {},
        file: { data, mimetype: 'image/png', name: `weg-${Date.now()}.png`, size: data.length },
        overrideAccess: true,
      })
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => marketing.delete(`/newsletter-images/${id}`)),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404, 404])
    }
  })
})
