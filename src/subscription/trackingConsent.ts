import type { PayloadRequest } from 'payload'
import type { Crm } from '../config/resolve.js'
import { trackingWording } from '../mail/consentWording.js'
import { forgetReactions } from '../mail/newsletter/reactions.js'
import { readSettings, type CrmSettings } from '../mail/settings.js'
import { consentsOf, recordConsent } from './recordConsent.js'
import { updateSubscriber, type Subscriber } from './subscriber.js'

/** Whether people are asked for it at all. */
export const asksForTracking = (settings: CrmSettings): boolean =>
  settings.newsletter?.tracking === 'consented'

/**
 * Takes over whether openings and clicks of a person may be looked at, in the request's transaction. It is a consent of its
 * own, with its own words and evidence. When it is withdrawn, what it was given for is deleted.
 *
 * @param subscriber locked
 * @returns the hash of the evidence, `null` when nothing changed
 */
export async function setTrackingConsent(
  req: PayloadRequest,
  crm: Crm,
  subscriber: Subscriber,
  { allowed, ip }: { allowed: boolean; ip: string | null },
): Promise<string | null> {
  const settings = await readSettings(req.payload, crm, req)
  const has = Boolean(subscriber.trackingConsentAt)
  if (allowed === has || (allowed && !asksForTracking(settings))) return null
  const now = new Date().toISOString()
  await updateSubscriber(req, crm, subscriber.id, { trackingConsentAt: allowed ? now : null })
  const { email, id, language } = subscriber
  if (!allowed) {
    await forgetReactions(req, crm, { subscriber: id })
    const withdrawn = { kind: 'trackingWithdrawn', email, revokedAt: now, revokeIp: ip } as const
    return (await recordConsent(req, crm, id, withdrawn)).hash
  }
  const rows = await consentsOf(req.payload, crm, id, req)
  const asked = rows.findLast((row) => row.kind === 'trackingRequested' || row.kind === 'trackingWithdrawn')
  const request = asked?.kind === 'trackingRequested' ? asked : null
  const words = trackingWording(settings, language)
  const { hash } = await recordConsent(req, crm, id, {
    kind: 'trackingAllowed',
    email,
    text: request?.text ?? words.text,
    textVersion: request?.textVersion ?? words.version,
    requestedAt: request?.requestedAt,
    requestIp: request?.requestIp,
    requestUrl: request?.requestUrl,
    confirmedAt: now,
    confirmIp: ip,
  })
  return hash
}
