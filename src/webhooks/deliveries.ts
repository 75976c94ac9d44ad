import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { tableOf } from '../database/table.js'
import { pooled } from '../database/transaction.js'
import type { PostResult } from './post.js'

type Id = string | number

export interface WebhookDelivery {
  id: Id
  eventId: string
  body: string
  /** How often it has been tried, this time included. */
  attempts: number
  url: string
  /** Encrypted, as it is stored. */
  secret: string
}

/**
 * The worker's writes to the deliveries. Unlike a mail, a delivery whose worker died is simply made again: its
 * `webhook-id` stays the same, by which a receiver knows what it has had.
 */
export function createDeliveries(payload: Payload, crm: Crm) {
  const table = () => tableOf(payload, crm.slugs.webhookDeliveries)
  const run = async (query: ReturnType<typeof sql>) => (await pooled(payload).execute(query)).rows
  const { backoffSeconds, leaseSeconds, maxAttempts, maxBackoffSeconds } = crm.delivery
  const seconds = (value: number) => sql`make_interval(secs => ${value})`

  return {
    /** Leases due deliveries whose webhook is active, for longer than an attempt can last. */
    async claim(limit: number): Promise<WebhookDelivery[]> {
      const rows = await run(sql`
        UPDATE ${table()} AS delivery
        SET state = 'sending', attempts = coalesce(delivery.attempts, 0) + 1, updated_at = now(),
          lease_until = now() + ${seconds(leaseSeconds + crm.webhooks.timeoutSeconds)}
        FROM ${tableOf(payload, crm.slugs.webhooks)} AS webhook
        WHERE webhook.id = delivery.webhook_id AND delivery.id IN (
          SELECT due.id FROM ${table()} AS due JOIN ${tableOf(payload, crm.slugs.webhooks)} AS target ON target.id = due.webhook_id
          WHERE target.active AND ((due.state IN ('queued', 'deferred') AND (due.next_attempt_at IS NULL OR due.next_attempt_at <= now()))
            OR (due.state = 'sending' AND due.lease_until < now()))
          ORDER BY due.id LIMIT ${limit} FOR UPDATE OF due SKIP LOCKED)
        RETURNING delivery.id, delivery.event_id AS "eventId", delivery.body, delivery.attempts, webhook.url, webhook.secret`)
      return rows.map((row) => ({ ...row, attempts: Number(row.attempts) })) as unknown as WebhookDelivery[]
    },

    /** Writes down how an attempt ended. After the last one the delivery is `failed` and waits for a human. */
    async settle({ attempts, id }: WebhookDelivery, result: PostResult): Promise<void> {
      const state = result.error === null ? 'sent' : attempts >= maxAttempts ? 'failed' : 'deferred'
      const wait = Math.min(maxBackoffSeconds, backoffSeconds * 2 ** Math.min(attempts - 1, 20))
      // Who comes late, after another worker has taken over, has nothing to say any more.
      await run(sql`
        UPDATE ${table()} SET state = ${state}, response_status = ${result.status}, last_error = ${result.error},
          sent_at = ${state === 'sent' ? sql`now()` : sql`NULL`}, lease_until = NULL, updated_at = now(),
          next_attempt_at = ${state === 'deferred' ? sql`now() + ${seconds(wait)}` : sql`NULL`}
        WHERE id = ${id} AND state = 'sending' AND attempts = ${attempts}`)
    },
  }
}
