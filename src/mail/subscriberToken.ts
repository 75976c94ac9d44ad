import { createHmac, timingSafeEqual } from 'node:crypto'

export type TokenPurpose = 'unsubscribe' | 'preferences' | 'confirm'

/** 120 bits: more than anybody can guess, short enough for a link. */
const signatureBytes = 15

/**
 * A link's token for one subscriber and one purpose. It says who is meant and is signed, so it needs no row and never
 * expires (RFC 8058: an unsubscribe link works for ever).
 *
 * @param newsletterId the newsletter whose link it is, so that an unsubscription can be counted there
 */
export function signSubscriberToken(
  secret: string,
  purpose: TokenPurpose,
  subscriberId: string | number,
  newsletterId?: string | number,
): string {
  const subject = Buffer.from(`${subscriberId}~${newsletterId ?? ''}`).toString('base64url')
  return `${subject}.${signature(secret, purpose, subject).toString('base64url')}`
}

/** @returns whose token it is, `null` for one that we did not sign for this purpose */
export function readSubscriberToken(
  secret: string,
  purpose: TokenPurpose,
  token: string,
): { subscriberId: string; newsletterId: string | null } | null {
  const [subject = '', given = '', ...rest] = token.split('.')
  const expected = signature(secret, purpose, subject)
  const presented = Buffer.from(given, 'base64url')
  if (rest.length > 0 || presented.length !== expected.length || !timingSafeEqual(presented, expected))
    return null
  // Another spelling of the same bytes is not what we signed.
  if (presented.toString('base64url') !== given) return null
  const [subscriberId = '', newsletterId = ''] = Buffer.from(subject, 'base64url').toString('utf8').split('~')
  return subscriberId === '' ? null : { subscriberId, newsletterId: newsletterId || null }
}

function signature(secret: string, purpose: TokenPurpose, subject: string): Buffer {
  const hmac = createHmac('sha256', secret).update(`mozaikoo-crm:${purpose}:${subject}`)
  return hmac.digest().subarray(0, signatureBytes)
}
