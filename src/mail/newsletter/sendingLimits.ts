import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { tableOf } from '../../database/table.js'
import { pooled } from '../../database/transaction.js'
import { effectiveLimits } from '../../domain/hosterLimits.js'
import {
  grantMails,
  hasLimits,
  releaseMails,
  type RateLimits,
  type RateState,
} from '../../domain/sendingRate.js'
import { readSettings, type CrmSettings } from '../settings.js'

/** What the settings say: the provider's limits, with those that are given instead of them. */
export function limitsOf(sending: CrmSettings['sending']): RateLimits {
  const { perDay, perHour, perMinute, perSecond, preset } = sending ?? {}
  return effectiveLimits(preset, {
    perDay: perDay ?? null,
    perHour: perHour ?? null,
    perMinute: perMinute ?? null,
    perSecond: perSecond ?? null,
  })
}

/** Settings are looked at again after this long. */
const settingsMilliseconds = 2000
const longestPause = 1000

/** How many mails may go out, and since when that is counted, in the clock of the database. */
export interface Grant {
  count: number
  at: number
}

/**
 * The limits on how many mails go out, over all workers: one row counts, in the clock of the database. Without limits
 * nothing is asked.
 */
export function createSendingLimits(payload: Payload, crm: Crm) {
  let known: { limits: RateLimits; until: number } | null = null
  let wait = 0

  async function limits(): Promise<RateLimits> {
    if (known && known.until > Date.now()) return known.limits
    const { sending } = await readSettings(payload, crm, undefined, 'sending')
    known = { limits: limitsOf(sending), until: Date.now() + settingsMilliseconds }
    return known.limits
  }

  /** Changes the one row that counts; nobody else does so in between. */
  async function change(next: (state: RateState, now: number) => RateState): Promise<void> {
    const table = tableOf(payload, crm.slugs.rates)
    await pooled(payload).transaction(async (tx) => {
      await tx.execute(
        sql`INSERT INTO ${table} (key, state) VALUES ('mails', '{}') ON CONFLICT (key) DO NOTHING`,
      )
      const { rows } = await tx.execute(sql`
        SELECT state, extract(epoch FROM clock_timestamp()) * 1000 AS now FROM ${table} WHERE key = 'mails' FOR UPDATE`)
      const row = rows[0] as { state: RateState; now: string }
      const state = next(row.state, Number(row.now))
      await tx.execute(sql`UPDATE ${table} SET state = ${JSON.stringify(state)}::jsonb WHERE key = 'mails'`)
    })
  }

  async function ask(wanted: number, forced: boolean): Promise<Grant> {
    const current = await limits()
    const granted = { count: wanted, at: 0 }
    if (!hasLimits(current) || wanted === 0) return granted
    await change((state, now) => {
      const grant = grantMails(current, state, now, wanted, forced)
      wait = grant.wait
      Object.assign(granted, { count: grant.granted, at: now })
      return grant.state
    })
    return granted
  }

  return {
    /** @returns how many of the wanted mails may go out now */
    grant: (wanted: number): Promise<Grant> => ask(wanted, false),
    /** Gives back what was granted and not used: a limit of the day is too dear to be lost to a race between workers. */
    async refund({ at }: Grant, unused: number): Promise<void> {
      if (at > 0 && unused > 0) await change((state) => releaseMails(state, at, unused))
    },
    /** Counts a mail that does not wait for any limit. */
    async count(mails: number): Promise<void> {
      await ask(mails, true)
    },
    /** Waits until it makes sense to ask again. */
    async pause(): Promise<void> {
      await new Promise((resolve) => setTimeout(resolve, Math.min(longestPause, Math.max(20, wait))))
    },
  }
}

export type SendingLimits = ReturnType<typeof createSendingLimits>
