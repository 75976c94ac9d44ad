export const subscriberStatuses = ['pending', 'confirmed', 'unsubscribed', 'bounced', 'complained'] as const
export type SubscriberStatus = (typeof subscriberStatuses)[number]

/**
 * Why a person may be written to. `doubleOptIn`: asked for it and confirmed by the link in a mail. `declared`: a member of
 * staff answers for a consent that was given elsewhere. `existingCustomer`: §7(3) UWG, own similar goods, the address from
 * a sale, the right to object named when it was collected and in every mail.
 */
export const legalBases = ['doubleOptIn', 'declared', 'existingCustomer'] as const
export type LegalBasis = (typeof legalBases)[number]

/** What a row of the evidence tells. */
export const consentKinds = [
  'requested',
  'confirmed',
  'declared',
  'existingCustomer',
  'changed',
  'revoked',
  'bounced',
  'complained',
  'trackingRequested',
  'trackingAllowed',
  'trackingWithdrawn',
] as const
export type ConsentKind = (typeof consentKinds)[number]

/** Why an address is never mailed again. `manual`: somebody asked for it, subscriber or not, and a member of staff entered it. */
export const suppressionReasons = ['unsubscribed', 'bounced', 'complained', 'manual'] as const
export type SuppressionReason = (typeof suppressionReasons)[number]

/**
 * Whether a sign-up may send its check mail to an address that is suppressed for this reason. Who only unsubscribed can come
 * back; anybody can type the address of somebody who never wants to hear from us.
 */
export function mayAskAgain(reason: SuppressionReason | null): boolean {
  return reason !== 'complained' && reason !== 'manual'
}

/** Why somebody cannot be selected for a newsletter; each has a sentence (`i18n`, section `consent`). */
export const exclusionReasons = [
  'unsubscribed',
  'bounced',
  'complained',
  'pending',
  'noBasis',
  'noOrder',
  'suppressed',
] as const
export type ExclusionReason = (typeof exclusionReasons)[number]

export interface Mailability {
  status: SubscriberStatus
  legalBasis: LegalBasis | null
  /** Whether the person's customer has a confirmed order. */
  hasConfirmedOrder: boolean
  /** Whether the address is on the list of those who are never mailed again. */
  suppressed: boolean
}

/**
 * Whether a person may get a newsletter, and on what basis. `src/database/mailable.ts` says the same in SQL.
 *
 * @returns the basis, or the first reason against
 */
export function legalBasis(
  person: Mailability,
): { basis: LegalBasis; reason: null } | { basis: null; reason: ExclusionReason } {
  const against = (reason: ExclusionReason) => ({ basis: null, reason })
  if (person.status !== 'confirmed') return against(person.status)
  if (person.legalBasis === null) return against('noBasis')
  if (person.legalBasis === 'existingCustomer' && !person.hasConfirmedOrder) return against('noOrder')
  if (person.suppressed) return against('suppressed')
  return { basis: person.legalBasis, reason: null }
}
