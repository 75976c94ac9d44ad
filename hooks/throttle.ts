import type { PayloadRequest } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { countHit } from '../src/database/rateLimit.js'
import { clientAddress, clientNetwork } from '../src/domain/clientAddress.js'
import { Refusal } from '../src/i18n/refusal.js'
import { say } from '../src/i18n/translate.js'

/** What a stranger may do only so often. */
export type ThrottledAction = 'login' | 'register' | 'forgotPassword' | 'subscribe'

/** All clients together, when there is no way to tell them apart. */
const sharedFactor = 20

/** @throws Refusal 429 with `Retry-After` when the client's network address has done this too often */
export async function throttleAddress(
  req: PayloadRequest,
  crm: Crm,
  action: ThrottledAction | 'token',
): Promise<void> {
  // The host's own code on the Local API is not a client.
  if (req.payloadAPI === 'local') return
  const address = clientAddress(req.headers.get('x-forwarded-for'), crm.trustedProxyHops)
  const limit = crm.limits[`${action}Address`]
  const hit = address
    ? await countHit(req.payload, crm, `${action}:address:${clientNetwork(address)}`, limit)
    : await countHit(req.payload, crm, `${action}:shared`, { ...limit, max: limit.max * sharedFactor })
  if (!hit.allowed) refuse(req, hit.retryAfter)
}

/**
 * Counts by network address and by e-mail address. An unknown e-mail address is counted like a known one.
 *
 * @throws Refusal 429 with `Retry-After`
 */
export async function throttle(
  req: PayloadRequest,
  crm: Crm,
  action: ThrottledAction,
  email: string,
): Promise<void> {
  await throttleAddress(req, crm, action)
  const hit = await countHit(req.payload, crm, accountKey(action, email), crm.limits[`${action}Account`])
  if (!hit.allowed) refuse(req, hit.retryAfter)
}

/**
 * Counts by e-mail address where the answer must not tell: whoever asks too often gets the same one, and nothing happens.
 *
 * @returns whether it may happen
 */
export async function isWithinLimit(
  req: PayloadRequest,
  crm: Crm,
  action: ThrottledAction,
  email: string,
): Promise<boolean> {
  const hit = await countHit(req.payload, crm, accountKey(action, email), crm.limits[`${action}Account`])
  return hit.allowed
}

/** The key under which an e-mail address is counted. */
export function accountKey(action: string, email: string): string {
  return `${action}:account:${email.trim().toLowerCase()}`
}

/** @throws Refusal 429, always */
export function refuse(req: PayloadRequest, retryAfter: number): never {
  const headers = new Headers(req.responseHeaders)
  headers.set('Retry-After', String(retryAfter))
  req.responseHeaders = headers
  throw new Refusal(say(req, 'account:tooMany', { seconds: retryAfter }), 429, { retryAfter })
}
