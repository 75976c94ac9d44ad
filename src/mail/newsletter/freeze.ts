import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { tableOf } from '../../database/table.js'
import { pooled, type Database } from '../../database/transaction.js'
import { hasParts, recipientsInParts, storeParts, takePart } from './audienceParts.js'
import { becauseOf, moveNewsletter } from './campaigns.js'
import { freezeContent, type FrozenContent } from './freezeContent.js'
import type { NewsletterDocument } from './loadInput.js'
import { dropUntouched, inAudience, inRestOfAudience, lastPosition, writeRows } from './outboxRows.js'

type Id = string | number
type Newsletter = NewsletterDocument & { id: Id; audience?: unknown }

/** The first rows are there at once, so that the first mail does not wait for the last recipient's row. */
const firstChunk = 1000

/**
 * Freezes a newsletter: renders its content once for each language, fixes its audience, then writes a row for every
 * recipient. Each step commits by itself and continues where the last one ended, so a crash in between costs nothing; mails
 * of rows that are there already go out meanwhile.
 *
 * @returns true when all have their rows, false when another worker is at it, or the newsletter or this worker was stopped
 */
export async function freezeNewsletter(
  payload: Payload,
  crm: Crm,
  id: Id,
  mailFrom: string,
  { isStopping, onRows }: { isStopping: () => boolean; onRows: () => Promise<void> },
): Promise<boolean> {
  const newsletter = (await payload.findByID({
    collection: crm.slugs.newsletters,
    id,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
  })) as (Newsletter & { frozen?: unknown }) | null
  if (!newsletter) return false
  const frozen = newsletter.frozen ? null : await freezeContent(payload, crm, newsletter, mailFrom)
  while (!isStopping()) {
    const step = await pooled(payload).transaction((tx) =>
      freezeStep(payload, crm, tx as unknown as Database, newsletter, frozen),
    )
    if (step.rows > 0) await onRows()
    if (!step.done) continue
    // Without fresh figures PostgreSQL plans the claims for the letters of yesterday: half as fast, until autovacuum comes by.
    if (step.complete) await pooled(payload).execute(sql`ANALYZE ${tableOf(payload, crm.slugs.mails)}`)
    return step.complete
  }
  return false
}

interface Step {
  /** How many recipients got theirs. */
  rows: number
  done: boolean
  complete: boolean
}

/** One step, in a transaction that holds the newsletter's row: the first rows, then the audience, then part by part. */
async function freezeStep(
  payload: Payload,
  crm: Crm,
  tx: Database,
  newsletter: Newsletter,
  frozen: FrozenContent | null,
): Promise<Step> {
  const newsletters = tableOf(payload, crm.slugs.newsletters)
  const { id } = newsletter
  const stopped: Step = { rows: 0, done: true, complete: false }
  const held = await tx.execute(sql`
    SELECT frozen IS NOT NULL AS written, run_frozen_at IS NOT NULL AS fixed FROM ${newsletters} AS n
    WHERE id = ${id} AND status IN ('preparing', 'sending')
    AND (run_frozen_at IS NULL OR ${hasParts(payload, crm, sql`n.id`)}) FOR UPDATE SKIP LOCKED`)
  if (!held.rows[0]) return stopped
  const { fixed, written } = held.rows[0]
  if (frozen && written !== true) {
    await tx.execute(sql`
      UPDATE ${newsletters} SET frozen = ${JSON.stringify(frozen.campaign)}::jsonb, run_canary = ${frozen.canary},
        run_cause = NULL WHERE id = ${id}`)
    if (fixed !== true) await dropUntouched(payload, crm, tx, id)
  }
  const { rows: known } = await tx.execute(sql`SELECT ${lastPosition(payload, crm, sql`${id}`)} AS last`)
  const last = Number(known[0]?.last ?? 0)
  const count = (recipients: number) => sql`progress_recipients = ${recipients}`
  // By the clock and not by the transaction's beginning: what it took is part of it.
  const fix = (recipients: number) =>
    moveNewsletter(
      payload,
      crm,
      id,
      'prepared',
      sql`run_frozen_at = clock_timestamp(), ${count(recipients)}`,
      tx,
    )

  if (fixed !== true && last > 0) {
    const others = inRestOfAudience(payload, crm, id, newsletter.audience)
    const rest = await storeParts(tx, payload, crm, id, others)
    await fix(last + rest)
    return { rows: 0, done: rest === 0, complete: rest === 0 }
  }
  if (fixed !== true) {
    const audience = inAudience(payload, crm, newsletter.audience)
    const rows = await writeRows(payload, crm, tx, newsletter, audience, { limit: firstChunk })
    if (rows === 0) {
      const change = sql`${becauseOf({ code: 'nobody' })}, frozen = NULL, ${count(0)}`
      await moveNewsletter(payload, crm, id, 'broken', change, tx)
      return stopped
    }
    const complete = rows < firstChunk
    if (complete) await fix(rows)
    else await tx.execute(sql`UPDATE ${newsletters} SET ${count(rows)} WHERE id = ${id}`)
    return { rows, done: complete, complete }
  }
  const part = await takePart(tx, payload, crm, id)
  if (!part) return stopped
  const rows = await writeRows(payload, crm, tx, newsletter, part, { after: last })
  const { rows: left } = await tx.execute(sql`
    UPDATE ${newsletters} AS n
    SET progress_recipients = ${last + rows} + ${recipientsInParts(payload, crm, sql`n.id`)}
    WHERE id = ${id} RETURNING ${hasParts(payload, crm, sql`n.id`)} AS more`)
  const complete = left[0]?.more !== true
  return { rows, done: complete, complete }
}
