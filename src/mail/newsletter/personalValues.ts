import type { SlotValues } from '../../domain/personalFields.js'
import type { Language } from '../../i18n/translate.js'
import { formalGreeting, informalGreeting, type Addressee } from '../templates/greeting.js'
import { joined } from '../templates/letterhead.js'

export interface Recipient extends Addressee {
  email?: string | null
  /** Of the customer the subscriber belongs to. */
  company?: string | null
}

/** What the letter's own pages are for one recipient. */
export interface RecipientLinks {
  unsubscribeUrl: string
  preferencesUrl: string
  legalNotice?: string | null
  trackingToken?: string | null
}

/** What stands in the slots of one recipient's mail. */
export function personalValues(recipient: Recipient, links: RecipientLinks, language: Language): SlotValues {
  return {
    firstName: recipient.firstName ?? null,
    lastName: recipient.lastName ?? null,
    fullName: joined([recipient.firstName, recipient.lastName], ' ') || null,
    company: recipient.company ?? null,
    email: recipient.email ?? null,
    formalGreeting: formalGreeting(recipient, language),
    informalGreeting: informalGreeting(recipient, language),
    unsubscribeUrl: links.unsubscribeUrl,
    preferencesUrl: links.preferencesUrl,
    legalNotice: links.legalNotice ?? null,
    trackingToken: links.trackingToken ?? null,
  }
}
