import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { mailable } from '../../database/mailable.js'
import { columnType, tableOf } from '../../database/table.js'
import type { Database } from '../../database/transaction.js'

type Id = string | number
type Sql = ReturnType<typeof sql>

/** As many recipients get their rows in one transaction: whoever pauses or cancels waits no longer than for these. */
const partSize = 10_000

const parts = (payload: Payload, crm: Crm) => tableOf(payload, crm.slugs.audienceParts)

/** Condition: the newsletter has recipients without a row in the outbox who are to get one. */
export const hasParts = (payload: Payload, crm: Crm, newsletter: Sql): Sql => sql`EXISTS (
  SELECT FROM ${parts(payload, crm)} AS p WHERE p.newsletter_id = ${newsletter} AND NOT coalesce(p.taken_back, false))`

/** How many recipients have no row in the outbox yet. */
export const recipientsInParts = (payload: Payload, crm: Crm, newsletter: Sql): Sql => sql`(
  SELECT coalesce(sum(p.recipients), 0) FROM ${parts(payload, crm)} AS p WHERE p.newsletter_id = ${newsletter})`

/**
 * Fixes who gets a newsletter: their ids only, some thousand in a row, which takes a fraction of what their rows in the
 * outbox take. Those are made part by part while the first mails go out. What an earlier attempt left behind is replaced.
 *
 * @param chosen condition on the subscribers `s`
 * @param takenBack whether only "send to those who did not get it" brings them back
 * @returns how many they are
 */
export async function storeParts(
  tx: Database,
  payload: Payload,
  crm: Crm,
  newsletter: Id,
  chosen: Sql,
  takenBack = false,
): Promise<number> {
  const { rows } = await tx.execute(sql`
    WITH left_over AS (DELETE FROM ${parts(payload, crm)} WHERE newsletter_id = ${newsletter}), stored AS (
      INSERT INTO ${parts(payload, crm)} (newsletter_id, part, recipients, subscribers, taken_back)
      SELECT ${newsletter}, part, count(*), jsonb_agg(id ORDER BY id), ${takenBack} FROM (
        SELECT s.id, (row_number() OVER (ORDER BY s.id) - 1) / ${partSize}::int AS part
        FROM ${tableOf(payload, crm.slugs.subscribers)} AS s WHERE ${chosen}) AS numbered
      GROUP BY part RETURNING recipients)
    SELECT coalesce(sum(recipients), 0)::int AS recipients FROM stored`)
  return Number(rows[0]?.recipients ?? 0)
}

/**
 * Takes the next part out.
 *
 * @returns condition on the subscribers `s`: those of the part who may still get newsletters; null when there is none
 */
export async function takePart(
  tx: Database,
  payload: Payload,
  crm: Crm,
  newsletter: Id,
): Promise<Sql | null> {
  const { rows } = await tx.execute(sql`
    DELETE FROM ${parts(payload, crm)} WHERE id = (
      SELECT p.id FROM ${parts(payload, crm)} AS p
      WHERE p.newsletter_id = ${newsletter} AND NOT coalesce(p.taken_back, false) ORDER BY p.part LIMIT 1)
    RETURNING subscribers::text AS subscribers`)
  if (!rows[0]) return null
  const type = columnType(payload, crm.slugs.subscribers, 'id')
  return sql`s.id IN (SELECT id::${type} FROM jsonb_array_elements_text(${rows[0].subscribers}::jsonb) AS part (id))
    AND ${mailable(payload, crm, sql`s`)}`
}

/** Who has no row yet gets none for now, or may get one after all. */
export async function takeBackParts(
  tx: Database,
  payload: Payload,
  crm: Crm,
  newsletter: Id,
  takenBack: boolean,
): Promise<void> {
  await tx.execute(
    sql`UPDATE ${parts(payload, crm)} SET taken_back = ${takenBack} WHERE newsletter_id = ${newsletter}`,
  )
}

/** Nobody who has no row yet gets one any more: the newsletter is deleted. */
export async function dropParts(tx: Database, payload: Payload, crm: Crm, newsletter: Id): Promise<void> {
  await tx.execute(sql`DELETE FROM ${parts(payload, crm)} WHERE newsletter_id = ${newsletter}`)
}
