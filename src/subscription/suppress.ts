import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { tableOf } from '../database/table.js'
import { transactionOf } from '../database/transaction.js'
import type { SuppressionReason } from '../domain/consent.js'
import { subscriberAddress } from '../domain/emailAddress.js'
import { translate } from '../i18n/translate.js'
import type { Id } from './subscriber.js'

/** The hash under which an address is suppressed (SHA-256); `src/database/mailable.ts` computes the same in SQL. */
export function addressHash(email: string): string {
  return createHash('sha256').update(subscriberAddress(email)).digest('hex')
}

/** Puts an address on the list of those no campaign mails again. A complaint outweighs what stood there before. */
export async function suppress(
  req: PayloadRequest,
  crm: Crm,
  email: string,
  reason: SuppressionReason,
): Promise<void> {
  const db = await transactionOf(req)
  await db.execute(sql`
    INSERT INTO ${tableOf(req.payload, crm.slugs.suppressions)} AS known (address, address_hash, reason, since)
    VALUES (${subscriberAddress(email)}, ${addressHash(email)}, ${reason}, now())
    ON CONFLICT (address_hash) DO UPDATE SET reason = excluded.reason, updated_at = now()
    WHERE excluded.reason = 'complained' AND known.reason <> 'complained'`)
}

/** @returns why the address is suppressed, `null` when it is not */
export async function suppressionOf(
  req: PayloadRequest,
  crm: Crm,
  email: string,
): Promise<SuppressionReason | null> {
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    SELECT reason FROM ${tableOf(req.payload, crm.slugs.suppressions)} WHERE address_hash = ${addressHash(email)}`)
  return (rows[0]?.reason as SuppressionReason | undefined) ?? null
}

/** The person asked anew and confirmed it, or never wants to be asked again: the latest word counts. */
export async function liftSuppression(req: PayloadRequest, crm: Crm, email: string): Promise<void> {
  const db = await transactionOf(req)
  await db.execute(sql`
    DELETE FROM ${tableOf(req.payload, crm.slugs.suppressions)} WHERE address_hash = ${addressHash(email)}`)
}

/** Keeps the suppression and forgets whose it is. */
export async function forgetAddress(req: PayloadRequest, crm: Crm, email: string): Promise<void> {
  const db = await transactionOf(req)
  await db.execute(sql`
    UPDATE ${tableOf(req.payload, crm.slugs.suppressions)} SET address = NULL WHERE address_hash = ${addressHash(email)}`)
}

/** Takes back the newsletters that were made ready for a person and have not gone out. */
export async function cancelWaitingNewsletters(req: PayloadRequest, crm: Crm, subscriber: Id): Promise<void> {
  const db = await transactionOf(req)
  await db.execute(sql`
    UPDATE ${tableOf(req.payload, crm.slugs.mails)} SET state = 'cancelled', lease = NULL, updated_at = now(),
      last_error = ${translate('en', 'reason:leftOrUnreachable')}
    WHERE subscriber_id = ${subscriber} AND newsletter_id IS NOT NULL AND state IN ('queued', 'deferred')`)
}
