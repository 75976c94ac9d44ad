import type { Payload, PayloadRequest } from 'payload'
import type { Crm } from '../config/resolve.js'
import type { RegistrationMode } from '../domain/accountLife.js'
import type { PriceMode } from '../domain/orderTotals.js'
import type { TrackingMode } from '../domain/tracking.js'
import type { MailKind } from './mailRow.js'

type Text = string | null | undefined

/** What replaces the standard texts of a kind of mail. */
export interface MailTexts {
  subject?: Text
  intro?: Text
  closing?: Text
}

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
  accounts?: {
    registration?: RegistrationMode | null
    /** Who is told of registrations that wait for approval. */
    approvalEmail?: Text
    approvalLanguage?: 'de' | 'en' | null
    linkTemplate?: Text
    confirmOrders?: boolean | null
  }
  subscription?: {
    purgeDays?: number | null
    softBounceLimit?: number | null
    evidenceYears?: number | null
  } & Partial<
    Record<'de' | 'en', { consentText?: Text; trackingText?: Text; existingCustomerNotice?: Text } | null>
  >
  newsletter?: {
    logo?: string | number | null
    /** `#rrggbb` */
    accent?: Text
    dkimSelector?: Text
    checkLinks?: boolean | null
    tracking?: TrackingMode | null
    de?: { footer?: Text } | null
    en?: { footer?: Text } | null
  }
  mailTexts?: Partial<Record<'de' | 'en', Partial<Record<MailKind, MailTexts>> | null>>
}

/**
 * @param req when given, reads in the request's transaction
 * @param only reads this part alone: the settings are long, and many writes need one word of them
 */
export async function readSettings(
  payload: Payload,
  crm: Crm,
  req?: PayloadRequest,
  only?: keyof CrmSettings,
): Promise<CrmSettings> {
  const settings: unknown = await payload.findGlobal({
    slug: crm.slugs.settings,
    depth: 0,
    overrideAccess: true,
    ...(only ? { select: { [only]: true } } : {}),
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
