import { afterEach, describe, expect, inject, it } from 'vitest'
import { createCrmWorker } from 'mozaikoo-crm'
import { createClient, staff, type Client } from '../support/client.js'
import { statesOf, statusOf, subscribe, writeNewsletter } from '../support/campaign.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { startHost, type TestHost } from '../support/host.js'
import { startSmtpServer } from '../support/smtpServer.js'
import { readSubscriberToken } from '../../src/mail/subscriberToken.js'
import { readVerpAddress } from '../../src/mail/verp.js'

const running: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of running.splice(0).reverse()) await stop()
})

const backends = [
  ['Redis', () => inject('redisUrl')],
  ['PostgreSQL', () => undefined],
] as const

interface Setup {
  host: TestHost
  smtp: Awaited<ReturnType<typeof startSmtpServer>>
  marketing: Client
}

async function setUp(
  redisUrl?: string,
  onData?: NonNullable<Parameters<typeof startSmtpServer>[0]>['onData'],
): Promise<Setup> {
  const smtp = await startSmtpServer(onData ? { onData } : {})
  running.push(() => smtp.close())
  const host = await startHost({ smtpUrl: smtp.url, ...(redisUrl ? { redisUrl } : {}) })
  running.push(() => host.close())
  return { host, smtp, marketing: await staff(host.payload, host.api, 'marketing') }
}
async function startWorker(host: TestHost) {
  const worker = await createCrmWorker(host.payload)
  running.push(() => worker.close())
}

describe.each(backends)('a newsletter, queues on %s', (_, redisUrl) => {
  it('goes from send to sent: one mail for each subscriber, every row settled', async () => {
    const { host, marketing, smtp } = await setUp(redisUrl())
    await subscribe(host.databaseUrl, 1000)
    await query(host.databaseUrl, `UPDATE subscribers SET status = 'pending' WHERE id % 10 = 0`)
    const id = await writeNewsletter(host.payload)
    const answer = await marketing.post(`/newsletters/${id}/send`)
    expect(answer).toMatchObject({ status: 200, body: { doc: { status: 'preparing' } } })
    await startWorker(host)
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent', 60_000)

    expect(await statesOf(host.databaseUrl, id)).toEqual({ sent: 900 })
    expect(smtp.mails).toHaveLength(900)
    expect(new Set(smtp.mails.map((mail) => mail.to)).size).toBe(900)
    const { body } = await marketing.get(`/newsletters/${id}?depth=0`)
    expect(body.progress).toEqual({
      recipients: 900,
      sent: 900,
      failed: 0,
      unknown: 0,
      bounced: 0,
      unsubscribed: 0,
    })
    expect(body.run.startedAt <= body.run.frozenAt && body.run.frozenAt <= body.run.finishedAt).toBe(true)
    expect(body.frozen).toBeUndefined()
  })
})

