import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { mailable } from '../../database/mailable.js'
import { columnType, tableOf } from '../../database/table.js'
import type { Database } from '../../database/transaction.js'
import { audienceQuery } from './audience.js'
import { dropParts } from './audienceParts.js'

type Id = string | number
type Sql = ReturnType<typeof sql>

/** Condition on the subscribers `s`: they are meant by the audience and may get newsletters. */
export const inAudience = (payload: Payload, crm: Crm, audience: unknown): Sql =>
  sql`s.id IN (${audienceQuery(payload, crm, audience)}) AND ${mailable(payload, crm, sql`s`)}`

/** The same, without those who have a row in the outbox already. */
export const inRestOfAudience = (payload: Payload, crm: Crm, newsletter: Id, audience: unknown): Sql =>
  sql`NOT EXISTS (SELECT FROM ${tableOf(payload, crm.slugs.mails)} AS m
    WHERE m.newsletter_id = ${newsletter} AND m.subscriber_id = s.id AND m.kind = 'newsletter') AND ${inAudience(payload, crm, audience)}`

/**
 * The place in the audience of the last recipient who has a row; 0 while nobody has. Places can be missing, so it is not
 * how many they are. One look into the index for each state, instead of one at every row.
 */
export function lastPosition(payload: Payload, crm: Crm, newsletter: Sql): Sql {
  return sql`(SELECT coalesce(max(latest.position), 0)
    FROM unnest(enum_range(NULL::${columnType(payload, crm.slugs.mails, 'state')})) AS states (state), LATERAL (
      SELECT m.position FROM ${tableOf(payload, crm.slugs.mails)} AS m
      WHERE m.newsletter_id = ${newsletter} AND m.state = states.state AND m.position IS NOT NULL
      ORDER BY m.position DESC LIMIT 1) AS latest)`
}

/** What an attempt that broke off has fixed and no worker has touched: the audience may be another one by now. */
export async function dropUntouched(payload: Payload, crm: Crm, tx: Database, newsletter: Id): Promise<void> {
  await tx.execute(sql`
    DELETE FROM ${tableOf(payload, crm.slugs.mails)}
    WHERE newsletter_id = ${newsletter} AND kind = 'newsletter' AND state = 'queued' AND message_id IS NULL`)
  await dropParts(tx, payload, crm, newsletter)
}

/** @returns how many of the chosen subscribers `s` have a row now */
export async function writeRows(
  payload: Payload,
  crm: Crm,
  tx: Database,
  { id, subject }: { id: Id; subject?: string | null },
  chosen: ReturnType<typeof sql>,
  { after = 0, limit }: { after?: number; limit?: number },
): Promise<number> {
  const inserted = await tx.execute(sql`
    INSERT INTO ${tableOf(payload, crm.slugs.mails)} (kind, state, "to", subject, language, newsletter_id, subscriber_id,
      customer_id, attempts, dedupe_key, position)
    SELECT 'newsletter', 'queued', chosen.email, ${subject ?? ''},
      chosen.language::${columnType(payload, crm.slugs.mails, 'language')}, ${id}, chosen.id,
      chosen.customer_id, 0, 'newsletter:' || ${String(id)} || ':subscriber:' || chosen.id,
      ${after} + row_number() OVER (ORDER BY chosen.id)
    FROM (
      SELECT s.id, s.email, coalesce(s.language::text, 'de') AS language, s.customer_id
      FROM ${tableOf(payload, crm.slugs.subscribers)} AS s WHERE ${chosen}
      ORDER BY s.id${limit === undefined ? sql`` : sql` LIMIT ${limit}`}) AS chosen`)
  return inserted.rowCount ?? 0
}
