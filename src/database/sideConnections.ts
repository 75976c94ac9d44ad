import type { Payload } from 'payload'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { pooled, type Database } from './transaction.js'

/** Short statements, one after the other: few connections serve many requests. */
const most = 4

const besides = new WeakMap<object, Database>()

/**
 * Connections beside the host's pool, for what has to be committed or read while a request is in a transaction, by whoever
 * asks. From the pool itself it could wait for ever: as many such requests at once as the pool has connections would hold
 * all of them, and each wait for one more. Opened when needed, closed when idle.
 */
export function sideConnections(payload: Payload): Database {
  const { pg, pool, poolOptions } = payload.db as unknown as Partial<PostgresAdapter>
  if (!pg || !pool) return pooled(payload)
  const known = besides.get(pool)
  if (known) return known
  const client = new pg.Pool({ ...poolOptions, max: most, min: 0, allowExitOnIdle: true })
  client.on('error', (err) =>
    payload.logger.error({ err, msg: 'mozaikoo-crm: a database connection broke.' }),
  )
  const database: Database = drizzle({ client }) as unknown as Database
  besides.set(pool, database)
  return database
}
