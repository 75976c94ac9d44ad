import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDecimal, formatMoney } from '../../src/i18n/format.js'
import type { CrmSettings } from '../../src/mail/settings.js'
import { renderOrderConfirmation, type ConfirmedOrder } from '../../src/mail/templates/orderConfirmation.js'

const settings: CrmSettings = {
  company: {
    name: 'Muster GmbH',
    street: 'Hauptstr. 1',
    city: 'Berlin',
    vatId: 'DE136695976',
    country: 'DE',
  },
  bank: { iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' },
}
/** The totals are on purpose not what the lines add up to: a confirmation shows what is stored. */
const order: ConfirmedOrder = {
  number: 'AB-2026-00007',
  name: 'Büroausstattung',
  bookingDate: '2026-12-31T23:30:00Z',
  priceMode: 'net',
  lines: [
    { name: 'Tisch', sku: 'T-1', unit: 'Stück', quantity: 2, unitPrice: 123456, taxRate: 19, total: 246912 },
    { name: 'Kabel', sku: 'K-2', unit: 'm', quantity: 1.005, unitPrice: 100, taxRate: 5.5, total: 101 },
  ],
  discount: { type: 'percent', percent: 12.5 },
  totals: {
    subtotal: 300001,
    discount: 40002,
    net: 500003,
    tax: 60004,
    gross: 700005,
    taxes: [
      { rate: 19, net: 800006, tax: 90007 },
      { rate: 5.5, net: 110008, tax: 120009 },
    ],
  },
  confirmation: {
    company: 'Kunde & Söhne',
    customerNumber: 'K-17',
    vatId: 'ATU13585627',
    address: { street: 'Ring 1', postalCode: '1010', city: 'Wien', country: 'AT' },
    recipient: { salutation: 'ms', firstName: 'Anna', lastName: 'Berger' },
  },
}
const berlin = 'Europe/Berlin'
const unescaped = (html: string) => html.replaceAll('&amp;', '&').replaceAll('&#39;', "'")

describe.each(['de', 'en'] as const)('a confirmation in %s', (language) => {
  const money = (cents: number) => formatMoney(cents, language)
  const rendered = renderOrderConfirmation(order, settings, language, berlin)
  const parts = [rendered.text, unescaped(rendered.html)]

  it('shows every line with quantity, price, rate and total', () => {
    for (const part of parts)
      for (const line of order.lines) {
        expect(part).toContain(line.name)
        expect(part).toContain(line.sku)
        expect(part).toContain(`${formatDecimal(line.quantity, language)} ${line.unit}`)
        expect(part).toContain(money(line.unitPrice))
        expect(part).toContain(money(line.total))
      }
  })

  it('shows the totals as they are stored, with the tax of each rate, in both parts', () => {
    const { discount, gross, net, subtotal, taxes } = order.totals
    const shares = taxes.flatMap((share) => [share.net, share.tax])
    for (const part of parts) {
      for (const cents of [subtotal, -discount, net, gross, ...shares]) expect(part).toContain(money(cents))
      for (const rate of [12.5, 19, 5.5])
        expect(part.replace(/\s%/g, '%')).toContain(`${formatDecimal(rate, language)}%`)
    }
  })

  it('shows number, date, customer, address and the letterhead in both parts', () => {
    const day = language === 'de' ? '01.01.2027' : '01/01/2027'
    const country = language === 'de' ? 'Österreich' : 'Austria'
    const iban = 'DE89 3704 0044 0532 0130 00'
    for (const part of parts)
      for (const text of [
        order.number,
        order.name,
        day,
        country,
        iban,
        'Kunde & Söhne',
        'K-17',
        'ATU13585627',
      ])
        expect(part).toContain(text)
  })

  it('leaves no slot open and shows nothing that is missing', () => {
    const bare = { ...order, bookingDate: null, discount: null, confirmation: {}, lines: [] }
    const empty = renderOrderConfirmation(bare, {}, language, berlin)
    for (const part of [...parts, empty.html, empty.text])
      expect(part).not.toMatch(/\{\{|\bundefined\b|\bnull\b|\bNaN\b|\[object|\bfalse\b/)
  })
})

describe('a confirmation', () => {
  it('greets the recipient by salutation and name, or nobody in particular', () => {
    const greeting = (recipient: ConfirmedOrder['confirmation']['recipient']) =>
      renderOrderConfirmation({ ...order, confirmation: { recipient } }, settings, 'de', berlin).text
    expect(greeting({ salutation: 'ms', lastName: 'Berger' })).toContain('Sehr geehrte Frau Berger,')
    expect(greeting({ salutation: 'mr', lastName: 'Berger' })).toContain('Sehr geehrter Herr Berger,')
    expect(greeting({ firstName: 'Anna', lastName: 'Berger' })).toContain('Guten Tag Anna Berger,')
    expect(greeting(null)).toContain('Guten Tag,')
  })

  it('has no line for a discount that is not there', () => {
    const totals = { ...order.totals, discount: 0 }
    const { text } = renderOrderConfirmation({ ...order, totals }, settings, 'de', berlin)
    expect(text).not.toContain('Rabatt')
  })

  it('says in gross mode that the tax is contained', () => {
    const { html, text } = renderOrderConfirmation({ ...order, priceMode: 'gross' }, settings, 'de', berlin)
    for (const part of [html, text]) {
      expect(part).toContain('enthält 19 % USt. auf')
      expect(part).not.toContain('zzgl.')
    }
  })

  it('never shows a hostile name raw in its HTML, wherever the name is', () => {
    const nasty = fc
      .string({
        unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', '/', ' ', 'é'),
        minLength: 1,
        maxLength: 12,
      })
      .filter((text) => /[<>&"']/.test(text))
    fc.assert(
      fc.property(nasty, fc.nat(), (text, salt) => {
        const evil = `x${salt}y${text}z${salt}`
        const { html } = renderOrderConfirmation(hostile(evil), hostileSettings(evil), 'de', berlin)
        expect(html).not.toContain(evil)
        const shown = html.split(`x${salt}y`).slice(1)
        expect(shown.length).toBeGreaterThanOrEqual(12)
        for (const rest of shown) {
          const inside = rest.slice(0, rest.indexOf(`z${salt}`))
          expect(inside.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[<>&"']/)
        }
      }),
      { numRuns: 200 },
    )
  })
})

function hostile(evil: string): ConfirmedOrder {
  const line = { name: evil, sku: evil, unit: evil, quantity: 1, unitPrice: 1, taxRate: 19, total: 1 }
  const address = { street: evil, postalCode: evil, city: evil, region: evil, country: evil }
  const recipient = { salutation: 'mr', firstName: evil, lastName: evil }
  const confirmation = { company: evil, customerNumber: evil, vatId: evil, address, recipient }
  return { ...order, number: evil, name: evil, description: evil, lines: [line], confirmation }
}

function hostileSettings(evil: string): CrmSettings {
  return {
    company: { name: evil, street: evil, city: evil, phone: evil, registerCourt: evil, taxNumber: evil },
    bank: { accountHolder: evil, iban: evil, bic: evil },
    mailTexts: { de: { orderConfirmation: { intro: evil, closing: evil } } },
  }
}
