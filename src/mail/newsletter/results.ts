import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { tableOf } from '../../database/table.js'
import { pooled } from '../../database/transaction.js'
import { mailStates, type MailState } from '../mailRow.js'

type Id = string | number

export interface NewsletterResults {
  recipients: number
  states: Record<MailState, number>
  unsubscribed: number
  /** How wide the steps of the series are. */
  step: 'minute' | 'hour' | 'day'
  /** In order of time; a step in which nothing happened is not listed. */
  series: { at: string; delivered: number; bounced: number; unsubscribed: number }[]
}

/**
 * What became of a newsletter, from the rows of its mails. Somebody who unsubscribes counts for the last newsletter he got
 * before.
 */
export async function newsletterResults(
  payload: Payload,
  crm: Crm,
  newsletter: Id,
): Promise<NewsletterResults> {
  const db = pooled(payload)
  const mails = tableOf(payload, crm.slugs.mails)
  const sent = sql`SELECT subscriber_id, sent_at FROM ${mails}
    WHERE newsletter_id = ${newsletter} AND kind <> 'newsletterTest' AND sent_at IS NOT NULL`
  const events = sql`
    SELECT sent_at AS at, 'delivered' AS what FROM ${mails}
      WHERE newsletter_id = ${newsletter} AND kind <> 'newsletterTest' AND state = 'sent'
    UNION ALL SELECT updated_at, 'bounced' FROM ${mails}
      WHERE newsletter_id = ${newsletter} AND kind <> 'newsletterTest' AND state = 'bounced'
    UNION ALL SELECT consent.revoked_at, 'unsubscribed' FROM ${tableOf(payload, crm.slugs.consents)} AS consent
      JOIN (${sent}) AS mail ON mail.subscriber_id = consent.subscriber_id AND mail.sent_at <= consent.revoked_at
      WHERE NOT EXISTS (SELECT 1 FROM ${mails} AS later WHERE later.subscriber_id = consent.subscriber_id
        AND later.newsletter_id <> ${newsletter} AND later.kind <> 'newsletterTest'
        AND later.sent_at > mail.sent_at AND later.sent_at <= consent.revoked_at)`
  const counted = await db.execute(sql`
    SELECT state::text, count(*)::int AS count FROM ${mails}
    WHERE newsletter_id = ${newsletter} AND kind <> 'newsletterTest' GROUP BY state`)
  const states = Object.fromEntries(mailStates.map((state) => [state, 0])) as Record<MailState, number>
  for (const { count, state } of counted.rows) states[state as MailState] = Number(count)

  const span = await db.execute(sql`
    SELECT extract(epoch FROM max(at) - min(at))::int AS seconds FROM (${events}) AS event`)
  const seconds = Number(span.rows[0]?.seconds ?? 0)
  const step = seconds < 2 * 3600 ? 'minute' : seconds < 3 * 86_400 ? 'hour' : 'day'
  const series = await db.execute(sql`
    SELECT date_trunc(${step}, at AT TIME ZONE ${crm.timeZone}) AT TIME ZONE ${crm.timeZone} AS at,
      count(*) FILTER (WHERE what = 'delivered')::int AS delivered,
      count(*) FILTER (WHERE what = 'bounced')::int AS bounced,
      count(*) FILTER (WHERE what = 'unsubscribed')::int AS unsubscribed
    FROM (${events}) AS event GROUP BY 1 ORDER BY 1`)
  const points = series.rows.map((row) => ({
    at: new Date(row.at as string).toISOString(),
    delivered: Number(row.delivered),
    bounced: Number(row.bounced),
    unsubscribed: Number(row.unsubscribed),
  }))
  return {
    recipients: Object.values(states).reduce((sum, count) => sum + count, 0),
    states,
    unsubscribed: points.reduce((sum, point) => sum + point.unsubscribed, 0),
    step,
    series: points,
  }
}

export interface ResultRow {
  email: string
  state: MailState
  sentAt: string | null
  attempts: number
  lastError: string | null
}

/** One row a recipient, in pages, so that a large newsletter never stands in memory as a whole. */
export async function* resultRows(payload: Payload, crm: Crm, newsletter: Id): AsyncGenerator<ResultRow[]> {
  for (let after: unknown = null; ;) {
    const { rows } = await pooled(payload).execute(sql`
      SELECT id, "to" AS email, state::text, sent_at, coalesce(attempts, 0)::int AS attempts, last_error
      FROM ${tableOf(payload, crm.slugs.mails)} WHERE newsletter_id = ${newsletter} AND kind <> 'newsletterTest'
      ${after === null ? sql`` : sql`AND id > ${after}`} ORDER BY id LIMIT 5000`)
    if (rows.length === 0) return
    after = rows.at(-1)?.id
    yield rows.map((row) => ({
      email: row.email as string,
      state: row.state as MailState,
      sentAt: row.sent_at === null ? null : new Date(row.sent_at as string).toISOString(),
      attempts: Number(row.attempts),
      lastError: row.last_error as string | null,
    }))
  }
}
