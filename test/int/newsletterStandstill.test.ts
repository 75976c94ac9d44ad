import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCrmWorker } from 'mozaikoo-crm/worker'
import { createClient, staff, type Client } from '../support/client.js'
import { statesOf, statusOf, subscribe, writeNewsletter } from '../support/campaign.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { startHost, type TestHost } from '../support/host.js'
import { startSmtpServer } from '../support/smtpServer.js'

let host: TestHost
let marketing: Client
let smtp: Awaited<ReturnType<typeof startSmtpServer>>
const closing: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  smtp = await startSmtpServer()
  host = await startHost({ smtpUrl: smtp.url })
  await staff(host.payload, host.api, 'admin')
  marketing = await staff(host.payload, host.api, 'marketing')
  await subscribe(host.databaseUrl, 5)
})
afterAll(async () => {
  for (const close of closing) await close()
  await host.close()
  await smtp.close()
})

const progressOf = async (id: number) => (await marketing.get(`/newsletters/${id}/progress`)).body

describe('why a newsletter stands still', () => {
  it('is said: no worker, no mail server, a limit that is used up', async () => {
    const id = await writeNewsletter(host.payload)
    expect(await progressOf(id)).toMatchObject({ status: 'draft', standstill: null })
    const scheduledAt = new Date(Date.now() + 3_600_000).toISOString()
    await marketing.post(`/newsletters/${id}/schedule`, { scheduledAt })
    expect(await progressOf(id)).toMatchObject({ status: 'scheduled', standstill: { cause: 'noWorker' } })
    await marketing.post(`/newsletters/${id}/send`)
    expect(await progressOf(id)).toMatchObject({ status: 'preparing', standstill: { cause: 'noWorker' } })

    await query(
      host.databaseUrl,
      `INSERT INTO crm_workers (key, queue, mail, seen_at) VALUES ('elsewhere', 'ok', 'unreachable', now())`,
    )
    expect((await progressOf(id)).standstill).toEqual({ cause: 'mailServer' })
    // A worker that has not been heard of for a while is none.
    await query(host.databaseUrl, `UPDATE crm_workers SET seen_at = now() - interval '1 minute'`)
    expect((await progressOf(id)).standstill).toEqual({ cause: 'noWorker' })

    await host.payload.updateGlobal({
      slug: 'crm-settings',
      data: { sending: { perHour: 2 } },
      overrideAccess: true,
    })
    const worker = await createCrmWorker(host.payload)
    closing.push(() => worker.close())
    await eventually(async () => (await statesOf(host.databaseUrl, id)).sent === 2)
    const held = await eventually(async () => {
      const progress = await progressOf(id)
      return progress.standstill ? progress : null
    })
    expect(held).toMatchObject({ status: 'sending', standstill: { cause: 'perHour', count: 2 } })
    const wait = Date.parse(held.standstill.until) - Date.now()
    expect(wait).toBeGreaterThan(50 * 60_000)
    expect(wait).toBeLessThan(65 * 60_000)
    // Three more at two an hour.
    expect(held.secondsLeft).toBe(5400)

    await marketing.post(`/newsletters/${id}/pause`)
    expect(await progressOf(id)).toMatchObject({ standstill: null, secondsLeft: 0 })
  })
})

describe('why a mail did not go out', () => {
  it('is told in the language of whoever asks', async () => {
    const [id] = await query<{ id: number }>(host.databaseUrl, 'SELECT max(id) AS id FROM newsletters')
    // Of the three that wait, one person leaves before their turn.
    const [mail] = await query<{ id: number; subscriber: number }>(
      host.databaseUrl,
      `SELECT id, subscriber_id AS subscriber FROM mails WHERE state = 'queued' ORDER BY position LIMIT 1`,
    )
    await query(host.databaseUrl, `UPDATE subscribers SET status = 'unsubscribed' WHERE id = $1`, [
      mail?.subscriber,
    ])
    await host.payload.updateGlobal({
      slug: 'crm-settings',
      data: { sending: { perHour: null } },
      overrideAccess: true,
    })
    await marketing.post(`/newsletters/${id?.id}/resume`)
    await eventually(async () => (await statusOf(host.databaseUrl, Number(id?.id))) === 'sent')

    const reasonFor = async (client: Client) =>
      (await client.get(`/mails/${mail?.id}?depth=0`)).body.lastError
    const german = 'Der Empfänger darf keinen Newsletter mehr bekommen.'
    const english = 'The recipient may not get newsletters any more.'
    expect(await reasonFor(createClient(host.api, marketing.token, 'de'))).toBe(german)
    expect(await reasonFor(createClient(host.api, marketing.token, 'en'))).toBe(english)
    expect((await marketing.get(`/newsletters/${id?.id}/results.csv`)).body).toContain(german)
  })
})

describe('a test mail', () => {
  it('says what keeps it waiting', async () => {
    const id = await writeNewsletter(host.payload)
    const sent = async () =>
      (await marketing.post(`/newsletters/${id}/test`, { to: 'probe@muster.test' })).body
    expect(await sent()).toEqual({ to: 'probe@muster.test', standstill: null })
    await closing.pop()?.()
    expect(await sent()).toEqual({ to: 'probe@muster.test', standstill: { cause: 'noWorker' } })
    await query(
      host.databaseUrl,
      `INSERT INTO crm_workers (key, queue, mail, seen_at) VALUES ('there', 'ok', 'unreachable', now())`,
    )
    expect((await sent()).standstill).toEqual({ cause: 'mailServer' })
  })
})
