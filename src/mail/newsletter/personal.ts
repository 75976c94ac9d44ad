import type { SlotValues } from '../../domain/personalFields.js'
import { translate, type Language } from '../../i18n/translate.js'
import { joined } from '../templates/letterhead.js'

/** Who gets a mail, as the claim of its row reads it. */
export interface Recipient {
  email: string
  salutation?: string | null
  firstName?: string | null
  lastName?: string | null
  company?: string | null
}

/** What stands in the slots of one recipient's mail. */
export function slotValues(
  recipient: Recipient,
  links: { unsubscribeUrl: string; preferencesUrl: string },
  language: Language,
): SlotValues {
  const { firstName, lastName, salutation } = recipient
  const key = salutation === 'ms' ? 'greetingMs' : salutation === 'mr' ? 'greetingMr' : null
  const fullName = joined([firstName, lastName], ' ')
  const formalGreeting =
    key && lastName
      ? translate(language, `mail:${key}`, { name: lastName })
      : fullName
        ? translate(language, 'mail:greeting', { name: fullName })
        : translate(language, 'mail:greetingNobody')
  return {
    firstName: firstName ?? null,
    lastName: lastName ?? null,
    fullName: fullName || null,
    company: recipient.company ?? null,
    email: recipient.email,
    formalGreeting,
    ...links,
  }
}
