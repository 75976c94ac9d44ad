import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { tableOf } from '../../database/table.js'
import { pooled } from '../../database/transaction.js'
import { opening } from '../../domain/tracking.js'
import { mailStates, type MailState } from '../mailRow.js'
import { reactionResults, type ReactionResults } from './reactions.js'

type Id = string | number
type Sql = ReturnType<typeof sql>

export interface NewsletterResults {
  recipients: number
  states: Record<MailState, number>
  unsubscribed: number
  /** How wide the steps of the series are. */
  step: 'minute' | 'hour' | 'day'
  /** In order of time; a step in which nothing happened is not listed. */
  series: { at: string; delivered: number; bounced: number; unsubscribed: number }[]
  /** Openings and clicks; null when they are not counted. */
  reactions: ReactionResults | null
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
      WHERE consent.kind = 'revoked' AND NOT EXISTS (${laterMail(mails, newsletter, sql`mail`, sql`consent`)})`
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
    reactions: await reactionResults(payload, crm, newsletter),
  }
}

export interface ResultRow {
  email: string
  state: MailState
  sentAt: string | null
  attempts: number
  lastError: string | null
  bouncedAt: string | null
  unsubscribedAt: string | null
  /** Only of people who agreed to it. */
  openedAt: string | null
  clickedAt: string | null
}

/** One row a recipient, in pages, so that a large newsletter never stands in memory as a whole. */
export async function* resultRows(payload: Payload, crm: Crm, newsletter: Id): AsyncGenerator<ResultRow[]> {
  const { slugs } = crm
  const mails = tableOf(payload, slugs.mails)
  const instant = (value: unknown) => (value ? new Date(value as string).toISOString() : null)
  for (let after: unknown = null; ;) {
    const { rows } = await pooled(payload).execute(sql`
      SELECT m.id, m."to" AS email, m.state::text, m.sent_at, coalesce(m.attempts, 0)::int AS attempts, m.last_error,
        bounce.at AS bounced_at, leaving.at AS unsubscribed_at, reaction.opened_at, reaction.clicked_at
      FROM ${mails} AS m
      LEFT JOIN LATERAL (SELECT max(b.received_at) AS at FROM ${tableOf(payload, slugs.bounces)} AS b
        WHERE b.mail_id = m.id) AS bounce ON true
      LEFT JOIN LATERAL (SELECT min(c.revoked_at) AS at FROM ${tableOf(payload, slugs.consents)} AS c
        WHERE c.subscriber_id = m.subscriber_id AND c.kind = 'revoked' AND c.revoked_at >= m.sent_at
        AND NOT EXISTS (${laterMail(mails, newsletter, sql`m`, sql`c`)})) AS leaving ON true
      LEFT JOIN LATERAL (SELECT min(r.first_at) FILTER (WHERE r.link = ${opening}) AS opened_at,
          min(r.first_at) FILTER (WHERE r.link <> ${opening}) AS clicked_at
        FROM ${tableOf(payload, slugs.reactions)} AS r
        WHERE r.newsletter_id = ${newsletter} AND r.subscriber_id = m.subscriber_id) AS reaction ON true
      WHERE m.newsletter_id = ${newsletter} AND m.kind <> 'newsletterTest'
      ${after === null ? sql`` : sql`AND m.id > ${after}`} ORDER BY m.id LIMIT 5000`)
    if (rows.length === 0) return
    after = rows.at(-1)?.id
    yield rows.map((row) => ({
      email: row.email as string,
      state: row.state as MailState,
      sentAt: instant(row.sent_at),
      attempts: Number(row.attempts),
      lastError: row.last_error as string | null,
      bouncedAt: instant(row.bounced_at),
      unsubscribedAt: instant(row.unsubscribed_at),
      openedAt: instant(row.opened_at),
      clickedAt: instant(row.clicked_at),
    }))
  }
}

/** Another newsletter that the person got between this one and leaving. */
function laterMail(mails: Sql, newsletter: Id, mail: Sql, consent: Sql): Sql {
  return sql`SELECT 1 FROM ${mails} AS later WHERE later.subscriber_id = ${consent}.subscriber_id
    AND later.newsletter_id <> ${newsletter} AND later.kind <> 'newsletterTest'
    AND later.sent_at > ${mail}.sent_at AND later.sent_at <= ${consent}.revoked_at`
}
