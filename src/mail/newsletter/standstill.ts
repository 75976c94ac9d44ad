import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { tableOf } from '../../database/table.js'
import { pooled } from '../../database/transaction.js'
import { livingWorkers } from '../../database/workers.js'
import type { NewsletterStatus } from '../../domain/newsletterLife.js'
import {
  hasLimits,
  secondsWithin,
  usedUpLimit,
  type RateLimits,
  type RateState,
} from '../../domain/sendingRate.js'
import { readSettings } from '../settings.js'
import { limitsOf } from './sendingLimits.js'

/** A shorter wait is over before anybody has read of it. */
const worthTelling = 10_000

/** Why nothing of a newsletter goes out just now although nobody has paused it. */
export type Standstill =
  | { cause: 'noWorker' | 'mailServer' }
  /** So many may go out in that stretch of time, and they have; the next ones follow at `until`. */
  | { cause: keyof RateLimits; count: number; until: string }

/**
 * Looks whether something other than its state keeps a newsletter's mails waiting.
 *
 * @param waiting mails that are still to go out
 * @returns `secondsLeft`: how long the limits alone make the rest take, 0 without limits
 */
export async function standstillOf(
  payload: Payload,
  crm: Crm,
  status: NewsletterStatus,
  waiting: number,
): Promise<{ standstill: Standstill | null; secondsLeft: number }> {
  const because = (standstill: Standstill | null, secondsLeft = 0) => ({ standstill, secondsLeft })
  const isRunning = status === 'preparing' || status === 'sending'
  if (!isRunning && status !== 'scheduled') return because(null)
  const cause = await deliveryTrouble(payload, crm)
  // Until it is time nobody needs the mail server.
  if (cause === 'noWorker' || (cause && isRunning)) return because({ cause })
  if (!isRunning) return because(null)
  const limits = limitsOf((await readSettings(payload, crm)).sending)
  if (!hasLimits(limits) || waiting === 0) return because(null)
  const { now, state } = await readRates(payload, crm)
  const secondsLeft = Math.ceil(secondsWithin(limits, state, now, waiting))
  const used = usedUpLimit(limits, state, now)
  if (!used || used.wait < worthTelling) return because(null, secondsLeft)
  const until = new Date(now + used.wait).toISOString()
  return because({ cause: used.name, count: limits[used.name] ?? 0, until }, secondsLeft)
}

/** What keeps every mail waiting just now, of a newsletter or not; `null` when a worker is seen that reaches a mail server. */
export async function deliveryTrouble(payload: Payload, crm: Crm): Promise<'noWorker' | 'mailServer' | null> {
  const workers = await livingWorkers(payload, crm)
  if (workers === null) return 'noWorker'
  return workers.mail ? null : 'mailServer'
}

/** What was counted of late, with the clock by which it was. */
async function readRates(payload: Payload, crm: Crm): Promise<{ state: RateState; now: number }> {
  const { rows } = await pooled(payload).execute(sql`
    SELECT extract(epoch FROM clock_timestamp()) * 1000 AS now,
      (SELECT state FROM ${tableOf(payload, crm.slugs.rates)} WHERE key = 'mails') AS state`)
  const { now, state } = rows[0] as { now: string; state: RateState | null }
  return { now: Number(now), state: state ?? {} }
}
