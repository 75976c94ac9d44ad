import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import { transactionOf } from './transaction.js'

/** Waits until nobody else holds the name and holds it until the request's transaction ends; for what has no row yet. */
export async function lockName(req: PayloadRequest, name: string): Promise<void> {
  const db = await transactionOf(req)
  await db.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`mozaikoo-crm:${name}`}, 0))`)
}