describe('while a newsletter is sent', () => {
  /** A mail server whose gate can be closed: mails wait for their answer. */
  async function gated() {
    const gate = { after: Infinity, open: () => undefined as void }
    let opened = new Promise<void>((resolve) => (gate.open = resolve))
    const close = () => {
      opened = new Promise<void>((resolve) => (gate.open = resolve))
    }
    const setup = await setUp(undefined, async (_, attempt) => {
      if (attempt > gate.after) await opened
      return null
    })
    return { ...setup, gate, close }
  }

  it('pause, resume and cancel take effect within what is in flight', async () => {
    const { close, gate, host, marketing, smtp } = await gated()
    await subscribe(host.databaseUrl, 300)
    const id = await writeNewsletter(host.payload)
    gate.after = 50
    await marketing.post(`/newsletters/${id}/send`)
    await startWorker(host)
    await eventually(() => smtp.attempts > 50, 30_000)
    expect((await marketing.post(`/newsletters/${id}/pause`)).body.doc.status).toBe('paused')
    gate.after = Infinity
    gate.open()
    await eventually(async () => !((await statesOf(host.databaseUrl, id)).sending ?? 0), 30_000)
    const paused = smtp.mails.length
    // Fifty through the gate, and at most as many in flight as there are connections.
    expect(paused).toBeLessThanOrEqual(70)
    await new Promise((resolve) => setTimeout(resolve, 2500))
    expect(smtp.mails).toHaveLength(paused)
    expect(await statesOf(host.databaseUrl, id)).toEqual({ sent: paused, queued: 300 - paused })

    close()
    gate.after = 150
    expect((await marketing.post(`/newsletters/${id}/resume`)).body.doc.status).toBe('sending')
    await eventually(() => smtp.attempts > 150, 30_000)
    const cancelled = await marketing.post(`/newsletters/${id}/cancel`)
    expect(cancelled.body.doc.status).toBe('cancelled')
    gate.after = Infinity
    gate.open()
    await eventually(async () => !((await statesOf(host.databaseUrl, id)).sending ?? 0), 30_000)
    const sent = smtp.mails.length
    expect(sent).toBeLessThanOrEqual(170)
    expect(await statesOf(host.databaseUrl, id)).toEqual({ sent, cancelled: 300 - sent })

    const missing = await marketing.post(`/newsletters/${id}/send-missing`)
    expect(missing.body.doc.status).toBe('sending')
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent', 30_000)
    expect(await statesOf(host.databaseUrl, id)).toEqual({ sent: 300 })
    expect(new Set(smtp.mails.map((mail) => mail.to)).size).toBe(300)
    expect(smtp.mails).toHaveLength(300)
  }, 120_000)

  it('who unsubscribes after the start gets nothing any more', async () => {
    const { gate, host, marketing, smtp } = await gated()
    await subscribe(host.databaseUrl, 100)
    const id = await writeNewsletter(host.payload)
    gate.after = 10
    await marketing.post(`/newsletters/${id}/send`)
    await startWorker(host)
    await eventually(() => smtp.attempts > 10, 30_000)
    await query(host.databaseUrl, `UPDATE subscribers SET status = 'unsubscribed' WHERE id > 50`)
    gate.open()
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent', 30_000)
    expect(await statesOf(host.databaseUrl, id)).toEqual({ sent: 50, cancelled: 50 })
    expect(smtp.mails).toHaveLength(50)
  })
})

