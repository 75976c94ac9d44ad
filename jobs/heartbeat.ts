import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../src/config/resolve.js'
import { tableOf } from '../src/database/table.js'
import { pooled } from '../src/database/transaction.js'
import type { MailTransport } from '../src/mail/smtp/failOver.js'
import type { MailQueue } from './queue.js'

const beatMilliseconds = 5000

/**
 * Writes down every few seconds that the worker lives and whether it reaches queue and mail server. The host's health page
 * reads only this: the process that uses a part is the one that knows whether it works.
 */
export function startHeartbeat(
  parts: {
    payload: Payload
    crm: Crm
    queue: Pick<MailQueue<object>, 'isReachable'>
    transport: MailTransport
    lease: string
  },
  onError: (error: Error) => void,
) {
  const { crm, lease, payload, queue, transport } = parts
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  async function beat(): Promise<void> {
    try {
      const [queueOk, mailOk] = await Promise.all([queue.isReachable(), transport.isReachable()])
      const table = tableOf(payload, crm.slugs.workers)
      await pooled(payload).execute(sql`
        INSERT INTO ${table} AS worker (key, queue, mail, seen_at)
        VALUES (${lease}, ${queueOk ? 'ok' : 'unreachable'}, ${mailOk ? 'ok' : 'unreachable'}, now())
        ON CONFLICT (key) DO UPDATE SET queue = excluded.queue, mail = excluded.mail, seen_at = now()`)
      await pooled(payload).execute(sql`DELETE FROM ${table} WHERE seen_at < now() - interval '1 day'`)
    } catch (error) {
      onError(error as Error)
    }
    if (!stopped) timer = setTimeout(() => void beat(), beatMilliseconds)
  }

  const first = beat()
  return {
    async close(): Promise<void> {
      stopped = true
      await first
      clearTimeout(timer)
      const table = tableOf(payload, crm.slugs.workers)
      await pooled(payload)
        .execute(sql`DELETE FROM ${table} WHERE key = ${lease}`)
        .catch(() => undefined)
    },
  }
}
