import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import { createHash } from 'node:crypto'
import type { Crm } from '../../config/resolve.js'
import { mailable } from '../../database/mailable.js'
import { columnType, tableOf } from '../../database/table.js'
import { pooled, type Database } from '../../database/transaction.js'
import { existingCustomerNotice } from '../consentWording.js'
import { bareAddress, senderDomain } from '../message.js'
import { senderOf, type CrmSettings } from '../settings.js'
import { audienceQuery } from './audience.js'
import { becauseOf, moveNewsletter, type FrozenCampaign } from './campaigns.js'
import { loadNewsletterInput, type NewsletterDocument } from './loadInput.js'
import { outgoingLetter } from './outgoingLetter.js'
import { renderWebPage } from './render.js'

type Id = string | number
type Newsletter = NewsletterDocument & { id: Id; audience?: unknown }

/** The first rows are there at once, so that the first mail does not wait for the last recipient's row. */
const firstChunk = 1000
const chunk = 50_000

/**
 * Freezes a newsletter: renders its content once for each language, then writes a row for every recipient. Each step
 * commits by itself and continues where the last one ended, so a crash in between costs nothing; mails of rows that are
 * there already go out meanwhile.
 *
 * @returns true when the audience is complete, false when another worker is at it or the newsletter was stopped
 */
export async function freezeNewsletter(
  payload: Payload,
  crm: Crm,
  id: Id,
  mailFrom: string,
  onRows: () => Promise<void>,
): Promise<boolean> {
  const newsletter = (await payload.findByID({
    collection: crm.slugs.newsletters,
    id,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
  })) as (Newsletter & { frozen?: unknown }) | null
  if (!newsletter) return false
  const frozen = newsletter.frozen ? null : await freezeContent(payload, crm, newsletter, mailFrom)
  for (let first = true; ; first = false) {
    const step = await pooled(payload).transaction((tx) =>
      freezeChunk(payload, crm, tx as unknown as Database, newsletter, frozen, first ? firstChunk : chunk),
    )
    if (step.rows > 0) await onRows()
    if (!step.done) continue
    // Without fresh figures PostgreSQL plans the claims for the letters of yesterday: half as fast, until autovacuum comes by.
    if (step.complete) await pooled(payload).execute(sql`ANALYZE ${tableOf(payload, crm.slugs.mails)}`)
    return step.complete
  }
}

async function freezeContent(
  payload: Payload,
  crm: Crm,
  newsletter: Newsletter,
  mailFrom: string,
): Promise<{ campaign: FrozenCampaign; canary: number }> {
  const input = await loadNewsletterInput(payload, crm, newsletter)
  const { settings } = input
  const { render, tracking } = outgoingLetter(payload, input)
  const { from, replyTo } = senderOf(settings, mailFrom)
  const domain = senderDomain(from)
  const campaign: FrozenCampaign = {
    letters: { de: render('de'), en: render('en') },
    tracking,
    webPage: { de: renderWebPage(input, 'de'), en: renderWebPage(input, 'en') },
    existingCustomerNotice: {
      de: existingCustomerNotice(settings, 'de').text,
      en: existingCustomerNotice(settings, 'en').text,
    },
    headers: {
      from,
      replyTo,
      listId: `newsletter.${domain}`,
      listName: settings.company?.name || settings.sender?.name || domain,
      unsubscribeMailbox: replyTo || bareAddress(from),
      feedbackId: `${newsletter.id}:newsletter:crm:${createHash('sha256').update(domain).digest('hex').slice(0, 10)}`,
    },
    bounceAddress: settings.sending?.bounceAddress || null,
    canaryPercent: settings.sending?.canaryPercent ?? 10,
  }
  return { campaign, canary: canarySize(settings) }
}

const canarySize = ({ sending }: CrmSettings) => Math.max(0, Math.floor(sending?.canarySize ?? 0))

/** The next stretch of the audience, in one transaction that holds the newsletter's row. */
async function freezeChunk(
  payload: Payload,
  crm: Crm,
  tx: Database,
  newsletter: Newsletter,
  frozen: { campaign: FrozenCampaign; canary: number } | null,
  size: number,
): Promise<{ rows: number; done: boolean; complete: boolean }> {
  const newsletters = tableOf(payload, crm.slugs.newsletters)
  const mails = tableOf(payload, crm.slugs.mails)
  const stopped = { rows: 0, done: true, complete: false }
  const held = await tx.execute(sql`
    SELECT frozen IS NOT NULL AS frozen FROM ${newsletters}
    WHERE id = ${newsletter.id} AND status IN ('preparing', 'sending') AND run_frozen_at IS NULL FOR UPDATE SKIP LOCKED`)
  if (held.rows.length === 0) return stopped
  if (frozen && held.rows[0]?.frozen !== true)
    await tx.execute(sql`
      UPDATE ${newsletters} SET frozen = ${JSON.stringify(frozen.campaign)}::jsonb, run_canary = ${frozen.canary},
        run_cause = NULL WHERE id = ${newsletter.id}`)

  const last = await tx.execute(sql`
    SELECT position, subscriber_id FROM ${mails} WHERE newsletter_id = ${newsletter.id} AND position IS NOT NULL
    ORDER BY position DESC LIMIT 1`)
  const position = Number(last.rows[0]?.position ?? 0)
  const after = last.rows[0] ? sql`AND s.id > ${last.rows[0].subscriber_id}` : sql``
  const inserted = await tx.execute(sql`
    INSERT INTO ${mails} (kind, state, "to", subject, language, newsletter_id, subscriber_id, customer_id, attempts,
      dedupe_key, position)
    SELECT 'newsletter', 'queued', chosen.email, ${newsletter.subject ?? ''},
      chosen.language::${columnType(payload, crm.slugs.mails, 'language')}, ${newsletter.id}, chosen.id,
      chosen.customer_id, 0, 'newsletter:' || ${String(newsletter.id)} || ':subscriber:' || chosen.id,
      ${position} + row_number() OVER (ORDER BY chosen.id)
    FROM (
      SELECT s.id, s.email, coalesce(s.language::text, 'de') AS language, s.customer_id
      FROM ${tableOf(payload, crm.slugs.subscribers)} AS s
      WHERE s.id IN (${audienceQuery(payload, crm, newsletter.audience)}) ${after}
      AND ${mailable(payload, crm, sql`s`)}
      ORDER BY s.id LIMIT ${size}) AS chosen`)
  const rows = inserted.rowCount ?? 0
  const total = position + rows
  await tx.execute(sql`UPDATE ${newsletters} SET progress_recipients = ${total} WHERE id = ${newsletter.id}`)
  if (rows === size) return { rows, done: false, complete: false }
  if (total === 0) {
    const change = sql`${becauseOf({ code: 'nobody' })}, frozen = NULL`
    await moveNewsletter(payload, crm, newsletter.id, 'broken', change, tx)
    return stopped
  }
  await moveNewsletter(payload, crm, newsletter.id, 'prepared', sql`run_frozen_at = now()`, tx)
  return { rows, done: true, complete: true }
}