describe('a newsletter', () => {
  it('starts at its time', async () => {
    const { host, marketing, smtp } = await setUp()
    await subscribe(host.databaseUrl, 3)
    const id = await writeNewsletter(host.payload)
    const past = await marketing.post(`/newsletters/${id}/schedule`, { scheduledAt: '2020-01-01T00:00:00Z' })
    expect(past.status).toBe(400)
    const scheduledAt = new Date(Date.now() + 3000).toISOString()
    const answer = await marketing.post(`/newsletters/${id}/schedule`, { scheduledAt })
    expect(answer.body.doc).toMatchObject({ status: 'scheduled', scheduledAt })
    await startWorker(host)
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent', 30_000)
    expect(smtp.mails).toHaveLength(3)
    expect(Math.min(...smtp.mails.map((mail) => mail.parsed.date?.getTime() ?? 0))).toBeGreaterThanOrEqual(
      Math.floor(new Date(scheduledAt).getTime() / 1000) * 1000,
    )
  })

  it('is moved by marketing only, and only where its state allows it', async () => {
    const { host, marketing } = await setUp()
    const sales = await staff(host.payload, host.api, 'sales')
    const id = await writeNewsletter(host.payload)
    for (const action of ['send', 'schedule', 'pause', 'resume', 'cancel', 'send-missing'])
      expect((await sales.post(`/newsletters/${id}/${action}`)).status).toBe(403)
    for (const action of ['pause', 'resume', 'cancel', 'send-missing'])
      expect((await marketing.post(`/newsletters/${id}/${action}`)).status).toBe(409)
    expect((await marketing.post('/newsletters/999/send')).status).toBe(404)
    expect((await marketing.post('/newsletters/nonsense/send')).status).toBe(404)
    await marketing.patch(`/newsletters/${id}`, { status: 'sent', progress: { sent: 5 } })
    expect((await marketing.get(`/newsletters/${id}`)).body).toMatchObject({
      status: 'draft',
      progress: { sent: 0 },
    })

    expect((await marketing.post(`/newsletters/${id}/send`)).status).toBe(200)
    expect((await marketing.post(`/newsletters/${id}/send`)).status).toBe(409)
    const changed = await marketing.patch(`/newsletters/${id}`, { subject: 'anders' })
    expect(changed).toMatchObject({ status: 400 })
    expect((await marketing.patch(`/newsletters/${id}`, { name: 'anders' })).status).toBe(200)
    expect((await marketing.delete(`/newsletters/${id}`)).status).toBe(409)
  })

  it('without anybody to get it fails and says so', async () => {
    const { host, marketing } = await setUp()
    const id = await writeNewsletter(host.payload)
    await marketing.post(`/newsletters/${id}/send`)
    await startWorker(host)
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'failed', 30_000)
    expect((await marketing.get(`/newsletters/${id}`)).body.run.note).toMatch(/niemand/)
  })

  it('is halted by its canary when too many are refused, and goes on when somebody says so', async () => {
    const { host, marketing, smtp } = await setUp(undefined, (_, attempt) =>
      attempt <= 5 ? { code: 550, message: 'no' } : null,
    )
    await host.payload.updateGlobal({
      slug: 'crm-settings',
      data: { sending: { canarySize: 20, canaryPercent: 10 } },
    })
    await subscribe(host.databaseUrl, 100)
    const id = await writeNewsletter(host.payload)
    await marketing.post(`/newsletters/${id}/send`)
    await startWorker(host)
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'paused', 30_000)
    expect(smtp.attempts).toBe(20)
    expect(await statesOf(host.databaseUrl, id)).toEqual({ failed: 5, sent: 15, queued: 80 })
    expect((await marketing.get(`/newsletters/${id}`)).body.run.note).toMatch(/ersten 20 .* 5 /)
    const english = await createClient(host.api, marketing.token, 'en').get(`/newsletters/${id}/progress`)
    expect(english.body.run.note).toMatch(/^Halted: of the first 20 .* 5 /)
    await marketing.post(`/newsletters/${id}/resume`)
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent', 30_000)
    expect(await statesOf(host.databaseUrl, id)).toEqual({ failed: 5, sent: 95 })
  })

  it('keeps the limits of the mail server, with two workers', async () => {
    const times: number[] = []
    const { host, marketing } = await setUp(undefined, () => {
      times.push(Date.now())
      return null
    })
    await host.payload.updateGlobal({
      slug: 'crm-settings',
      data: { sending: { perSecond: 10, perMinute: 30 } },
    })
    await subscribe(host.databaseUrl, 60)
    const id = await writeNewsletter(host.payload)
    await marketing.post(`/newsletters/${id}/send`)
    await startWorker(host)
    await startWorker(host)
    await eventually(() => times.length >= 30)
    await new Promise((resolve) => setTimeout(resolve, 2000))
    expect(times).toHaveLength(30)
    // Thirty at ten a second: the first and the last are at least two full seconds apart.
    expect((times[29] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1900)
    expect(await statusOf(host.databaseUrl, id)).toBe('sending')
  })

  it('comes back to an envelope that names the mail, and its link names the reader', async () => {
    const { host, marketing, smtp } = await setUp()
    const sending = { bounceAddress: 'rueck@mozaikoo.test' }
    await host.payload.updateGlobal({
      slug: 'crm-settings',
      data: { sending, company: { name: 'Muster GmbH' } },
    })
    await subscribe(host.databaseUrl, 1)
    const id = await writeNewsletter(host.payload)
    await marketing.post(`/newsletters/${id}/send`)
    await startWorker(host)
    const mail = await eventually(() => smtp.mails[0], 30_000)
    const row = await eventually(
      async () => (await query(host.databaseUrl, `SELECT * FROM mails WHERE state = 'sent'`))[0],
    )
    const { secret } = host.payload
    expect(readVerpAddress(secret, mail.from)).toBe(String(row.id))
    expect(mail.parsed.messageId).toBe(row.message_id)
    const link = /^List-Unsubscribe: <([^>]+)>/im.exec(mail.raw)?.[1] ?? ''
    expect(link).toMatch(/^http:\/\/localhost:3000\/api\/newsletter\/unsubscribe\//)
    const named = readSubscriberToken(secret, 'unsubscribe', link.split('/').at(-1) ?? '')
    expect(named).toEqual({ subscriberId: String(row.subscriber_id), newsletterId: String(id) })
    expect(mail.parsed.text).toContain(link)
    expect(mail.parsed.subject).toBe('Neues für Vor1')
  })
})
