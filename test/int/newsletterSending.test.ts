import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCrmWorker, type CrmWorker } from 'mozaikoo-crm/worker'
import { staff, type Client } from '../support/client.js'
import { statesOf, statusOf, subscribe, writeNewsletter } from '../support/campaign.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { startHost, type TestHost } from '../support/host.js'
import { startSmtpServer } from '../support/smtpServer.js'

let host: TestHost
let marketing: Client
let worker: CrmWorker
let smtp: Awaited<ReturnType<typeof startSmtpServer>>

beforeAll(async () => {
  smtp = await startSmtpServer({ onData: (raw) => (/^To: .*person2@/im.test(raw) ? 'drop' : null) })
  host = await startHost({ smtpUrl: smtp.url })
  await staff(host.payload, host.api, 'admin')
  marketing = await staff(host.payload, host.api, 'marketing')
  await subscribe(host.databaseUrl, 3)
  worker = await createCrmWorker(host.payload)
})
afterAll(async () => {
  await worker.close()
  await host.close()
  await smtp.close()
})

describe('a doubtful mail of a newsletter', () => {
  it('counts as sent once somebody says that it arrived, and is not sent again', async () => {
    const id = await writeNewsletter(host.payload)
    await marketing.post(`/newsletters/${id}/send`)
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent')
    expect(await statesOf(host.databaseUrl, id)).toEqual({ sent: 2, unknown: 1 })
    const found = await marketing.get(`/mails?where[newsletter][equals]=${id}&where[state][equals]=unknown`)
    const mail: number = found.body.docs[0].id

    const settled = await marketing.post(`/mails/${mail}/settle`)
    expect(settled).toMatchObject({ status: 200, body: { doc: { state: 'sent' } } })
    expect(settled.body.doc.sentAt).toEqual(expect.any(String))
    const { body } = await marketing.get(`/newsletters/${id}?depth=0`)
    expect(body).toMatchObject({ status: 'sent', progress: { recipients: 3, sent: 3, unknown: 0 } })
    const again = await marketing.post(`/mails/${mail}/settle`)
    expect(again).toMatchObject({ status: 409 })

    const attempts = smtp.attempts
    await marketing.post(`/newsletters/${id}/send-missing`, { includeUnknown: true })
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent')
    expect(smtp.attempts).toBe(attempts)
  })
})

describe('all doubtful mails of a newsletter', () => {
  it('are decided at once, and say why they are doubtful', async () => {
    const id = await writeNewsletter(host.payload)
    await marketing.post(`/newsletters/${id}/send`)
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent')
    const progress = (await marketing.get(`/newsletters/${id}/progress`)).body
    expect(progress).toMatchObject({ states: { unknown: 1 }, doubts: { lineBroken: 1, workerStopped: 0 } })
    expect((await marketing.post(`/newsletters/${id}/decide-unknown`, { decision: 'other' })).status).toBe(
      400,
    )

    const attempts = smtp.attempts
    const again = await marketing.post(`/newsletters/${id}/decide-unknown`, { decision: 'retry' })
    expect(again).toMatchObject({ status: 200, body: { decided: 1, doc: { status: 'sending' } } })
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent')
    expect(smtp.attempts).toBe(attempts + 1)
    expect(await statesOf(host.databaseUrl, id)).toEqual({ sent: 2, unknown: 1 })

    const settled = await marketing.post(`/newsletters/${id}/decide-unknown`, { decision: 'settle' })
    expect(settled.body).toMatchObject({
      decided: 1,
      doc: { status: 'sent', progress: { sent: 3, unknown: 0 } },
    })
    expect((await marketing.get(`/newsletters/${id}/progress`)).body.doubts).toBeNull()
    const nothing = await marketing.post(`/newsletters/${id}/decide-unknown`, { decision: 'retry' })
    expect(nothing.body).toMatchObject({ decided: 0, doc: { status: 'sent' } })
  })
})

describe('a planned newsletter that is cancelled', () => {
  it('is a draft again, and can be changed and planned anew', async () => {
    const id = await writeNewsletter(host.payload)
    const scheduledAt = new Date(Date.now() + 3_600_000).toISOString()
    await marketing.post(`/newsletters/${id}/schedule`, { scheduledAt })
    const { body } = await marketing.post(`/newsletters/${id}/cancel`)
    expect(body.doc).toMatchObject({ status: 'draft', scheduledAt: null })
    expect((await marketing.patch(`/newsletters/${id}`, { subject: 'Anders' })).status).toBe(200)
    const planned = await marketing.post(`/newsletters/${id}/schedule`, { scheduledAt })
    expect(planned.body.doc).toMatchObject({ status: 'scheduled', scheduledAt })
  })
})

describe('a template', () => {
  it('is never sent, and its copy is a newsletter', async () => {
    const id = await writeNewsletter(host.payload, { template: true })
    const scheduledAt = new Date(Date.now() + 3_600_000).toISOString()
    for (const [action, body] of [['send'], ['schedule', { scheduledAt }]] as const) {
      const answer = await marketing.post(`/newsletters/${id}/${action}`, body)
      expect(answer.status, action).toBe(409)
      expect(JSON.stringify(answer.body), action).toContain('Das ist eine Vorlage')
    }
    const copy = await marketing.post(`/newsletters/${id}/duplicate`)
    expect(copy.body.doc).toMatchObject({
      template: false,
      status: 'draft',
      subject: 'Neues für {{firstName|Sie}}',
    })
    expect((await marketing.post(`/newsletters/${copy.body.doc.id}/schedule`, { scheduledAt })).status).toBe(
      200,
    )
    const late = await marketing.patch(`/newsletters/${copy.body.doc.id}`, { template: true })
    expect(late.status).toBe(400)
    expect(late.body.errors[0].data.errors[0].path).toBe('template')
    const progress = (await marketing.get(`/newsletters/${id}/progress`)).body
    expect(progress).toMatchObject({ template: true, status: 'draft', recipients: 0, name: 'Frühling' })
  })
})

describe('the check before sending', () => {
  it('says how many and how fast', async () => {
    const id = await writeNewsletter(host.payload)
    await host.payload.updateGlobal({
      slug: 'crm-settings',
      overrideAccess: true,
      data: { sending: { preset: 'ionos', perSecond: 5, canarySize: 50, canaryPercent: 10 } },
    })
    const { body } = await marketing.get(`/newsletters/${id}/preflight`)
    expect(body).toMatchObject({
      recipients: 3,
      sending: {
        perSecond: 5,
        perMinute: null,
        perHour: 500,
        perDay: null,
        canarySize: 50,
        canaryPercent: 10,
      },
    })
    // The sender is `bestellung@mozaikoo.test`, which no public name server knows.
    const sender = body.findings.find((one: { check: string }) => one.check === 'sender')
    expect(sender).toMatchObject({ light: 'yellow', what: 'reserved' })
    expect(sender.message).toContain('mozaikoo.test')
    await query(host.databaseUrl, `UPDATE subscribers SET status = 'unsubscribed'`)
    expect((await marketing.get(`/newsletters/${id}/preflight`)).body.recipients).toBe(0)
  })
})
