import type { Payload, PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { tableOf } from '../../database/table.js'
import { pooled, transactionOf } from '../../database/transaction.js'
import { mailStates, type MailState } from '../mailRow.js'

type Id = string | number

export interface CampaignProgress {
  recipients: number
  states: Record<MailState, number>
}

/**
 * Counts a newsletter's mails by their state: the rows are the truth, nothing else is kept up to date beside them. Who has no
 * row yet waits like the others.
 */
export async function countMails(payload: Payload, crm: Crm, newsletter: Id): Promise<CampaignProgress> {
  const { rows } = await pooled(payload).execute(sql`
    SELECT state::text, count(*)::int AS count FROM ${tableOf(payload, crm.slugs.mails)}
    WHERE newsletter_id = ${newsletter} AND position IS NOT NULL GROUP BY state
    UNION ALL
    SELECT CASE WHEN taken_back THEN 'cancelled' ELSE 'queued' END, sum(recipients)::int
    FROM ${tableOf(payload, crm.slugs.audienceParts)} WHERE newsletter_id = ${newsletter} GROUP BY 1`)
  const states = Object.fromEntries(mailStates.map((state) => [state, 0])) as Record<MailState, number>
  for (const { count, state } of rows) states[state as MailState] += Number(count)
  return { recipients: Object.values(states).reduce((sum, count) => sum + count, 0), states }
}

/** Why the doubtful mails of a newsletter are doubtful: of each cause how many. */
export async function countDoubts(
  payload: Payload,
  crm: Crm,
  newsletter: Id,
): Promise<{ workerStopped: number; lineBroken: number }> {
  const { rows } = await pooled(payload).execute(sql`
    SELECT count(*) FILTER (WHERE cause = 'workerStopped')::int AS "workerStopped",
      count(*) FILTER (WHERE cause = 'lineBroken')::int AS "lineBroken"
    FROM ${tableOf(payload, crm.slugs.mails)} WHERE newsletter_id = ${newsletter} AND state = 'unknown'`)
  return rows[0] as { workerStopped: number; lineBroken: number }
}

/** One more who left by a newsletter's link, in the request's transaction. */
export async function countUnsubscribed(req: PayloadRequest, crm: Crm, newsletter: Id): Promise<void> {
  const db = await transactionOf(req)
  await db.execute(sql`
    UPDATE ${tableOf(req.payload, crm.slugs.newsletters)}
    SET progress_unsubscribed = coalesce(progress_unsubscribed, 0) + 1 WHERE id = ${newsletter}`)
}

/** Writes the counts into the newsletter, for lists and forms; not those that the audience has outgrown meanwhile. */
export async function refreshProgress(payload: Payload, crm: Crm, newsletter: Id): Promise<CampaignProgress> {
  const { rows } = await pooled(payload).execute(sql`
    SELECT progress_recipients AS known FROM ${tableOf(payload, crm.slugs.newsletters)} WHERE id = ${newsletter}`)
  const progress = await countMails(payload, crm, newsletter)
  const { bounced, failed, sent, unknown } = progress.states
  await pooled(payload).execute(sql`
    UPDATE ${tableOf(payload, crm.slugs.newsletters)} SET progress_recipients = ${progress.recipients},
      progress_sent = ${sent}, progress_failed = ${failed}, progress_unknown = ${unknown}, progress_bounced = ${bounced}
    WHERE id = ${newsletter} AND progress_recipients IS NOT DISTINCT FROM ${rows[0]?.known ?? null}::numeric
    AND (progress_recipients, progress_sent, progress_failed, progress_unknown,
      progress_bounced) IS DISTINCT FROM (${progress.recipients}::numeric, ${sent}::numeric, ${failed}::numeric,
      ${unknown}::numeric, ${bounced}::numeric)`)
  return progress
}
