import type { Language } from '../../i18n/translate.js'
import type { CrmSettings } from '../settings.js'
import { confirmationContent, type ConfirmedOrder } from './confirmationContent.js'
import { confirmationHtml } from './confirmationHtml.js'
import { confirmationText } from './confirmationText.js'

export type { ConfirmedOrder }

/**
 * The confirmation of an order as HTML and as text, both from the same content.
 *
 * @param timeZone in which dates are shown
 */
export function renderOrderConfirmation(
  order: ConfirmedOrder,
  settings: CrmSettings,
  language: Language,
  timeZone: string,
): { html: string; text: string } {
  const content = confirmationContent(order, settings, language, timeZone)
  return {
    html: confirmationHtml(content, order, language).source,
    text: confirmationText(content, order, language),
  }
}
