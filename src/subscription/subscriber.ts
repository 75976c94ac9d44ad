import type { PayloadRequest } from 'payload'
import type { Crm } from '../config/resolve.js'
import { lockName } from '../database/namedLock.js'
import { lockRows } from '../database/rowLock.js'
import type { LegalBasis, SubscriberStatus } from '../domain/consent.js'
import type { Language } from '../i18n/translate.js'

export type Id = string | number

/** A subscriber as the workflows see it, relations by their id. */
export interface Subscriber {
  id: Id
  email: string
  salutation?: 'ms' | 'mr' | 'neutral' | null
  firstName?: string | null
  lastName?: string | null
  language: Language
  customer?: Id | null
  lists?: Id[] | null
  requestedLists?: Id[] | null
  status: SubscriberStatus
  legalBasis?: LegalBasis | null
  requestedAt?: string | null
  confirmedAt?: string | null
  unsubscribedAt?: string | null
  softBounces?: number | null
  /** Since when openings and clicks may be looked at. */
  trackingConsentAt?: string | null
  requestedTracking?: boolean | null
}

/** Whether a document can have this id; for others the database would answer with an error of its own. */
export function isUsableId(req: Pick<PayloadRequest, 'payload'>, id: unknown): id is Id {
  return req.payload.db.defaultIDType === 'number'
    ? /^\d{1,9}$/.test(String(id))
    : /^[\w-]{1,64}$/.test(String(id))
}

/** Locks the subscriber's row and reads it, in the request's transaction; `null` when there is none. */
export async function lockedSubscriber(req: PayloadRequest, crm: Crm, id: Id): Promise<Subscriber | null> {
  if (!isUsableId(req, id)) return null
  await lockRows(req, crm.slugs.subscribers, [id])
  return readSubscriber(req, crm, id)
}

/**
 * The same behind the lock on the address, for work that asks for that lock later: a sign-up, a bounce or an entry by hand
 * takes the address first and the row second, and two who take them crosswise wait for each other.
 */
export async function lockedBehindAddress(req: PayloadRequest, crm: Crm, id: Id): Promise<Subscriber | null> {
  const known = await readSubscriber(req, crm, id)
  if (!known) return null
  await lockName(req, `subscriber:${known.email}`)
  return lockedSubscriber(req, crm, id)
}

/** The subscriber as it is stored, in the request's transaction if it has one; `null` when there is none. */
export async function readSubscriber(req: PayloadRequest, crm: Crm, id: Id): Promise<Subscriber | null> {
  if (!isUsableId(req, id)) return null
  return (await req.payload.findByID({
    collection: crm.slugs.subscribers,
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })) as unknown as Subscriber | null
}

/** Writes fields that only the workflows set. */
export async function updateSubscriber(
  req: PayloadRequest,
  crm: Crm,
  id: Id,
  data: Partial<Omit<Subscriber, 'id'>> & Record<string, unknown>,
): Promise<void> {
  await req.payload.update({
    collection: crm.slugs.subscribers,
    id,
    data,
    depth: 0,
    overrideAccess: true,
    req,
  })
}
