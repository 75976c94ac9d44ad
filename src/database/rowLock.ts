import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import { tableOf } from './table.js'
import { transactionOf } from './transaction.js'

type Id = string | number

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
