import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { tableOf } from './table.js'
import { transactionOf } from './transaction.js'

type Id = string | number

/** How long a repeated order is recognised, in days. */
const keptDays = 7

export type Claim = { state: 'new' } | { state: 'repeated'; order: Id } | { state: 'different' }

/**
 * Claims a key for an order in the request's transaction. A second request with the same key waits here until the first
 * one has ended, and then finds its order; if the first one failed, nothing of it is left and this one goes ahead.
 *
 * @param key unique for whoever orders
 * @param request what is ordered, as a hash
 */
export async function claimIdempotencyKey(
  req: PayloadRequest,
  crm: Crm,
  key: string,
  request: string,
): Promise<Claim> {
  const db = await transactionOf(req)
  const table = tableOf(req.payload, crm.slugs.idempotencyKeys)
  const expired = sql`created_at < now() - make_interval(days => ${keptDays})`
  await db.execute(sql`DELETE FROM ${table} WHERE key = ${key} AND ${expired}`)
  // A few of the others each time; those that somebody else is deleting are left to them.
  await db.execute(sql`
    DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE ${expired} LIMIT 20 FOR UPDATE SKIP LOCKED)`)
  const claimed = await db.execute(
    sql`INSERT INTO ${table} (key, request) VALUES (${key}, ${request}) ON CONFLICT (key) DO NOTHING RETURNING key`,
  )
  if (claimed.rows.length === 1) return { state: 'new' }
  const { rows } = await db.execute(sql`SELECT request, order_id FROM ${table} WHERE key = ${key}`)
  const stored = rows[0] as { request: string; order_id: Id | null } | undefined
  return stored?.request === request && stored.order_id !== null
    ? { state: 'repeated', order: stored.order_id }
    : { state: 'different' }
}

/** Writes down which order the key led to. */
export async function settleIdempotencyKey(
  req: PayloadRequest,
  crm: Crm,
  key: string,
  order: Id,
): Promise<void> {
  const db = await transactionOf(req)
  await db.execute(
    sql`UPDATE ${tableOf(req.payload, crm.slugs.idempotencyKeys)} SET order_id = ${order} WHERE key = ${key}`,
  )
}
