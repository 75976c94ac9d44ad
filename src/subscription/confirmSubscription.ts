import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { tableOf } from '../database/table.js'
import { transactionOf } from '../database/transaction.js'
import { mayAskAgain } from '../domain/consent.js'
import { listsById } from './lists.js'
import { consentsOf, recordConsent } from './recordConsent.js'
import { updateSubscriber, type Id, type Subscriber } from './subscriber.js'
import { setTrackingConsent } from './trackingConsent.js'
import { liftSuppression, suppressionOf } from './suppress.js'

/**
 * Confirms the sign-up that waits for it, in the request's transaction: the row of evidence says everything by itself,
 * from the request to the mail that asked. What was suppressed before is mailed again, because this is the later word.
 *
 * @param subscriber locked
 * @param tracking what the person says of openings and clicks now; null when nothing was said
 * @returns the hash of the evidence, `null` when nothing waits for a confirmation or the person must not even be asked
 */
export async function confirmSubscription(
  req: PayloadRequest,
  crm: Crm,
  subscriber: Subscriber,
  { ip, tracking }: { ip: string | null; tracking: boolean | null },
): Promise<string | null> {
  if (!subscriber.requestedAt) return null
  // Such an entry ends what waits; a link that is open all the same must not lift it.
  if (!mayAskAgain(await suppressionOf(req, crm, subscriber.email))) return null
  const confirmedAt = new Date().toISOString()
  const asked = (await consentsOf(req.payload, crm, subscriber.id, req)).findLast(
    (row) => row.kind === 'requested',
  )
  // Somebody who comes back gets what was asked for now, not the lists of years ago.
  const kept = subscriber.status === 'confirmed' ? (subscriber.lists ?? []) : []
  const lists = await listsById(req, crm, [...kept, ...(subscriber.requestedLists ?? [])])
  await updateSubscriber(req, crm, subscriber.id, {
    status: 'confirmed',
    legalBasis: 'doubleOptIn',
    confirmedAt,
    requestedAt: null,
    requestedLists: [],
    requestedTracking: null,
    unsubscribedAt: null,
    softBounces: 0,
    lists: lists.map((list) => list.id),
  })
  const mail = await checkMailOf(req, crm, subscriber.id)
  const { hash } = await recordConsent(req, crm, subscriber.id, {
    kind: 'confirmed',
    basis: 'doubleOptIn',
    email: subscriber.email,
    text: asked?.text,
    textVersion: asked?.textVersion,
    lists: asked?.lists,
    requestedAt: asked?.requestedAt,
    requestIp: asked?.requestIp,
    requestUrl: asked?.requestUrl,
    confirmedAt,
    confirmIp: ip,
    mailMessageId: mail?.messageId,
    mailText: mail?.text,
  })
  await liftSuppression(req, crm, subscriber.email)
  // Who asked for it and does not say otherwise now; a consent of its own, with a row of its own.
  const allowed = tracking ?? (subscriber.requestedTracking === true || Boolean(subscriber.trackingConsentAt))
  return (await setTrackingConsent(req, crm, subscriber, { allowed, ip })) ?? hash
}

/** The check mail as it went out. Its link is left out: who reads the evidence could use it. */
async function checkMailOf(req: PayloadRequest, crm: Crm, subscriber: Id) {
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    SELECT message_id AS "messageId", text FROM ${tableOf(req.payload, crm.slugs.mails)}
    WHERE subscriber_id = ${subscriber} AND kind = 'subscriptionCheck' AND message_id IS NOT NULL
    ORDER BY id DESC LIMIT 1`)
  const mail = rows[0] as { messageId: string; text: string | null } | undefined
  return mail && { ...mail, text: mail.text?.replace(/(\/newsletter\/confirm\/)[\w.-]+/g, '$1…') }
}
