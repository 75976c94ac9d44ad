import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { tableOf } from '../../database/table.js'
import { pooled } from '../../database/transaction.js'
import { effectiveLimits } from '../../domain/hosterLimits.js'
import { grantMails, hasLimits, type RateLimits, type RateState } from '../../domain/sendingRate.js'
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
/** What was granted and not used may be used a moment later; then it is given up, which errs on the safe side. */
const spareMilliseconds = 40

/**
 * The limits on how many mails go out, over all workers: one row counts, in the clock of the database. Without limits
 * nothing is asked.
 */
export function createSendingLimits(payload: Payload, crm: Crm) {
  let known: { limits: RateLimits; until: number } | null = null
  let spare = { count: 0, until: 0 }
  let wait = 0

  async function limits(): Promise<RateLimits> {
    if (known && known.until > Date.now()) return known.limits
    const { sending } = await readSettings(payload, crm)
    known = { limits: limitsOf(sending), until: Date.now() + settingsMilliseconds }
    return known.limits
  }

  async function ask(wanted: number, forced: boolean): Promise<number> {
    const current = await limits()
    if (!hasLimits(current) || wanted === 0) return wanted
    const table = tableOf(payload, crm.slugs.rates)
    return pooled(payload).transaction(async (tx) => {
      await tx.execute(
        sql`INSERT INTO ${table} (key, state) VALUES ('mails', '{}') ON CONFLICT (key) DO NOTHING`,
      )
      const { rows } = await tx.execute(sql`
        SELECT state, extract(epoch FROM clock_timestamp()) * 1000 AS now FROM ${table} WHERE key = 'mails' FOR UPDATE`)
      const row = rows[0] as { state: RateState; now: string }
      const grant = grantMails(current, row.state, Number(row.now), wanted, forced)
      wait = grant.wait
      await tx.execute(
        sql`UPDATE ${table} SET state = ${JSON.stringify(grant.state)}::jsonb WHERE key = 'mails'`,
      )
      return grant.granted
    })
  }

  return {
    /** @returns how many of the wanted mails may go out now */
    async grant(wanted: number): Promise<number> {
      const kept = spare.until > Date.now() ? Math.min(spare.count, wanted) : 0
      spare = { ...spare, count: spare.count - kept }
      return kept + (await ask(wanted - kept, false))
    },
    /** Gives back what was granted and not used. */
    refund(count: number): void {
      if (count > 0) spare = { count, until: Date.now() + spareMilliseconds }
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
