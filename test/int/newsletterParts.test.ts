import { describe, expect, inject, it } from 'vitest'
import { statesOf, statusOf, subscribe, writeNewsletter } from '../support/campaign.js'
import { campaignHosts } from '../support/campaignHosts.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import type { TestHost } from '../support/host.js'

const { setUp } = campaignHosts()

const positions = async ({ databaseUrl }: TestHost, newsletter: number) =>
  (
    await query<{ position: number }>(
      databaseUrl,
      'SELECT position::int FROM mails WHERE newsletter_id = $1 ORDER BY position',
      [newsletter],
    )
  ).map(({ position }) => position)
const partsLeft = async ({ databaseUrl }: TestHost) =>
  (await query<{ count: number }>(databaseUrl, 'SELECT count(*)::int AS count FROM crm_audience_parts'))[0]
    ?.count
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/** A newsletter whose audience is fixed: five people, none of whom has a row yet. */
async function withFiveWaiting({ databaseUrl, payload }: TestHost) {
  await subscribe(databaseUrl, 5)
  const id = await writeNewsletter(payload)
  await query(
    databaseUrl,
    `UPDATE newsletters SET status = 'sending', run_started_at = now(), run_frozen_at = now(), progress_recipients = 5
     WHERE id = $1`,
    [id],
  )
  await query(
    databaseUrl,
    `INSERT INTO crm_audience_parts (newsletter_id, part, recipients, subscribers)
     VALUES ($1, 0, 2, '[1, 2]'), ($1, 1, 3, '[3, 4, 5]')`,
    [id],
  )
  return id
}

describe('recipients whose rows come later', () => {
  it.each([
    ['Redis', () => inject('redisUrl')],
    ['PostgreSQL', () => undefined],
  ])('are numbered on and get their mail once, queues on %s', async (_, redisUrl) => {
    const { host, marketing, smtp, work } = await setUp({ redisUrl: redisUrl() })
    await subscribe(host.databaseUrl, 2600)
    await query(host.databaseUrl, `UPDATE subscribers SET status = 'pending' WHERE id % 26 = 0`)
    const id = await writeNewsletter(host.payload)
    expect((await marketing.post(`/newsletters/${id}/send`)).status).toBe(200)
    await work()
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent', 60_000)
    expect(await statesOf(host.databaseUrl, id)).toEqual({ sent: 2500 })
    expect(new Set(smtp.mails.map(({ to }) => to)).size).toBe(2500)
    expect(smtp.mails).toHaveLength(2500)
    expect(await positions(host, id)).toEqual(upTo(2500))
    expect(await partsLeft(host)).toBe(0)
    expect((await marketing.get(`/newsletters/${id}?depth=0`)).body.progress).toMatchObject({
      recipients: 2500,
      sent: 2500,
    })
  })

  it('wait like the others, are taken back with them, and get it when those are sent to who did not', async () => {
    const { host, marketing, smtp, work } = await setUp()
    const id = await withFiveWaiting(host)
    const progress = async () => (await marketing.get(`/newsletters/${id}/progress`)).body
    expect(await progress()).toMatchObject({ recipients: 5, states: { queued: 5 } })
    expect((await marketing.post(`/newsletters/${id}/cancel`)).status).toBe(200)
    expect(await progress()).toMatchObject({ recipients: 5, states: { queued: 0, cancelled: 5 } })

    await query(host.databaseUrl, `UPDATE subscribers SET status = 'unsubscribed' WHERE id = 4`)
    await work()
    expect((await marketing.post(`/newsletters/${id}/send-missing`)).status).toBe(200)
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent', 30_000)
    expect(smtp.mails.map(({ to }) => to).sort()).toEqual(
      [1, 2, 3, 5].map((number) => `person${number}@kunde.test`),
    )
    expect(await positions(host, id)).toEqual(upTo(4))
    expect(await progress()).toMatchObject({ recipients: 4, states: { sent: 4 } })
  })

  it('get nothing when a single mail of a cancelled newsletter is sent again, and go with the newsletter', async () => {
    const { host, marketing, smtp, work } = await setUp()
    const id = await withFiveWaiting(host)
    await work()
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent', 30_000)
    const [mail] = await query<{ id: number; to: string }>(
      host.databaseUrl,
      `UPDATE mails SET state = 'failed' WHERE newsletter_id = $1 AND position = 1 RETURNING id, "to"`,
      [id],
    )
    await query(
      host.databaseUrl,
      `INSERT INTO crm_audience_parts (newsletter_id, part, recipients, subscribers, taken_back)
       VALUES ($1, 2, 1, '[6]', true)`,
      [id],
    )
    await subscribe(host.databaseUrl, 1, 'late')
    await query(host.databaseUrl, `UPDATE newsletters SET status = 'cancelled' WHERE id = $1`, [id])
    expect((await marketing.post(`/mails/${mail?.id}/retry`)).status).toBe(200)
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent', 30_000)
    expect(smtp.mails.filter(({ to }) => to === mail?.to)).toHaveLength(2)
    expect(smtp.mails).toHaveLength(6)
    expect(await partsLeft(host)).toBe(1)
    await host.payload.delete({ collection: 'newsletters', id, overrideAccess: true })
    expect(await partsLeft(host)).toBe(0)
  })
})
