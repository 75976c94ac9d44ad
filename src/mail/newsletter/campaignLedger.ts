import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { mailable } from '../../database/mailable.js'
import { runPrepared } from '../../database/prepared.js'
import { columnType, tableOf } from '../../database/table.js'
import { pooled, type Database } from '../../database/transaction.js'
import type { LegalBasis } from '../../domain/consent.js'
import type { Language } from '../../i18n/translate.js'
import { settlementOf, type Outcome, type Settlement } from '../settlement.js'
import type { Recipient } from './personalValues.js'

type Id = string | number

/** A mail of a newsletter that this worker has in hand: its row says `sending`. */
export interface ClaimedMail extends Recipient {
  id: Id
  to: string
  language: Language
  messageId: string
  /** This one included. */
  attempts: number
  subscriberId: Id
  legalBasis: LegalBasis
  /** Whether the person agreed that openings and clicks are looked at. */
  tracked: boolean
}

export interface Settled {
  mail: ClaimedMail
  outcome: Outcome
}

/** Which of a newsletter's mails are asked for: a stretch of those that wait, or those whose back-off is over. */
export type Wanted = { after: number; upTo: number } | 'deferred'

const openStates = sql`('queued', 'deferred', 'sending')`

/**
 * The writes of the bulk delivery to the outbox: the same rows and states as for every mail, but in groups. Settling what
 * is done and claiming what comes next is one statement, so the ledger is never behind by more than what is in flight.
 */
