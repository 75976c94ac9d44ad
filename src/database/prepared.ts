import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import type { PostgresAdapter, sql } from '@payloadcms/db-postgres'
import { PgDialect } from '@payloadcms/db-postgres/drizzle/pg-core'

const dialect = new PgDialect()
const names = new Map<string, string>()

/**
 * Runs a statement on a connection of the pool, outside any transaction, and lets the connection keep its plan: for large
 * statements that run many times a second, planning costs more than running. Each text is a plan of its own on each
 * connection, so only statements of few forms belong here.
 */
export async function runPrepared(
  payload: Payload,
  statement: ReturnType<typeof sql>,
): Promise<Record<string, unknown>[]> {
  const { pool } = payload.db as unknown as PostgresAdapter
  const { params, sql: text } = dialect.sqlToQuery(statement)
  let name = names.get(text)
  if (name === undefined) {
    name = `crm_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
    names.set(text, name)
  }
  const { rows } = await pool.query<Record<string, unknown>>({ name, text, values: params })
  return rows
}
