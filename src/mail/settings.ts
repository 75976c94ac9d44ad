import type { Payload, PayloadRequest } from 'payload'
import type { Crm } from '../config/resolve.js'
import type { PriceMode } from '../domain/orderTotals.js'

type Text = string | null | undefined

/** The global `crm-settings` as mails and hooks read it; every part may still be empty. */
export interface CrmSettings {
  sender?: { name?: Text; email?: Text; replyTo?: Text }
  company?: Partial<
    Record<
      | 'name'
      | 'street'
      | 'postalCode'
      | 'city'
      | 'region'
      | 'country'
      | 'phone'
      | 'email'
      | 'website'
      | 'managingDirectors'
      | 'registerCourt'
      | 'registerNumber'
      | 'vatId'
      | 'taxNumber',
      Text
    >
  >
  bank?: { accountHolder?: Text; iban?: Text; bic?: Text; bankName?: Text }
  sending?: {
    preset?: Text
    perSecond?: number | null
    perMinute?: number | null
    perHour?: number | null
    perDay?: number | null
    canarySize?: number | null
    canaryPercent?: number | null
    bounceAddress?: Text
  }
  orders?: { numberFormat?: Text; priceMode?: PriceMode | null }
  mailTexts?: Partial<
    Record<'de' | 'en', { orderConfirmation?: { subject?: Text; intro?: Text; closing?: Text } } | null>
  >
}

/** @param req when given, reads in the request's transaction */
export async function readSettings(payload: Payload, crm: Crm, req?: PayloadRequest): Promise<CrmSettings> {
  const settings: unknown = await payload.findGlobal({
    slug: crm.slugs.settings,
    depth: 0,
    overrideAccess: true,
    ...(req ? { req } : {}),
  })
  return settings as CrmSettings
}

/** Who mails come from: what the settings name, else `MAIL_FROM`. */
export function senderOf(settings: CrmSettings, mailFrom: string): { from: string; replyTo: string | null } {
  const { email, name, replyTo } = settings.sender ?? {}
  const from = email ? (name ? `"${name.replace(/["\\\r\n]/g, '')}" <${email}>` : email) : mailFrom
  return { from, replyTo: replyTo || null }
}
