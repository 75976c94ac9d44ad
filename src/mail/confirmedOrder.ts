import type { Payload, PayloadRequest } from 'payload'
import type { Crm } from '../config/resolve.js'
import { readSettings, type CrmSettings } from './settings.js'
import type { ConfirmedOrder } from './templates/confirmationContent.js'

type Id = string | number

/** What the letterhead and the texts of a confirmation were when the order was confirmed. */
export type FrozenLetterhead = Pick<CrmSettings, 'company' | 'bank' | 'mailTexts'>

/** The part of the settings that a confirmation shows, to be kept with the order. */
export function letterheadOf(settings: CrmSettings, language: 'de' | 'en'): FrozenLetterhead {
  const texts = settings.mailTexts?.[language]?.orderConfirmation
  return {
    company: settings.company ?? {},
    bank: settings.bank ?? {},
    mailTexts: texts ? { [language]: { orderConfirmation: texts } } : {},
  }
}

/**
 * A confirmed order with everything its document says: mail and PDF are made from this, so they say the same, today and
 * in ten years.
 *
 * @param req when given, reads in the request's transaction
 */
export async function readConfirmedOrder(
  payload: Payload,
  crm: Crm,
  id: Id,
  req?: PayloadRequest,
): Promise<{ order: ConfirmedOrder; settings: CrmSettings; language: 'de' | 'en' }> {
  const order = (await payload.findByID({
    collection: crm.slugs.orders,
    id,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
    ...(req ? { req } : {}),
  })) as unknown as ConfirmedOrder
  const { language, letterhead } = order.confirmation
  const settings = await readSettings(payload, crm, req)
  return { order, settings: { ...settings, ...letterhead }, language: language ?? 'de' }
}
