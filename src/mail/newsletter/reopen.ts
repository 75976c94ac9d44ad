import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { tableOf } from '../../database/table.js'
import { pooled, type Database } from '../../database/transaction.js'
import { storeParts } from './audienceParts.js'
import { holdNewsletter, moveNewsletter, takeBackMails } from './campaigns.js'
import { inRestOfAudience } from './outboxRows.js'

type Id = string | number

/**
 * Sends single mails again: a newsletter that has ended is sending until they are done. Whoever would have been next when it
 * was cancelled gets nothing by that.
 *
 * @param again puts the mails back into the outbox and says how many they are; the newsletter is closed before or after, not
 *   in between
 */
export function reopenFor(
  payload: Payload,
  crm: Crm,
  id: Id,
  again: (tx: Database) => Promise<number>,
): Promise<number> {
  return pooled(payload).transaction(async (transaction) => {
    const tx = transaction as unknown as Database
    await holdNewsletter(payload, crm, id, tx)
    // If the cancelling is not through with them, those who waited would get it.
    await takeBackMails(payload, crm, id, tx)
    const mails = await again(tx)
    if (mails === 0) return mails
    const { rows } = await tx.execute(sql`
      SELECT audience FROM ${tableOf(payload, crm.slugs.newsletters)} WHERE id = ${id} AND run_frozen_at IS NULL
      AND status = 'cancelled'`)
    if (rows[0]) await fixRest(payload, crm, tx, id, rows[0].audience)
    await moveNewsletter(payload, crm, id, 'reopened', undefined, tx)
    return mails
  })
}

/** Cancelled before its audience was fixed, which is done now, so that it can still be sent to those who did not get it. */
async function fixRest(payload: Payload, crm: Crm, tx: Database, id: Id, audience: unknown): Promise<void> {
  const rest = await storeParts(tx, payload, crm, id, inRestOfAudience(payload, crm, id, audience), true)
  await tx.execute(sql`
    UPDATE ${tableOf(payload, crm.slugs.newsletters)} SET run_frozen_at = clock_timestamp(),
      progress_recipients = ${rest} + (SELECT count(*) FROM ${tableOf(payload, crm.slugs.mails)}
        WHERE newsletter_id = ${id} AND kind = 'newsletter') WHERE id = ${id}`)
}
