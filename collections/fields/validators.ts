import type { FieldHook, PayloadRequest } from 'payload'
import { isBic, isIban, normalizeBic, normalizeIban } from '../../src/domain/bankDetails.js'
import { countryCodes } from '../../src/domain/country.js'
import { isEmailAddress, normalizeEmail, subscriberAddress } from '../../src/domain/emailAddress.js'
import type { MessageKey } from '../../src/domain/messageKey.js'
import { isVatId, normalizeVatId } from '../../src/domain/vatId.js'
import { say } from '../../src/i18n/translate.js'

type Check = (value: unknown) => MessageKey | null

/** Makes a rule of the domain a validator of Payload, in the request's language. */
export function validateWith(check: Check) {
  return (value: unknown, { req }: { req: PayloadRequest }): string | true => {
    const message = check(value)
    return message ? say(req, `error:${message}`) : true
  }
}

/** Rewrites a text before it is validated; anything that is not a text passes, for the validator to refuse. */
export function normalizeWith(normalize: (value: string) => string): FieldHook {
  return ({ value }) => (typeof value === 'string' ? normalize(value) : (value as unknown))
}

const optional =
  (isValid: (value: string) => boolean, message: MessageKey): Check =>
  (value) =>
    value === null || value === undefined || value === '' || (typeof value === 'string' && isValid(value))
      ? null
      : message

const upperCase = (value: string) => value.trim().toUpperCase()

export const notBlank: Check = (value) => (typeof value === 'string' && value.trim() !== '' ? null : 'blank')

/** How a kind of text is brought into form and checked. */
export const textRules = {
  bic: { normalize: normalizeBic, check: optional(isBic, 'bic') },
  country: { normalize: upperCase, check: optional((value) => countryCodes.includes(value), 'country') },
  email: { normalize: normalizeEmail, check: optional(isEmailAddress, 'email') },
  subscriber: { normalize: subscriberAddress, check: optional(isEmailAddress, 'email') },
  iban: { normalize: normalizeIban, check: optional(isIban, 'iban') },
  vatId: { normalize: normalizeVatId, check: optional(isVatId, 'vatId') },
} satisfies Record<string, { normalize: (value: string) => string; check: Check }>
