import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { tableOf } from './table.js'
import { pooled } from './transaction.js'

/** A worker that has not written down for so long that it lives is gone. */
const silenceSeconds = 20

/**
 * What the workers that live say of themselves.
 *
 * @returns null when there is none; else whether any of them reaches the queue, and any the mail server
 */
export async function livingWorkers(
  payload: Payload,
  crm: Crm,
): Promise<{ queue: boolean; mail: boolean } | null> {
  const { rows } = await pooled(payload).execute(sql`
    SELECT bool_or(queue = 'ok') AS queue, bool_or(mail = 'ok') AS mail
    FROM ${tableOf(payload, crm.slugs.workers)} WHERE seen_at > now() - make_interval(secs => ${silenceSeconds})`)
  const { mail = null, queue = null } = (rows[0] ?? {}) as { mail?: boolean | null; queue?: boolean | null }
  return mail === null || queue === null ? null : { mail, queue }
}
