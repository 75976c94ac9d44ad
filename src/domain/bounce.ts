/** `hard`: the mailbox will never take mail; `soft`: not now; `complaint`: the person called it spam. */
export const bounceKinds = ['hard', 'soft', 'complaint'] as const
export type BounceKind = (typeof bounceKinds)[number]

/** What a report says about one recipient of one of our mails. */
export interface BounceReport {
  kind: BounceKind
  recipient: string | null
  /** Enhanced status code (RFC 3463), for example `5.1.1`. */
  statusCode: string | null
  diagnostic: string | null
  /** Where the mail may say which one it was: addresses the report was sent to or the mail came from. */
  addresses: string[]
  /** Message-IDs of the mail, with angle brackets. */
  messageIds: string[]
  /** What we called the mail in the envelope (RFC 3461, ENVID). */
  envelopeId: string | null
}

/**
 * Whether a failed delivery says that the mailbox will never take mail. A full mailbox (5.2.2), a mail that was too large
 * (5.2.3, 5.3.4) and a policy that refused this one (5.7.x) say nothing of that kind, although their class is permanent.
 *
 * @param statusCode enhanced status code (RFC 3463), or an SMTP reply such as `550`
 */
export function failureKind(statusCode: string | null): 'hard' | 'soft' {
  const code = statusCode ?? ''
  if (/^5\.(2\.[23]|3\.4|7\.\d+)$/.test(code)) return 'soft'
  return /^5/.test(code) ? 'hard' : 'soft'
}
