import type { Payload, PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { tableOf } from '../../database/table.js'
import { pooled, transactionOf } from '../../database/transaction.js'
import { opening, type TrackingMode } from '../../domain/tracking.js'
import { readSettings } from '../settings.js'

type Id = string | number

/** How a letter was counted when it was frozen. */
export interface FrozenTracking {
  mode: Exclude<TrackingMode, 'off'>
  /** Where its links lead; the first has the number 1. */
  links: string[]
}

/** @returns null for a newsletter that there is not (any more), or whose letter is not counted */
export async function trackingOf(payload: Payload, crm: Crm, newsletter: Id): Promise<FrozenTracking | null> {
  const { rows } = await pooled(payload).execute(sql`
    SELECT frozen -> 'tracking' AS tracking FROM ${tableOf(payload, crm.slugs.newsletters)} WHERE id = ${newsletter}`)
  return (rows[0]?.tracking as FrozenTracking | null | undefined) ?? null
}

/**
 * Counts an opening or a click: by newsletter, day and link for everybody, with nothing about the one who did it. Beside
 * that for the person, but only if the settings still say so and the person agrees to it at this moment.
 *
 * @param link its number; `opening` for the letter itself
 */
export async function countReaction(
  payload: Payload,
  crm: Crm,
  reaction: { newsletter: Id; subscriber: Id | null; link: number },
): Promise<void> {
  const { link, newsletter, subscriber } = reaction
  const mode = (await readSettings(payload, crm)).newsletter?.tracking ?? 'off'
  if (mode === 'off') return
  const db = pooled(payload)
  await db.execute(sql`
    INSERT INTO ${tableOf(payload, crm.slugs.reactionCounts)} AS c (key, newsletter_id, day, link, count)
    SELECT ${`${newsletter}:`} || day || ${`:${link}`}, ${newsletter}, day, ${link}, 1
    FROM (SELECT (now() AT TIME ZONE ${crm.timeZone})::date::text AS day) AS today
    ON CONFLICT (key) DO UPDATE SET count = c.count + 1`)
  if (mode !== 'consented' || subscriber === null) return
  // Waits for somebody who withdraws the consent just now, and then finds none.
  await db.execute(sql`
    INSERT INTO ${tableOf(payload, crm.slugs.reactions)} AS r
      (key, newsletter_id, subscriber_id, link, count, first_at, last_at)
    SELECT ${`${newsletter}:${subscriber}:${link}`}, ${newsletter}, person.id, ${link}, 1, now(), now()
    FROM (SELECT id FROM ${tableOf(payload, crm.slugs.subscribers)}
      WHERE id = ${subscriber} AND tracking_consent_at IS NOT NULL FOR SHARE) AS person
    ON CONFLICT (key) DO UPDATE SET count = r.count + 1, last_at = now()`)
}

/** Deletes what a person did, or what happened to a newsletter, in the request's transaction. */
export async function forgetReactions(
  req: PayloadRequest,
  crm: Crm,
  of: { subscriber: Id } | { newsletter: Id },
): Promise<void> {
  const db = await transactionOf(req)
  const reactions = tableOf(req.payload, crm.slugs.reactions)
  if ('subscriber' in of) {
    await db.execute(sql`DELETE FROM ${reactions} WHERE subscriber_id = ${of.subscriber}`)
    return
  }
  await db.execute(sql`DELETE FROM ${reactions} WHERE newsletter_id = ${of.newsletter}`)
  await db.execute(sql`
    DELETE FROM ${tableOf(req.payload, crm.slugs.reactionCounts)} WHERE newsletter_id = ${of.newsletter}`)
}

export interface ReactionResults {
  mode: FrozenTracking['mode']
  opens: number
  clicks: number
  /** In order of time; a day without any is not listed. */
  days: { day: string; opens: number; clicks: number }[]
  /** Every link of the letter, with how often it was clicked. */
  links: { url: string; clicks: number }[]
  /** Of those who agree to it: how many recipients they are, who opened it, who clicked. */
  people: { recipients: number; opened: number; clicked: number }
}

/** @returns null when the newsletter is not counted */
export async function reactionResults(
  payload: Payload,
  crm: Crm,
  newsletter: Id,
): Promise<ReactionResults | null> {
  const tracking = await trackingOf(payload, crm, newsletter)
  if (!tracking) return null
  const db = pooled(payload)
  const counts = tableOf(payload, crm.slugs.reactionCounts)
  const perDay = await db.execute(sql`
    SELECT day, coalesce(sum(count) FILTER (WHERE link = ${opening}), 0)::int AS opens,
      coalesce(sum(count) FILTER (WHERE link <> ${opening}), 0)::int AS clicks
    FROM ${counts} WHERE newsletter_id = ${newsletter} GROUP BY day ORDER BY day`)
  const perLink = await db.execute(sql`
    SELECT link::int AS link, sum(count)::int AS clicks FROM ${counts}
    WHERE newsletter_id = ${newsletter} AND link <> ${opening} GROUP BY link`)
  const clicked = new Map(perLink.rows.map((row) => [Number(row.link), Number(row.clicks)]))
  const reactions = sql`SELECT 1 FROM ${tableOf(payload, crm.slugs.reactions)} AS r
    WHERE r.newsletter_id = ${newsletter} AND r.subscriber_id = s.id`
  const people = await db.execute(sql`
    SELECT count(*)::int AS recipients,
      count(*) FILTER (WHERE EXISTS (${reactions} AND r.link = ${opening}))::int AS opened,
      count(*) FILTER (WHERE EXISTS (${reactions} AND r.link <> ${opening}))::int AS clicked
    FROM ${tableOf(payload, crm.slugs.mails)} AS m
    JOIN ${tableOf(payload, crm.slugs.subscribers)} AS s ON s.id = m.subscriber_id
    WHERE m.newsletter_id = ${newsletter} AND m.kind <> 'newsletterTest' AND s.tracking_consent_at IS NOT NULL`)
  const days = perDay.rows as unknown as ReactionResults['days']
  return {
    mode: tracking.mode,
    opens: days.reduce((sum, { opens }) => sum + opens, 0),
    clicks: days.reduce((sum, { clicks }) => sum + clicks, 0),
    days,
    links: tracking.links.map((url, index) => ({ url, clicks: clicked.get(index + 1) ?? 0 })),
    people: people.rows[0] as unknown as ReactionResults['people'],
  }
}
