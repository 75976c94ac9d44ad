import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { tableOf } from '../../database/table.js'
import { pooled, type Database } from '../../database/transaction.js'
import {
  newsletterTransitions,
  type NewsletterAction,
  type NewsletterEvent,
  type NewsletterStatus,
} from '../../domain/newsletterLife.js'
import type { RunNote } from '../../domain/runNote.js'
import type { Language } from '../../i18n/translate.js'
import { hasParts } from './audienceParts.js'
import type { CampaignHeaders, Letter } from './compile.js'
import { lastPosition } from './outboxRows.js'
import type { FrozenTracking } from './reactions.js'

type Id = string | number

/** What is sent, as it was when the newsletter started. */
export interface FrozenCampaign {
  letters: Record<Language, Letter>
  /** The page in the web: the same letter as anybody may read it. */
  webPage: Record<Language, string>
  /** How openings and clicks are counted; null when they are not. */
  tracking: FrozenTracking | null
  /** What a mail to an existing customer says of why it comes (§ 7(3) UWG). */
  existingCustomerNotice: Record<Language, string>
  headers: CampaignHeaders
  /** The mailbox for delivery reports; null when they come back to the sender. */
  bounceAddress: string | null
  /** The first mails go alone; the rest follows unless more than this share of them is refused (0…100). */
  canaryPercent: number
}

export interface Campaign {
  id: Id
  status: NewsletterStatus
  frozen: FrozenCampaign | null
  /** Whether the whole audience has its rows. */
  complete: boolean
  /** The place in the audience of the last one who has a row. */
  reach: number
  /** Only so many mails may go out for now; 0 when all may. */
  canary: number
}

/** What else changes when a newsletter moves: assignments for its row. */
type Change = ReturnType<typeof sql>

/** The assignment that stores why a newsletter stands still. */
export const becauseOf = (note: RunNote): Change => sql`run_cause = ${JSON.stringify(note)}::jsonb`

/**
 * Moves a newsletter in one statement that commits by itself, by the table or not at all.
 *
 * @returns false when its status does not allow it (any more)
 */
export async function moveNewsletter(
  payload: Payload,
  crm: Crm,
  id: Id,
  what: NewsletterAction | NewsletterEvent,
  change?: Change,
  db: Database = pooled(payload),
): Promise<boolean> {
  const { from, to } = newsletterTransitions[what]
  const states = sql.join(
    from.map((status) => sql`${status}`),
    sql`, `,
  )
  const { rows } = await db.execute(sql`
    UPDATE ${tableOf(payload, crm.slugs.newsletters)}
    SET status = ${to}, updated_at = now()${change ? sql`, ${change}` : sql``}
    WHERE id = ${id} AND status IN (${states}) RETURNING id`)
  return rows.length === 1
}

/** Keeps others from moving the newsletter until the transaction ends. */
export async function holdNewsletter(payload: Payload, crm: Crm, id: Id, tx: Database): Promise<void> {
  await tx.execute(
    sql`SELECT 1 FROM ${tableOf(payload, crm.slugs.newsletters)} WHERE id = ${id} FOR NO KEY UPDATE`,
  )
}

/** @returns the newsletter as the delivery needs it, null when there is none (any more) */
export async function readCampaign(
  payload: Payload,
  crm: Crm,
  id: Id,
  db: Database = pooled(payload),
): Promise<Campaign | null> {
  const { rows } = await db.execute(sql`
    SELECT id, status, frozen, run_frozen_at IS NOT NULL AND NOT ${hasParts(payload, crm, sql`n.id`)} AS complete,
      ${lastPosition(payload, crm, sql`n.id`)} AS reach, run_canary AS canary
    FROM ${tableOf(payload, crm.slugs.newsletters)} AS n WHERE n.id = ${id}`)
  const row = rows[0] as (Record<string, unknown> & { id: Id }) | undefined
  if (!row) return null
  return {
    id: row.id,
    status: row.status as NewsletterStatus,
    frozen: row.frozen as FrozenCampaign | null,
    complete: row.complete === true,
    reach: Number(row.reach),
    canary: Number(row.canary ?? 0),
  }
}

/** Whoever sends mails of the newsletter again waits no longer than for so many. */
const takenBackAtOnce = 10_000

/** Takes back the mails of a cancelled newsletter that wait and that nobody is at. */
export async function takeBackMails(
  payload: Payload,
  crm: Crm,
  id: Id,
  db: Database = pooled(payload),
): Promise<void> {
  const mails = tableOf(payload, crm.slugs.mails)
  for (;;) {
    const { rowCount } = await db.execute(sql`
      UPDATE ${mails} SET state = 'cancelled', next_attempt_at = NULL, updated_at = now() WHERE id IN (
        SELECT m.id FROM ${mails} AS m
        WHERE m.newsletter_id = ${id} AND m.kind = 'newsletter' AND m.state IN ('queued', 'deferred')
        LIMIT ${takenBackAtOnce} FOR UPDATE SKIP LOCKED)
      AND (SELECT status FROM ${tableOf(payload, crm.slugs.newsletters)} WHERE id = ${id} FOR SHARE) = 'cancelled'`)
    if ((rowCount ?? 0) < takenBackAtOnce) return
  }
}

/** The newsletters that were cancelled within a day and have mails with the mail server, or that it put off since. */
export async function endingNewsletters(payload: Payload, crm: Crm): Promise<Id[]> {
  const { rows } = await pooled(payload).execute(sql`
    SELECT n.id FROM ${tableOf(payload, crm.slugs.newsletters)} AS n
    WHERE n.status = 'cancelled' AND n.run_finished_at > now() - interval '1 day' AND EXISTS (
      SELECT FROM ${tableOf(payload, crm.slugs.mails)} AS m
      WHERE m.newsletter_id = n.id AND m.kind = 'newsletter' AND m.state IN ('queued', 'deferred', 'sending'))`)
  return rows.map((row) => row.id as Id)
}

/** The newsletters whose mails go out now, or should; those whose time has come are started on the way. */
export async function runningNewsletters(payload: Payload, crm: Crm): Promise<Id[]> {
  const table = tableOf(payload, crm.slugs.newsletters)
  const db = pooled(payload)
  await db.execute(sql`
    UPDATE ${table} SET status = 'preparing', run_started_at = now(), updated_at = now()
    WHERE status = 'scheduled' AND scheduled_at <= now()`)
  const { rows } = await db.execute(sql`
    SELECT id FROM ${table} WHERE status IN ('preparing', 'sending') ORDER BY run_started_at, id`)
  return rows.map((row) => row.id as Id)
}
