import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../src/config/resolve.js'
import { inTransaction } from '../../src/database/inTransaction.js'
import { tableOf } from '../../src/database/table.js'
import { pooled, transactionOf } from '../../src/database/transaction.js'
import { readSettings } from '../../src/mail/settings.js'
import { lockedSubscriber, updateSubscriber, type Id } from '../../src/subscription/subscriber.js'

const batchSize = 500

/**
 * Forgets what must not be kept: sign-ups that nobody confirmed, with all that is on record about them, and evidence whose
 * time is over. People who had subscribed before only lose the request.
 *
 * @returns how many sign-ups were forgotten
 */
export async function purgeSubscriptions(payload: Payload, crm: Crm): Promise<number> {
  const { evidenceYears, purgeDays } = (await readSettings(payload, crm)).subscription ?? {}
  const { rows } = await pooled(payload).execute(sql`
    SELECT id FROM ${tableOf(payload, crm.slugs.subscribers)}
    WHERE requested_at < now() - make_interval(days => ${purgeDays ?? 30}) ORDER BY id LIMIT ${batchSize}`)
  for (const { id } of rows as { id: Id }[]) {
    const req = await createLocalReq({}, payload)
    await inTransaction(req, () => forgetRequest(req, crm, id, purgeDays ?? 30))
  }
  await pooled(payload).execute(sql`
    DELETE FROM ${tableOf(payload, crm.slugs.consents)} AS old WHERE old.subscriber_key IN (
      SELECT subscriber_key FROM ${tableOf(payload, crm.slugs.consents)}
      GROUP BY subscriber_key
      HAVING max(recorded_at) < now() - make_interval(years => ${evidenceYears ?? 3})
        AND bool_and(subscriber_id IS NULL))`)
  return rows.length
}

async function forgetRequest(req: PayloadRequest, crm: Crm, id: Id, purgeDays: number): Promise<void> {
  const subscriber = await lockedSubscriber(req, crm, id)
  const limit = Date.now() - purgeDays * 86_400_000
  // Between the search and the lock the person may have confirmed, or asked again.
  if (!subscriber?.requestedAt || new Date(subscriber.requestedAt).getTime() > limit) return
  if (subscriber.status !== 'pending') {
    await updateSubscriber(req, crm, id, { requestedAt: null, requestedLists: [] })
    return
  }
  const db = await transactionOf(req)
  await db.execute(sql`
    DELETE FROM ${tableOf(req.payload, crm.slugs.mails)}
    WHERE subscriber_id = ${id} AND kind = 'subscriptionCheck' AND state <> 'sending'`)
  await req.payload.delete({ collection: crm.slugs.subscribers, id, overrideAccess: true, req })
  await db.execute(
    sql`DELETE FROM ${tableOf(req.payload, crm.slugs.consents)} WHERE subscriber_key = ${String(id)}`,
  )
}