export function createCampaignLedger(payload: Payload, crm: Crm) {
  const { slugs } = crm
  const mails = () => tableOf(payload, slugs.mails)
  const run = async (query: ReturnType<typeof sql>) => (await pooled(payload).execute(query)).rows
  const seconds = (value: number) => sql`make_interval(secs => ${value})`
  const idArray = (ids: readonly Id[]) =>
    sql`${sql.param(ids.map(String))}::${columnType(payload, slugs.mails, 'id')}[]`
  // The same as `messageIdOf`, computed where the row is.
  const messageId = (domain: string) => sql`'<crm-' || m.id || '-' ||
    left(encode(sha256(convert_to(m.id || ':' || m.dedupe_key, 'UTF8')), 'hex'), 24) || '@' || ${domain}::text || '>'`

  function settle(done: readonly Settled[], lease: string) {
    const settlements = done.map(({ mail, outcome }) => settlementOf(outcome, mail.attempts, crm.delivery))
    const states: Settlement['state'][] = ['sent', 'deferred', 'failed', 'unknown']
    return states.flatMap((state) => {
      const chosen = settlements.flatMap((settlement, index) => {
        const mail = done[index]?.mail
        return mail && settlement.state === state ? [{ id: mail.id, ...settlement }] : []
      })
      if (chosen.length === 0) return []
      const extra =
        state === 'sent'
          ? sql`, sent_at = now()`
          : state === 'deferred'
            ? sql`, next_attempt_at = now() + make_interval(secs => r.wait)`
            : sql``
      const cause = state === 'unknown' ? sql`'lineBroken'` : sql`NULL`
      return [
        sql`${sql.identifier(state)} AS (
          UPDATE ${mails()} AS m SET state = ${sql.raw(`'${state}'`)}, response = r.response, last_error = r.error,
            lease = NULL, lease_until = NULL, cause = ${cause}, updated_at = now()${extra}
          FROM unnest(${idArray(chosen.map(({ id }) => id))}, ${sql.param(chosen.map(({ response }) => response))}::text[],
            ${sql.param(chosen.map(({ error }) => error))}::text[], ${sql.param(chosen.map(({ wait }) => wait))}::float8[])
            AS r (id, response, error, wait)
          WHERE m.id = r.id AND m.lease = ${lease} AND m.state IN ('sending', 'unknown'))`,
      ]
    })
  }

  return {
    /**
     * Writes down how mails ended, and commits `sending` for up to `limit` others before a byte of them leaves the house.
     * Who may not get a newsletter any more by now is left out: the row becomes `cancelled`.
     *
     * @returns the claimed mails, whether the stretch had no more than these, and whether the newsletter still runs
     */
    async exchange(
      { domain, lease, newsletter }: { newsletter: Id; lease: string; domain: string },
      done: readonly Settled[],
      wanted: Wanted,
      limit: number,
    ): Promise<{ claimed: ClaimedMail[]; exhausted: boolean; running: boolean }> {
      const settled = settle(done, lease)
      if (limit === 0) {
        if (settled.length > 0) await runPrepared(payload, sql`WITH ${sql.join(settled, sql`, `)} SELECT 1`)
        return { claimed: [], exhausted: false, running: true }
      }
      const chosen =
        wanted === 'deferred'
          ? sql`m.state = 'deferred' AND m.next_attempt_at <= now()`
          : sql`m.position > ${wanted.after} AND m.position <= ${wanted.upTo} AND m.state = 'queued'`
      // Null, and so no mail, unless the newsletter runs; as far as the canary allows.
      const running = sql`running AS MATERIALIZED (
        SELECT coalesce(nullif(n.run_canary, 0), 'Infinity'::numeric) AS reach
        FROM ${tableOf(payload, slugs.newsletters)} AS n
        WHERE n.id = ${newsletter} AND n.status IN ('preparing', 'sending'))`
      const picked = sql`picked AS MATERIALIZED (
        SELECT m.id FROM ${mails()} AS m WHERE m.newsletter_id = ${newsletter} AND ${chosen}
        AND m.position <= (SELECT reach FROM running)
        ORDER BY m.position LIMIT ${limit} FOR UPDATE OF m SKIP LOCKED)`
      const people = sql`people AS MATERIALIZED (
        SELECT picked.id AS mail_id, s.salutation, s.first_name, s.last_name, c.company,
          s.legal_basis::text AS legal_basis, s.tracking_consent_at IS NOT NULL AS tracked,
          coalesce(${mailable(payload, crm, sql`s`)}, false) AS may
        FROM picked JOIN ${mails()} AS m ON m.id = picked.id
        LEFT JOIN ${tableOf(payload, slugs.subscribers)} AS s ON s.id = m.subscriber_id
        LEFT JOIN ${tableOf(payload, slugs.customers)} AS c ON c.id = s.customer_id)`
      const leftOut = sql`left_out AS (
        UPDATE ${mails()} AS m SET state = 'cancelled', updated_at = now(),
          last_error = 'The recipient may not get newsletters any more.'
        FROM people WHERE m.id = people.mail_id AND NOT people.may)`
      const claimed = sql`claimed AS (
        UPDATE ${mails()} AS m SET state = 'sending', attempts = coalesce(m.attempts, 0) + 1, lease = ${lease},
          lease_until = now() + ${seconds(crm.delivery.leaseSeconds)}, updated_at = now(),
          message_id = coalesce(m.message_id, ${messageId(domain)})
        FROM people WHERE m.id = people.mail_id AND people.may
        RETURNING m.id, m."to", m."to" AS email, m.language, m.message_id AS "messageId", m.attempts,
          m.subscriber_id AS "subscriberId", people.salutation, people.first_name AS "firstName",
          people.last_name AS "lastName", people.company, people.legal_basis AS "legalBasis",
          people.tracked)`
      const rows = await runPrepared(
        payload,
        sql`
        WITH ${sql.join([...settled, running, picked, people, leftOut, claimed], sql`, `)}
        SELECT (SELECT count(*) FROM picked)::int AS picked, EXISTS (SELECT FROM running) AS running, claimed.* FROM (SELECT 1) AS one LEFT JOIN claimed ON true`,
      )
      const mine = rows.filter((row) => row.id !== null)
      return {
        claimed: mine.map((row) => ({ ...row, attempts: Number(row.attempts) })) as unknown as ClaimedMail[],
        exhausted: Number(rows[0]?.picked ?? 0) < limit,
        running: rows[0]?.running === true,
      }
    },

    /**
     * After a lost connection: rows that were claimed for this worker without it ever hearing of them. It knows that it
     * never sent them, so they wait again.
     */
    async giveBackUnheard(
      { lease, newsletter }: { newsletter: Id; lease: string },
      inHand: readonly Id[],
    ): Promise<void> {
      await run(sql`
        UPDATE ${mails()} SET state = 'queued', attempts = greatest(coalesce(attempts, 1) - 1, 0), lease = NULL,
          lease_until = NULL
        WHERE newsletter_id = ${newsletter} AND kind = 'newsletter' AND state = 'sending' AND lease = ${lease}
        AND id <> ALL (${idArray(inHand)})`)
    },

    /** Whether any mail of the newsletter may be claimed now. */
    async hasDue(newsletter: Id): Promise<boolean> {
      const rows = await run(sql`SELECT 1 FROM ${mails()} AS m
        WHERE m.newsletter_id = ${newsletter} AND (m.state = 'queued'
          OR (m.state = 'deferred' AND m.next_attempt_at <= now()))
        AND m.position <= (SELECT coalesce(nullif(n.run_canary, 0), 'Infinity'::numeric)
          FROM ${tableOf(payload, slugs.newsletters)} AS n WHERE n.id = ${newsletter}) LIMIT 1`)
      return rows.length > 0
    },

    /** Whether any mail of the newsletter has not come to its end yet. */
    async hasOpen(newsletter: Id, db: Database = pooled(payload)): Promise<boolean> {
      const { rows } = await db.execute(sql`SELECT 1 FROM ${mails()}
        WHERE newsletter_id = ${newsletter} AND kind = 'newsletter' AND state IN ${openStates} LIMIT 1`)
      return rows.length > 0
    },
  }
}

export type CampaignLedger = ReturnType<typeof createCampaignLedger>
