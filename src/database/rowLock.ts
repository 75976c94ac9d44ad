import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import { tableOf } from './table.js'
import { transactionOf } from './transaction.js'

type Id = string | number

/**
 * Keeps a row from being deleted until the request's transaction ends; many may at once.
 *
 * @returns false when there is no such row (any more)
 */
export async function holdRow(req: PayloadRequest, slug: string, id: Id): Promise<boolean> {
  const db = await transactionOf(req)
  const { rows } = await db.execute(
    sql`SELECT id FROM ${tableOf(req.payload, slug)} WHERE id = ${id} FOR KEY SHARE`,
  )
  return rows.length > 0
}

/** Locks rows in ascending order of id until the request's transaction ends, so that two writers cannot deadlock. */
export async function lockRows(req: PayloadRequest, slug: string, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return
  const db = await transactionOf(req)
  const list = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )
  await db.execute(
    sql`SELECT id FROM ${tableOf(req.payload, slug)} WHERE id IN (${list}) ORDER BY id FOR UPDATE`,
  )
}
