import { createHmac, timingSafeEqual } from 'node:crypto'

type Id = string | number

/** 120 bits, as in the other links of a mail. */
const signatureBytes = 15

/**
 * What stands in the pixel and the links of a counted letter. Without a subscriber it is the same for all recipients of the
 * newsletter, so nothing that is counted by it says whose it was.
 *
 * @param subscriber only of people who agreed to it
 */
export function signTrackingToken(secret: string, newsletter: Id, subscriber?: Id): string {
  const subject = Buffer.from(
    subscriber === undefined ? String(newsletter) : `${newsletter}~${subscriber}`,
  ).toString('base64url')
  return `${subject}.${signature(secret, subject)}`
}

/** @returns `null` for one that we did not sign */
export function readTrackingToken(
  secret: string,
  token: string,
): { newsletter: string; subscriber: string | null } | null {
  const [subject = '', given = '', ...rest] = token.split('.')
  const expected = Buffer.from(signature(secret, subject))
  const presented = Buffer.from(given)
  if (rest.length > 0 || presented.length !== expected.length || !timingSafeEqual(presented, expected))
    return null
  const [newsletter = '', subscriber = ''] = Buffer.from(subject, 'base64url').toString('utf8').split('~')
  return newsletter === '' ? null : { newsletter, subscriber: subscriber || null }
}

function signature(secret: string, subject: string): string {
  const hmac = createHmac('sha256', secret).update(`mozaikoo-crm:tracking:${subject}`)
  return hmac.digest().subarray(0, signatureBytes).toString('base64url')
}
