import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { tableOf } from '../database/table.js'
import { pooled } from '../database/transaction.js'
import { translate } from '../i18n/translate.js'
import { mailKinds, transactionalKinds, type MailRow, type TransactionalKind } from './mailRow.js'
import type { RenderedMail } from './message.js'
import { settlementOf, type Outcome } from './settlement.js'

type Id = string | number

/**
 * The delivery's writes to the outbox. Each is one statement that commits by itself, and each that changes a mail names
 * the lease, so a worker that lost its mail to another one cannot touch it any more.
 */
export function createLedger(payload: Payload, crm: Crm) {
  const mails = () => tableOf(payload, crm.slugs.mails)
  const run = async (query: ReturnType<typeof sql>) => (await pooled(payload).execute(query)).rows
  const { leaseSeconds } = crm.delivery
  const seconds = (value: number) => sql`make_interval(secs => ${value})`
  const list = (ids: readonly Id[]) =>
    sql.join(
      ids.map((id) => sql`${id}`),
      sql`, `,
    )
  // A newsletter's mails have a way of their own: they are claimed in groups by `createCampaignLedger`.
  const isDue = sql`kind IN (${list(transactionalKinds)}) AND state IN ('queued', 'deferred') AND (next_attempt_at IS NULL OR next_attempt_at <= now())
    AND (lease_until IS NULL OR lease_until < now())`

  return {
    /** Marks due mails as handed to the queue and returns them; marked ones come again if the queue lost them. */
    async takeDue(limit: number): Promise<{ id: Id; kind: TransactionalKind }[]> {
      const rows = await run(sql`
        UPDATE ${mails()} SET enqueued_at = now() WHERE id IN (
          SELECT id FROM ${mails()} WHERE ${isDue}
          AND (enqueued_at IS NULL OR enqueued_at < now() - ${seconds(leaseSeconds)} OR enqueued_at < next_attempt_at)
          ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
        RETURNING id, kind`)
      return rows as { id: Id; kind: TransactionalKind }[]
    },

    /** Leases those of the mails that are due and that no other worker holds. Their state does not change yet. */
    async claim(ids: readonly Id[], lease: string): Promise<MailRow[]> {
      if (ids.length === 0) return []
      const rows = await run(sql`
        UPDATE ${mails()} SET lease = ${lease}, lease_until = now() + ${seconds(leaseSeconds)} WHERE id IN (
          SELECT id FROM ${mails()} WHERE id IN (${list(ids)}) AND ${isDue} FOR UPDATE SKIP LOCKED)
        RETURNING id, kind, "to", subject, language, order_id AS "orderId", newsletter_id AS "newsletterId",
          subscriber_id AS "subscriberId", attempts, message_id AS "messageId", dedupe_key AS "dedupeKey", details,
          html, text`)
      return rows.map((row) => ({ ...row, attempts: Number(row.attempts ?? 0) })) as unknown as MailRow[]
    },

    /**
     * Commits `sending` together with what is sent, before the first byte leaves the house.
     *
     * @returns false when the mail was cancelled or taken over meanwhile: it must not be sent
     */
    async beginSending(id: Id, lease: string, mail: RenderedMail): Promise<boolean> {
      const rows = await run(sql`
        UPDATE ${mails()} SET state = 'sending', attempts = coalesce(attempts, 0) + 1, message_id = ${mail.messageId},
          subject = ${mail.subject}, html = ${mail.html}, text = ${mail.text},
          attachment_digest = ${mail.attachmentDigest ?? null}, updated_at = now(),
          lease_until = now() + ${seconds(leaseSeconds)}
        WHERE id = ${id} AND lease = ${lease} AND state IN ('queued', 'deferred') RETURNING id`)
      return rows.length === 1
    },

    /** Writes down how it ended. A mail that was called unknown meanwhile is corrected: its worker knows better. */
    async settle(mail: MailRow, lease: string, outcome: Outcome): Promise<void> {
      const held = sql`id = ${mail.id} AND lease = ${lease} AND state IN ('sending', 'unknown')`
      const { error, response, state, wait } = settlementOf(outcome, mail.attempts + 1, crm.delivery)
      const cause = state === 'unknown' ? sql`'lineBroken'` : sql`NULL`
      const free = sql`lease = NULL, lease_until = NULL, cause = ${cause}, updated_at = now()`
      if (state === 'sent') {
        await run(sql`UPDATE ${mails()} SET state = 'sent', sent_at = now(), response = ${response},
          last_error = NULL, ${free} WHERE ${held}`)
      } else if (state === 'deferred') {
        await run(sql`UPDATE ${mails()} SET state = 'deferred', next_attempt_at = now() + ${seconds(wait)},
          enqueued_at = NULL, last_error = ${error}, ${free} WHERE ${held}`)
      } else {
        await run(sql`UPDATE ${mails()} SET state = ${state}, last_error = ${error}, ${free} WHERE ${held}`)
      }
    },

    /** A mail that could not even be made ready counts as an attempt and is tried again later. */
    async giveBack(mail: MailRow, lease: string, error: string): Promise<void> {
      const rows = await run(sql`
        UPDATE ${mails()} SET state = 'sending', attempts = coalesce(attempts, 0) + 1
        WHERE id = ${mail.id} AND lease = ${lease} AND state IN ('queued', 'deferred') RETURNING id`)
      if (rows.length === 1) await this.settle(mail, lease, { state: 'deferred', error })
    },

    /** Tells the others that this worker lives and still has the mails in hand. */
    async renew(lease: string, inHand: readonly Id[]): Promise<void> {
      if (inHand.length === 0) return
      await run(sql`UPDATE ${mails()} SET lease_until = now() + ${seconds(leaseSeconds)}
        WHERE id IN (${list(inHand)}) AND lease = ${lease} AND state IN ('queued', 'deferred', 'sending')`)
    },

    /** Mails whose worker died while the mail server had them: nobody knows, so a human decides. */
    async expire(): Promise<number> {
      const rows = await run(sql`
        UPDATE ${mails()} SET state = 'unknown', cause = 'workerStopped', updated_at = now(),
          last_error = ${translate('en', 'reason:workerStopped')}
        WHERE kind IN (${list(mailKinds)}) AND state = 'sending' AND lease_until < now() RETURNING id`)
      return rows.length
    },
  }
}

export type Ledger = ReturnType<typeof createLedger>
