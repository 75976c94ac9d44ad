import type { Payload } from 'payload'
import { publicApiUrl } from '../../config/publicUrl.js'
import type { Crm } from '../../config/resolve.js'
import type { Language } from '../../i18n/translate.js'
import { fillNewsletter } from './fillNewsletter.js'
import { loadNewsletterInput, type NewsletterDocument } from './loadInput.js'
import type { RenderedNewsletter } from './newsletterInput.js'
import { personalValues, type Recipient } from './personalValues.js'
import { renderNewsletter } from './render.js'

type Id = string | number

export interface TrialRecipient extends Recipient {
  language?: Language | null
}

/** Somebody as the letter would address them; `null` when there is no such subscriber. */
export async function loadRecipient(
  payload: Payload,
  crm: Crm,
  subscriber: Id,
): Promise<TrialRecipient | null> {
  if (payload.db.defaultIDType === 'number' && !/^\d{1,9}$/.test(String(subscriber))) return null
  const found = (await payload.findByID({
    collection: crm.slugs.subscribers,
    id: subscriber,
    depth: 1,
    overrideAccess: true,
    disableErrors: true,
  })) as (TrialRecipient & { customer?: { company?: string | null } | Id | null }) | null
  if (!found) return null
  const company = typeof found.customer === 'object' ? (found.customer?.company ?? null) : null
  return { ...found, company }
}

/**
 * The letter as one person would read it, for previews and test mails. The links of the footer lead nowhere: nobody is
 * unsubscribed by trying them.
 */
export async function renderTrial(
  payload: Payload,
  crm: Crm,
  newsletter: NewsletterDocument,
  recipient: TrialRecipient,
  language: Language,
): Promise<RenderedNewsletter> {
  const input = await loadNewsletterInput(payload, crm, newsletter)
  const links = {
    unsubscribeUrl: publicApiUrl(payload, '/newsletter/unsubscribe/preview'),
    preferencesUrl: publicApiUrl(payload, '/newsletter/preferences/preview'),
  }
  return fillNewsletter(renderNewsletter(input, language), personalValues(recipient, links, language))
}
