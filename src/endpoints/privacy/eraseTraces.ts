import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { tableOf } from '../../database/table.js'
import { transactionOf } from '../../database/transaction.js'
import { say } from '../../i18n/translate.js'
import type { Document } from './person.js'

interface Traces {
  pseudonym: string
  /** The address in its spellings. */
  spellings: readonly string[]
  /** Mails that were found, whoever they went to. */
  mails: readonly Document[]
}

/**
 * Empties the mails that are not about orders, and takes back those that have not gone out; and forgets the person in what
 * mail servers reported, in links to the address, and in what was told to webhooks.
 *
 * @returns how many mails were emptied
 */
export async function eraseTraces(
  req: PayloadRequest,
  crm: Crm,
  { mails, pseudonym, spellings }: Traces,
): Promise<{ mails: number }> {
  const db = await transactionOf(req)
  const { slugs } = crm
  const table = (slug: string) => tableOf(req.payload, slug)
  const list = (values: readonly (string | number)[]) =>
    sql.join(
      values.map((value) => sql`${value}`),
      sql`, `,
    )
  const addresses = list(spellings)
  const others = mails.filter(({ to }) => !spellings.includes(String(to).toLowerCase()))
  const { rows } = await db.execute(sql`
    UPDATE ${table(slugs.mails)}
    SET "to" = ${pseudonym}, subject = ${say(req, 'privacy:erased')}, html = NULL, text = NULL, response = NULL,
      details = NULL, last_error = NULL, updated_at = now(),
      state = CASE WHEN state IN ('queued', 'deferred', 'failed', 'unknown') THEN 'cancelled' ELSE state END
    WHERE (lower("to") IN (${addresses})${others.length > 0 ? sql` OR id IN (${list(others.map(({ id }) => id))})` : sql``})
      AND order_id IS NULL RETURNING id`)
  await db.execute(sql`
    UPDATE ${table(slugs.bounces)} SET recipient = ${pseudonym}, diagnostic = NULL, updated_at = now()
    WHERE lower(recipient) IN (${addresses})`)
  await db.execute(sql`DELETE FROM ${table(slugs.accountTokens)} WHERE lower(email) IN (${addresses})`)
  for (const address of spellings)
    await db.execute(sql`
      DELETE FROM ${table(slugs.webhookDeliveries)}
      WHERE state <> 'sending' AND position(${JSON.stringify(address)} IN lower(body)) > 0`)
  return { mails: rows.length }
}
