import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { lockName } from '../database/namedLock.js'
import { tableOf } from '../database/table.js'
import { transactionOf } from '../database/transaction.js'
import type { BounceReport } from '../domain/bounce.js'
import { isEmailAddress, subscriberAddress } from '../domain/emailAddress.js'
import { holdNewsletter } from '../mail/newsletter/campaigns.js'
import { readSettings } from '../mail/settings.js'
import { readVerpAddress } from '../mail/verp.js'
import { recordConsent } from './recordConsent.js'
import { subscriberOf } from './requestSubscription.js'
import { isUsableId, updateSubscriber, type Id, type Subscriber } from './subscriber.js'
import { cancelWaitingNewsletters, suppress } from './suppress.js'

interface ReportedMail {
  id: Id
  to: string
  subscriber: Id | null
  customer: Id | null
  newsletter: Id | null
}

/**
 * Takes a report up in the request's transaction: the mail in the ledger, the row that staff reads, and for a mailbox that
 * is no more, or a complaint, the end of all newsletters to it.
 *
 * @param reportKey names the report; the same one counts once, however often and by how many workers it is read
 * @param trusted whether the reporter is known, so that an address alone is enough; anybody can send a mail to a mailbox,
 * and then only what is about a mail of ours counts
 * @returns whether it was about a mail or a subscriber of ours
 */
export async function recordBounce(
  req: PayloadRequest,
  crm: Crm,
  report: BounceReport,
  { reportKey, trusted }: { reportKey: string; trusted: boolean },
): Promise<boolean> {
  await lockName(req, `bounce:${reportKey}`)
  if (await isKnown(req, crm, reportKey)) return true
  const mail = await mailOf(req, crm, report)
  const address = subscriberAddress(mail?.to ?? (trusted ? (report.recipient ?? '') : ''))
  if (!isEmailAddress(address)) return false
  await lockName(req, `subscriber:${address}`)
  const subscriber = await subscriberOf(req, crm, address)
  if (!mail && !subscriber) return false
  await req.payload.create({
    collection: crm.slugs.bounces,
    data: {
      kind: report.kind,
      recipient: address,
      statusCode: report.statusCode,
      diagnostic: printable(report.diagnostic),
      mail: mail?.id ?? null,
      subscriber: subscriber?.id ?? null,
      customer: subscriber?.customer ?? mail?.customer ?? null,
      newsletter: mail?.newsletter ?? null,
      receivedAt: new Date().toISOString(),
      reportKey,
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  if (mail && report.kind !== 'complaint') await markBounced(req, crm, mail, report)
  await draw(req, crm, report, address, subscriber)
  return true
}

/** What follows for the person: nothing, one more of few chances, or the end. */
async function draw(
  req: PayloadRequest,
  crm: Crm,
  report: BounceReport,
  address: string,
  subscriber: Subscriber | null,
): Promise<void> {
  const limit = (await readSettings(req.payload, crm, req)).subscription?.softBounceLimit ?? 5
  const soft = (subscriber?.softBounces ?? 0) + (report.kind === 'soft' ? 1 : 0)
  const ends = report.kind !== 'soft' || soft >= limit
  const outcome = report.kind === 'complaint' ? 'complained' : 'bounced'
  if (ends) await suppress(req, crm, address, outcome)
  if (!subscriber) return
  const status = subscriber.status === 'complained' ? 'complained' : outcome
  const reason = printable([report.statusCode, report.diagnostic].filter(Boolean).join(' '))
  const seen = { softBounces: soft, bouncedAt: new Date().toISOString(), bounceReason: reason }
  await updateSubscriber(req, crm, subscriber.id, {
    ...seen,
    ...(ends ? { status, requestedAt: null, requestedLists: [] } : {}),
  })
  if (!ends || subscriber.status === status) return
  await recordConsent(req, crm, subscriber.id, {
    kind: outcome,
    email: address,
    basis: subscriber.legalBasis,
    reason,
  })
  await cancelWaitingNewsletters(req, crm, subscriber.id)
}

async function isKnown(req: PayloadRequest, crm: Crm, reportKey: string): Promise<boolean> {
  const db = await transactionOf(req)
  const { rows } = await db.execute(
    sql`SELECT 1 FROM ${tableOf(req.payload, crm.slugs.bounces)} WHERE report_key = ${reportKey}`,
  )
  return rows.length > 0
}

/** The mail a report is about: by the signed return address, by the name in the envelope, by the Message-ID. */
async function mailOf(req: PayloadRequest, crm: Crm, report: BounceReport): Promise<ReportedMail | null> {
  const names = report.envelopeId ? [...report.addresses, report.envelopeId] : report.addresses
  for (const name of names) {
    const id = readVerpAddress(req.payload.secret, name)
    const mail = id !== null && isUsableId(req, id) ? await findMail(req, crm, sql`id = ${id}`) : null
    if (mail) return mail
  }
  const messageIds = report.envelopeId ? [...report.messageIds, `<${report.envelopeId}>`] : report.messageIds
  for (const messageId of messageIds) {
    const mail = await findMail(req, crm, sql`message_id = ${printable(messageId)}`)
    if (mail) return mail
  }
  return null
}

async function findMail(
  req: PayloadRequest,
  crm: Crm,
  condition: ReturnType<typeof sql>,
): Promise<ReportedMail | null> {
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    SELECT id, "to", subscriber_id AS subscriber, customer_id AS customer, newsletter_id AS newsletter
    FROM ${tableOf(req.payload, crm.slugs.mails)} WHERE ${condition} LIMIT 1`)
  return (rows[0] as unknown as ReportedMail | undefined) ?? null
}

/** A mail that came back did go out, whatever the worker knew of it. */
async function markBounced(
  req: PayloadRequest,
  crm: Crm,
  { id, newsletter }: ReportedMail,
  report: BounceReport,
): Promise<void> {
  const db = await transactionOf(req)
  // In the order of everybody who changes both.
  if (newsletter) await holdNewsletter(req.payload, crm, newsletter, db)
  const error = printable([report.statusCode, report.diagnostic].filter(Boolean).join(' '))
  const mails = tableOf(req.payload, crm.slugs.mails)
  // The newsletter may have ended long ago: nobody counts its mails again by itself.
  await db.execute(sql`
    WITH held AS (SELECT id, state, newsletter_id, position FROM ${mails} WHERE id = ${id} FOR UPDATE),
      marked AS (
        UPDATE ${mails} AS m SET state = 'bounced', last_error = ${error}, lease = NULL, updated_at = now()
        FROM held WHERE m.id = held.id AND held.state IN ('sent', 'unknown', 'sending')
        RETURNING held.state, held.newsletter_id, held.position)
    UPDATE ${tableOf(req.payload, crm.slugs.newsletters)} AS n SET
      progress_bounced = coalesce(n.progress_bounced, 0) + 1,
      progress_sent = greatest(coalesce(n.progress_sent, 0) - (marked.state = 'sent')::int, 0),
      progress_unknown = greatest(coalesce(n.progress_unknown, 0) - (marked.state = 'unknown')::int, 0)
    FROM marked WHERE n.id = marked.newsletter_id AND marked.position IS NOT NULL`)
}

/** What the database takes as text. */
function printable(value: string | null): string {
  return Buffer.from((value ?? '').replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, 500)).toString()
}
