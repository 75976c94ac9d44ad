import type { PayloadRequest } from 'payload'
import type { Crm } from '../config/resolve.js'
import { countUnsubscribed } from '../mail/newsletter/progress.js'
import { recordConsent } from './recordConsent.js'
import { isUsableId, updateSubscriber, type Id, type Subscriber } from './subscriber.js'
import { setTrackingConsent } from './trackingConsent.js'
import { cancelWaitingNewsletters, suppress } from './suppress.js'

/**
 * Ends a subscription in the request's transaction: evidence, suppression, and nothing that waits goes out any more.
 *
 * @param subscriber locked
 * @param given.declaredBy the member of staff who took it down, when it was not the person's own click
 * @param given.newsletter whose link was used
 * @returns the hash of the evidence, `null` when it had ended already
 */
export async function endSubscription(
  req: PayloadRequest,
  crm: Crm,
  subscriber: Subscriber,
  {
    declaredBy = null,
    ip,
    newsletter,
  }: { declaredBy?: string | null; ip: string | null; newsletter: Id | null },
): Promise<string | null> {
  if (subscriber.unsubscribedAt && !subscriber.requestedAt && subscriber.status !== 'confirmed') return null
  const revokedAt = new Date().toISOString()
  const keepsStatus = subscriber.status === 'bounced' || subscriber.status === 'complained'
  await updateSubscriber(req, crm, subscriber.id, {
    status: keepsStatus ? subscriber.status : 'unsubscribed',
    legalBasis: null,
    unsubscribedAt: revokedAt,
    requestedAt: null,
    requestedLists: [],
  })
  await setTrackingConsent(req, crm, subscriber, { allowed: false, ip })
  const from = await existing(req, crm, newsletter)
  if (from !== null) await countUnsubscribed(req, crm, from)
  const { hash } = await recordConsent(req, crm, subscriber.id, {
    kind: 'revoked',
    basis: subscriber.legalBasis,
    email: subscriber.email,
    revokedAt,
    revokeIp: ip,
    declaredBy,
    source: newsletter === null ? null : `newsletter:${newsletter}`,
    newsletter: from,
  })
  await suppress(req, crm, subscriber.email, 'unsubscribed')
  await cancelWaitingNewsletters(req, crm, subscriber.id)
  return hash
}

async function existing(req: PayloadRequest, crm: Crm, newsletter: Id | null): Promise<Id | null> {
  if (newsletter === null || !isUsableId(req, newsletter)) return null
  const { docs } = await req.payload.find({
    collection: crm.slugs.newsletters,
    where: { id: { equals: newsletter } },
    limit: 1,
    depth: 0,
    select: {},
    overrideAccess: true,
    req,
  })
  return docs[0]?.id ?? null
}
