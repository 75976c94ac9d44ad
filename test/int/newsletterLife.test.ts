import { afterEach, describe, expect, inject, it } from 'vitest'
import { createCrmWorker } from 'mozaikoo-crm'
import { staff, type Client } from '../support/client.js'
import { statesOf, statusOf, subscribe, writeNewsletter } from '../support/campaign.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { startHost, type TestHost } from '../support/host.js'
import { startSmtpServer } from '../support/smtpServer.js'

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
