import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { tableOf } from '../../database/table.js'
import { pooled } from '../../database/transaction.js'
import { canaryVerdict } from '../../domain/canary.js'
import { becauseOf, moveNewsletter, type Campaign } from './campaigns.js'

/** Looks at how the first mails of a newsletter fared: lets the rest go, or halts it with a note that says why. */
export async function judgeCanary(payload: Payload, crm: Crm, campaign: Campaign): Promise<void> {
  const { canary, complete, frozen, id, reach } = campaign
  // Their rows may still be on their way into the outbox.
  if (!frozen || (!complete && reach < canary)) return
  const { rows } = await pooled(payload).execute(sql`
    SELECT count(*) FILTER (WHERE state IN ('queued', 'sending'))::int AS open,
      count(*) FILTER (WHERE state = 'deferred')::int AS deferred,
      count(*) FILTER (WHERE state = 'sent')::int AS sent,
      count(*) FILTER (WHERE state IN ('failed', 'unknown', 'bounced'))::int AS bad
    FROM ${tableOf(payload, crm.slugs.mails)} WHERE newsletter_id = ${id} AND position <= ${canary}`)
  const counts = rows[0] as unknown as Parameters<typeof canaryVerdict>[0]
  const verdict = canaryVerdict(counts, frozen.canaryPercent)
  if (verdict === 'halt') {
    const values = { size: counts.sent + counts.bad, failed: counts.bad, percent: frozen.canaryPercent }
    await moveNewsletter(payload, crm, id, 'halted', becauseOf({ code: 'halted', ...values }))
  } else if (verdict === 'pass') {
    await pooled(payload).execute(
      sql`UPDATE ${tableOf(payload, crm.slugs.newsletters)} SET run_canary = 0 WHERE id = ${id}`,
    )
  }
}
