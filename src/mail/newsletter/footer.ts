import { slot } from '../../domain/personalFields.js'
import { translate, type Language } from '../../i18n/translate.js'
import type { CrmSettings } from '../settings.js'
import type { NewsletterInput } from './newsletterInput.js'
import { companyLines } from '../templates/letterhead.js'

export interface Footer {
  /** A sentence of the house, one entry a line. */
  note: string[]
  /** Why somebody gets this mail; a slot, because the reason is a personal one. Empty where nobody in particular reads. */
  reason: string
  links: { label: string; href: string }[]
  /** The Impressum (§5 DDG), one statement a line. A bank account is no part of it. */
  company: string[]
}

export function footerOf(
  { isPublic, settings }: Pick<NewsletterInput, 'isPublic' | 'settings'>,
  language: Language,
): Footer {
  return {
    note: (settings.newsletter?.[language]?.footer ?? '').split('\n').filter((line) => line.trim() !== ''),
    reason: isPublic ? '' : slot('legalNotice', translate(language, 'newsletter:reason')),
    links: isPublic
      ? []
      : [
          { label: translate(language, 'newsletter:unsubscribe'), href: slot('unsubscribeUrl') },
          { label: translate(language, 'newsletter:preferences'), href: slot('preferencesUrl') },
        ],
    company: companyLines({ ...settings, bank: {} }, language),
  }
}

/** Whether the particulars of the sender are complete enough to name him: who and where. */
export function hasImpressum(settings: CrmSettings): boolean {
  const { city, name, postalCode, street } = settings.company ?? {}
  return [name, street, postalCode, city].every((part) => (part ?? '').trim() !== '')
}
