import type { OrderTotals, PriceMode } from '../../domain/orderTotals.js'
import { formatDate, formatDecimal, formatMoney, formatPercent } from '../../i18n/format.js'
import { translate, type Language, type TextKey } from '../../i18n/translate.js'
import type { CrmSettings } from '../settings.js'
import { formalGreeting } from './greeting.js'
import { addressLines, companyLines, joined } from './letterhead.js'

type Text = string | null | undefined

/** A frozen order: everything the confirmation says, to the cent, and nothing that may still change. */
export interface ConfirmedOrder {
  number: string
  name: string
  description?: Text
  bookingDate?: Text
  confirmedAt?: Text
  priceMode: PriceMode
  lines: {
    name: string
    sku?: Text
    unit?: Text
    quantity: number
    unitPrice: number
    taxRate: number
    total: number
  }[]
  discount?: { type?: Text; percent?: number | null } | null
  totals: OrderTotals
  confirmation: {
    company?: Text
    customerNumber?: Text
    vatId?: Text
    address?: Record<string, Text> | null
    recipient?: { salutation?: Text; firstName?: Text; lastName?: Text } | null
    language?: Language | null
    /** Orders confirmed by an earlier version have none: theirs are today's. */
    letterhead?: Pick<CrmSettings, 'company' | 'bank' | 'mailTexts'> | null
  }
}

/** What a confirmation says, in words and formatted amounts; HTML and text show the same. */
export interface ConfirmationContent {
  name: string
  description: string | null
  greeting: string
  intro: string
  facts: [string, string][]
  address: string[]
  lines: { name: string; detail: string; quantity: string; unitPrice: string; total: string }[]
  sums: { label: string; amount: string; strong?: boolean }[]
  closing: string
  regards: string
  company: string[]
}

/** @param timeZone in which dates are shown */
export function confirmationContent(
  order: ConfirmedOrder,
  settings: CrmSettings,
  language: Language,
  timeZone: string,
): ConfirmationContent {
  const say = (key: TextKey, values?: Record<string, string>) => translate(language, key, values)
  const money = (cents: number) => formatMoney(cents, language)
  const { confirmation, discount, totals } = order
  const texts = settings.mailTexts?.[language]?.orderConfirmation
  const isNet = order.priceMode === 'net'

  const sums: ConfirmationContent['sums'] = [{ label: say('mail:subtotal'), amount: money(totals.subtotal) }]
  if (totals.discount > 0) {
    const percent = discount?.type === 'percent' ? formatDecimal(discount.percent ?? 0, language) : null
    const label = percent === null ? say('mail:discount') : say('mail:discountPercent', { percent })
    sums.push({ label, amount: money(-totals.discount) })
  }
  if (isNet) sums.push({ label: say('mail:net'), amount: money(totals.net) })
  const taxes = totals.taxes.map((share) => ({
    label: say(isNet ? 'mail:tax' : 'mail:taxContained', {
      rate: formatDecimal(share.rate, language),
      net: money(share.net),
    }),
    amount: money(share.tax),
  }))
  const gross = { label: say('mail:gross'), amount: money(totals.gross), strong: true }
  sums.push(...(isNet ? [...taxes, gross] : [gross, ...taxes]))

  const facts: [string, Text][] = [
    [say('mail:number'), order.number],
    [say('mail:customerNumber'), confirmation.customerNumber],
    [say('mail:date'), order.bookingDate ? formatDate(order.bookingDate, language, timeZone) : null],
    [say('mail:yourVatId'), confirmation.vatId],
  ]
  return {
    name: order.name,
    description: order.description || null,
    greeting: formalGreeting(confirmation.recipient ?? {}, language) ?? say('mail:greetingNobody'),
    intro: texts?.intro || say('mail:confirmationIntro'),
    facts: facts.filter((fact): fact is [string, string] => Boolean(fact[1])),
    address: [
      confirmation.company ?? '',
      joined([confirmation.recipient?.firstName, confirmation.recipient?.lastName], ' '),
      ...addressLines(confirmation.address ?? {}, language, settings.company?.country),
    ].filter((line) => line !== ''),
    lines: order.lines.map((line) => ({
      name: line.name,
      detail: joined([line.sku, formatPercent(line.taxRate, language)], ' · '),
      quantity: joined(
        [formatDecimal(line.quantity, language), line.unit],
        /^\d/.test(line.unit ?? '') ? ' × ' : ' ',
      ),
      unitPrice: money(line.unitPrice),
      total: money(line.total),
    })),
    sums,
    closing: texts?.closing || say('mail:confirmationClosing'),
    regards: joined([say('mail:regards'), settings.company?.name], '\n'),
    company: companyLines(settings, language),
  }
}
