import type { Payload, PayloadRequest } from 'payload'
import type { PostgresAdapter } from '@payloadcms/db-postgres'

export type Database = PostgresAdapter['drizzle']

/**
 * The connection of the request's transaction.
 *
 * @throws Error when the request has none: the adapter's own look-up would silently use another connection
 */
export async function transactionOf(req: PayloadRequest): Promise<Database> {
  const adapter = req.payload.db as unknown as PostgresAdapter
  const id = req.transactionID ? await req.transactionID : undefined
  const session = id === undefined ? undefined : adapter.sessions[id]
  if (!session) throw new Error('mozaikoo-crm: this write needs a database transaction and has none.')
  return session.db as unknown as Database
}

/** A connection of the pool, outside any transaction: what it reads is committed. */
export function pooled(payload: Payload): Database {
  return (payload.db as unknown as PostgresAdapter).drizzle
}
