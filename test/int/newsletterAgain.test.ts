import type pg from 'pg'
import { describe, expect, it } from 'vitest'
import { statesOf, statusOf, subscribe, writeNewsletter } from '../support/campaign.js'
import { campaignHosts } from '../support/campaignHosts.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import type { TestHost } from '../support/host.js'

const { setUp } = campaignHosts()

/** Writes the row of one recipient. */
async function mailTo(
  { databaseUrl }: TestHost,
  newsletter: number,
  subscriber: number,
  state: string,
): Promise<number> {
  const [row] = await query<{ id: number }>(
    databaseUrl,
    `INSERT INTO mails (kind, state, "to", subject, language, newsletter_id, subscriber_id, attempts, dedupe_key, position)
     VALUES ('newsletter', $3::text::enum_mails_state, 'person' || $2::int || '@kunde.test', 'x', 'de', $1::int, $2::int, 0,
       'newsletter:' || $1::int || ':subscriber:' || $2::int, $2::int) RETURNING id`,
    [newsletter, subscriber, state],
  )
  return row?.id ?? 0
}

const set = ({ databaseUrl }: TestHost, id: number, assignments: string) =>
  query(databaseUrl, `UPDATE newsletters SET ${assignments} WHERE id = $1`, [id])

/** How many wait for somebody else's lock. */
async function waiting(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return rows[0]?.count ?? 0
}

describe('a newsletter that was stopped', () => {
  it('at its very beginning gives a single mail again to one, and later the rest to those who did not get it', async () => {
    const { host, marketing, smtp, work } = await setUp()
    await subscribe(host.databaseUrl, 4)
    const id = await writeNewsletter(host.payload)
    await marketing.post(`/newsletters/${id}/send`)
    await work()
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent', 30_000)
    // As it is when the cancelling came between the first rows and the audience.
    await query(host.databaseUrl, 'DELETE FROM mails WHERE subscriber_id > 2')
    await query(host.databaseUrl, `UPDATE mails SET state = 'cancelled'`)
    await set(host, id, `status = 'cancelled', run_frozen_at = NULL, progress_recipients = 2`)
    smtp.mails.splice(0)

    const [mail] = await query<{ id: number }>(
      host.databaseUrl,
      'SELECT id FROM mails WHERE subscriber_id = 1',
    )
    expect((await marketing.post(`/mails/${mail?.id}/retry`)).status).toBe(200)
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent', 30_000)
    expect(smtp.mails.map(({ to }) => to)).toEqual(['person1@kunde.test'])
    const progress = async () => (await marketing.get(`/newsletters/${id}/progress`)).body
    expect(await progress()).toMatchObject({ recipients: 4, states: { sent: 1, cancelled: 3 } })

    expect((await marketing.post(`/newsletters/${id}/send-missing`)).status).toBe(200)
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent', 30_000)
    expect(smtp.mails.map(({ to }) => to).sort()).toEqual([1, 2, 3, 4].map((n) => `person${n}@kunde.test`))
    expect(await progress()).toMatchObject({ recipients: 4, states: { sent: 4, cancelled: 0 } })
  })

  it('by a fault goes, once it is sent anew, to the audience it has then, and to nobody twice', async () => {
    const { host, marketing, smtp, work } = await setUp()
    await subscribe(host.databaseUrl, 4)
    await query(host.databaseUrl, `UPDATE subscribers SET language = 'en' WHERE id > 2`)
    const id = await writeNewsletter(host.payload)
    await mailTo(host, id, 1, 'queued')
    await mailTo(host, id, 2, 'queued')
    await mailTo(host, id, 3, 'sent')
    // Of those before and after this one, nobody has touched any; and whoever was the reader of a test mail is none that got it.
    await query(host.databaseUrl, 'UPDATE mails SET position = 50 WHERE subscriber_id = 3')
    await query(
      host.databaseUrl,
      `INSERT INTO mails (kind, state, "to", subject, newsletter_id, subscriber_id, dedupe_key)
       VALUES ('newsletterTest', 'sent', 'staff@muster.test', 'x', $1, 4, 'test')`,
      [id],
    )
    await query(
      host.databaseUrl,
      `INSERT INTO crm_audience_parts (newsletter_id, part, recipients, subscribers) VALUES ($1, 0, 1, '[2]')`,
      [id],
    )
    await set(host, id, `status = 'failed'`)
    const changed = await marketing.patch(`/newsletters/${id}`, { audience: { languages: ['en'] } })
    expect(changed.status).toBe(200)
    expect((await marketing.post(`/newsletters/${id}/send`)).status).toBe(200)
    await work()
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent', 30_000)
    expect(smtp.mails.map(({ to }) => to)).toEqual(['person4@kunde.test'])
    expect(await statesOf(host.databaseUrl, id)).toEqual({ sent: 3 })
  })

  it('takes back also what the mail server puts off after that, and counts what was with it', async () => {
    let answer: () => void = () => undefined
    const asked = new Promise<void>((resolve) => {
      answer = resolve
    })
    const { host, marketing, smtp, work } = await setUp({
      onData: async (raw) => {
        await asked
        return raw.includes('person1@kunde.test') ? { code: 451, message: 'later' } : null
      },
    })
    await subscribe(host.databaseUrl, 2)
    const id = await writeNewsletter(host.payload)
    await marketing.post(`/newsletters/${id}/send`)
    await work()
    await eventually(() => smtp.attempts === 2)
    expect((await marketing.post(`/newsletters/${id}/cancel`)).status).toBe(200)
    expect(await statesOf(host.databaseUrl, id)).toEqual({ sending: 2 })
    answer()
    const stored = async () => (await marketing.get(`/newsletters/${id}?depth=0`)).body
    await eventually(async () => (await stored()).progress.sent === 1, 15_000)
    await eventually(async () => (await statesOf(host.databaseUrl, id)).cancelled === 1, 15_000)
    expect(await statesOf(host.databaseUrl, id)).toEqual({ sent: 1, cancelled: 1 })
    expect((await stored()).status).toBe('cancelled')
  })
})

