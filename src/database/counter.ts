import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import { crmOf } from '../config/resolve.js'
import { tableOf } from './table.js'
import { transactionOf } from './transaction.js'

/**
 * Takes the next value of a counter in the request's transaction. The counter's row stays locked until COMMIT, so values
 * are handed out in order and a rollback gives its value back: no gaps.
 *
 * @param start the first value ever given
 */
export async function nextCounterValue(req: PayloadRequest, key: string, start = 1): Promise<number> {
  const db = await transactionOf(req)
  const table = tableOf(req.payload, crmOf(req.payload).slugs.counters)
  const result = await db.execute(sql`
    INSERT INTO ${table} AS counter (key, value) VALUES (${key}, ${start})
    ON CONFLICT (key) DO UPDATE SET value = counter.value + 1, updated_at = now()
    RETURNING value`)
  return Number(result.rows[0]?.value)
}
