import type { Payload } from 'payload'
import { publicApiUrl } from '../../config/publicUrl.js'
import { fillSlots } from '../../domain/personalFields.js'
import type { Language } from '../../i18n/translate.js'
import { signTrackingToken } from '../trackingToken.js'
import type { Letter } from './compile.js'
import type { NewsletterInput } from './newsletterInput.js'
import { personalValues } from './personalValues.js'
import type { FrozenTracking } from './reactions.js'
import { recipientLinks } from './recipientLinks.js'
import { renderNewsletter } from './render.js'
import { renderCounted, webLinks } from './trackedLetter.js'

type Id = string | number

export interface OutgoingLetter {
  /** How openings and clicks are counted; null when they are not. */
  tracking: FrozenTracking | null
  /** `{{slots}}` stand where every recipient reads something else. */
  render: (language: Language) => Letter
}

/** The letter as it goes out: with a pixel and with links over our own pages where the settings want it counted. */
export function outgoingLetter(payload: Payload, input: NewsletterInput): OutgoingLetter {
  const mode = input.settings.newsletter?.tracking ?? 'off'
  if (mode === 'off') return { tracking: null, render: (language) => renderNewsletter(input, language) }
  const links = webLinks(input.blocks)
  const counted = {
    open: publicApiUrl(payload, '/newsletter/open'),
    click: publicApiUrl(payload, '/newsletter/click'),
  }
  return { tracking: { mode, links }, render: (language) => renderCounted(input, language, links, counted) }
}

/**
 * @param newsletter whose links they are
 * @returns the HTML with the longest links that anybody gets; names add too little to be counted
 */
export function longestHtml(
  payload: Payload,
  newsletter: Id,
  letter: OutgoingLetter,
  language: Language,
): string {
  const subscriber = payload.db.defaultIDType === 'number' ? 2 ** 31 - 1 : '0'.repeat(36)
  const links = {
    ...recipientLinks(payload, newsletter)(subscriber),
    trackingToken: signTrackingToken(payload.secret, newsletter, subscriber),
  }
  return fillSlots(letter.render(language).html, personalValues({}, links, language), 'html')
}