describe('a newsletter that is about to be closed', () => {
  it('is sending while a mail of it is sent again in that moment, and closed after that one', async () => {
    const { connect, host, marketing, smtp, work } = await setUp()
    await subscribe(host.databaseUrl, 1)
    const id = await writeNewsletter(host.payload)
    await marketing.post(`/newsletters/${id}/send`)
    let worker = await work()
    await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent', 30_000)

    const other = await connect()
    for (const ends of ['failed', 'unknown']) {
      const before = smtp.mails.length
      await query(host.databaseUrl, `UPDATE mails SET state = $1::text::enum_mails_state`, [ends])
      await worker.close()
      await set(host, id, `status = 'sending', run_finished_at = NULL`)
      await other.query('BEGIN')
      await other.query('SELECT 1 FROM newsletters FOR UPDATE')
      const again =
        ends === 'failed'
          ? marketing.post(`/mails/1/retry`)
          : marketing.post(`/newsletters/${id}/decide-unknown`, { decision: 'retry' })
      // The worker wants to close it and somebody sends the mail again: both wait for the newsletter, neither holds the mail.
      worker = await work()
      await eventually(async () => (await waiting(other)) >= 2)
      expect((await other.query('SELECT 1 FROM mails FOR UPDATE NOWAIT')).rowCount).toBe(1)
      await other.query('COMMIT')
      expect((await again).status).toBe(200)
      await eventually(async () => (await statesOf(host.databaseUrl, id)).sent === 1, 15_000)
      await eventually(async () => (await statusOf(host.databaseUrl, id)) === 'sent', 15_000)
      expect(smtp.mails).toHaveLength(before + 1)
    }
  })

  it('is not deleted while somebody sends it, nor sent while it is deleted', async () => {
    const { connect, host, marketing } = await setUp()
    await subscribe(host.databaseUrl, 1)
    const id = await writeNewsletter(host.payload)
    const other = await connect()
    await other.query('BEGIN')
    await other.query(`UPDATE newsletters SET status = 'sending' WHERE id = $1`, [id])
    const deleted = marketing.delete(`/newsletters/${id}`)
    await eventually(async () => (await waiting(other)) >= 1)
    await other.query('COMMIT')
    expect((await deleted).status).toBe(409)
    expect(await statusOf(host.databaseUrl, id)).toBe('sending')
  })
})
