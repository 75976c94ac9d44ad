import { createHmac } from 'node:crypto'
import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { LimitOption } from '../config/options.js'
import type { Crm } from '../config/resolve.js'
import { tableOf } from './table.js'
import { sideConnections } from './sideConnections.js'

/** One row in so many looks for rows that nobody needs any more. */
const sweepEvery = 200
const longestWindow = 7 * 86_400

export interface Hit {
  allowed: boolean
  /** Whole seconds until another try can succeed; 0 when this one was allowed. */
  retryAfter: number
}

/**
 * Counts one event for a key, shared by all processes, and says whether it is within the limit of a sliding window. Two
 * counters a key approximate the window: this fixed window's, and the last one's by the part of it that still counts.
 * Runs beside the request's transaction, so a request that fails is counted as well.
 */
export async function countHit(payload: Payload, crm: Crm, key: string, limit: LimitOption): Promise<Hit> {
  const { max, windowSeconds: seconds } = limit
  const table = tableOf(payload, crm.slugs.rateLimits)
  const now = sql`extract(epoch FROM clock_timestamp())`
  const start = sql`floor(${now} / ${seconds}) * ${seconds}`
  const { rows } = await sideConnections(payload).execute(sql`
    INSERT INTO ${table} AS hits (key, window_start, count, previous) VALUES (${hashed(payload, key)}, ${start}, 1, 0)
    ON CONFLICT (key) DO UPDATE SET
      previous = CASE hits.window_start
        WHEN excluded.window_start THEN hits.previous
        WHEN excluded.window_start - ${seconds} THEN hits.count
        ELSE 0 END,
      count = CASE hits.window_start WHEN excluded.window_start THEN least(hits.count + 1, ${max + 1}) ELSE 1 END,
      window_start = excluded.window_start, updated_at = now()
    RETURNING count::int, previous::int, (${now} - window_start)::float AS elapsed`)
  const { count, elapsed, previous } = rows[0] as { count: number; previous: number; elapsed: number }
  if (Math.random() * sweepEvery < 1)
    await sideConnections(payload).execute(
      sql`DELETE FROM ${table} WHERE window_start < ${now} - ${2 * longestWindow}`,
    )
  return decideHit({ count, elapsed, previous }, limit)
}

/** Forgets what was counted for a key. */
export async function forgetHits(payload: Payload, crm: Crm, key: string): Promise<void> {
  await sideConnections(payload).execute(
    sql`DELETE FROM ${tableOf(payload, crm.slugs.rateLimits)} WHERE key = ${hashed(payload, key)}`,
  )
}

/** @param hits `elapsed` in seconds since the fixed window began */
export function decideHit(
  hits: { count: number; previous: number; elapsed: number },
  { max, windowSeconds }: LimitOption,
): Hit {
  const { count, elapsed, previous } = hits
  if (previous * (1 - elapsed / windowSeconds) + count <= max) return { allowed: true, retryAfter: 0 }
  // Within this window the last one fades; once this one is full, it has to fade itself.
  const wait =
    count < max && previous > 0
      ? windowSeconds * (1 - (max - count - 1) / previous) - elapsed
      : windowSeconds - elapsed + windowSeconds * (1 - (max - 1) / Math.max(count, max))
  return { allowed: false, retryAfter: Math.max(1, Math.ceil(wait)) }
}

/** Addresses are personal data: the table knows only what they hash to. */
function hashed(payload: Payload, key: string): string {
  return createHmac('sha256', payload.secret).update(`rate-limit:${key}`).digest('base64url')
}
