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
  return (await holdRows(req, slug, [id])) > 0
}

/**
 * The same for several, in ascending order of id, as `lockRows` takes them.
 *
 * @returns how many of them there (still) are
 */
export async function holdRows(req: PayloadRequest, slug: string, ids: readonly Id[]): Promise<number> {
  if (ids.length === 0) return 0
  const db = await transactionOf(req)
  const { rows } = await db.execute(
    sql`SELECT id FROM ${tableOf(req.payload, slug)} WHERE id IN (${listOf(ids)}) ORDER BY id FOR KEY SHARE`,
  )
  return rows.length
}

/** Locks rows in ascending order of id until the request's transaction ends, so that two writers cannot deadlock. */
export async function lockRows(req: PayloadRequest, slug: string, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return
  const db = await transactionOf(req)
  await db.execute(
    sql`SELECT id FROM ${tableOf(req.payload, slug)} WHERE id IN (${listOf(ids)}) ORDER BY id FOR UPDATE`,
  )
}

function listOf(ids: readonly Id[]): ReturnType<typeof sql> {
  return sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )
}
