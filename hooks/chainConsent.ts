import type { CollectionBeforeChangeHook } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../src/config/resolve.js'
import { lockName } from '../src/database/namedLock.js'
import { tableOf } from '../src/database/table.js'
import { transactionOf } from '../src/database/transaction.js'
import { hashOfConsent, type ConsentRow } from '../src/subscription/consentRow.js'

/** Chains a new row of evidence to the one before it, whoever writes it. */
export function chainConsent(crm: Crm): CollectionBeforeChangeHook {
  return async ({ data, operation, req }) => {
    if (operation !== 'create') return data as unknown
    const entry = data as ConsentRow
    await lockName(req, `consent:${entry.subscriberKey}`)
    const db = await transactionOf(req)
    const { rows } = await db.execute(sql`
      SELECT sequence, hash FROM ${tableOf(req.payload, crm.slugs.consents)}
      WHERE subscriber_key = ${entry.subscriberKey} ORDER BY sequence DESC LIMIT 1`)
    const last = rows[0] as { sequence: string; hash: string } | undefined
    const row = {
      ...entry,
      recordedAt: new Date().toISOString(),
      sequence: Number(last?.sequence ?? 0) + 1,
      prevHash: last?.hash ?? '',
    }
    return { ...row, hash: hashOfConsent(row) }
  }
}
