import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { readEnvironment } from '../../src/config/environment.js'
import { de } from '../../src/i18n/de.js'
import { en } from '../../src/i18n/en.js'
import { formatMoney } from '../../src/i18n/format.js'
import { composeTransactional, messageIdOf } from '../../src/mail/message.js'
import { classify } from '../../src/mail/smtp/handOver.js'
import { renderOrderConfirmation } from '../../src/mail/templates/orderConfirmation.js'

const complete = {
  DATABASE_URL: 'postgres://u:geheim@db/crm',
  PAYLOAD_SECRET: 'geheim',
  SERVER_URL: 'https://crm.example.com/',
  SMTP_URL: 'smtp://u:geheim@one.example:587, smtps://two.example',
  MAIL_FROM: 'Muster GmbH <info@example.com>',
}

describe('the environment', () => {
  it('is read', () => {
    const environment = readEnvironment(complete)
    expect(environment.smtpUrls).toHaveLength(2)
    expect(environment).toMatchObject({ serverUrl: 'https://crm.example.com', redisUrl: null })
  })
  it.each(Object.keys(complete))('names a missing %s', (name) => {
    expect(() => readEnvironment({ ...complete, [name]: '' })).toThrow(new RegExp(`${name} is missing`))
  })
  it.each([
    ['DATABASE_URL', 'mysql://geheim@db'],
    ['SERVER_URL', 'geheim'],
    ['REDIS_URL', 'http://geheim'],
    ['SMTP_URL', 'smtp://ok.example,geheim'],
    ['MAIL_FROM', 'geheim'],
  ])('names a malformed %s and does not repeat it', (name, value) => {
    const read = () => readEnvironment({ ...complete, [name]: value })
    expect(read).toThrow(new RegExp(name))
    expect(read).not.toThrow(/geheim/)
  })
})

describe('the texts', () => {
  type Tree = Record<string, Record<string, string>>
  const slots = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()
  it('are complete in both languages, with the same slots', () => {
    expect(Object.keys(en)).toEqual(Object.keys(de))
    for (const [section, entries] of Object.entries(de as Tree)) {
      const others = (en as Tree)[section] ?? {}
      expect(Object.keys(others).sort()).toEqual(Object.keys(entries).sort())
      for (const [key, text] of Object.entries(entries)) {
        expect(text.trim()).not.toBe('')
        expect(slots(others[key] ?? ''), key).toEqual(slots(text))
      }
    }
  })
  it('show money the way people write it', () => {
    expect([0, 5, 123456789, -1250].map((cents) => formatMoney(cents, 'de'))).toEqual([
      '0,00 €',
      '0,05 €',
      '1.234.567,89 €',
      '-12,50 €',
    ])
    expect(formatMoney(123456, 'en')).toBe('€1,234.56')
  })
})

describe('a mail', () => {
  it('has the same Message-ID whenever its row is sent', () => {
    const id = messageIdOf(17, 'order:17:confirmation:1', 'Muster <info@example.com>')
    expect(id).toMatch(/^<crm-17-[0-9a-f]{24}@example\.com>$/)
    expect(messageIdOf(17, 'order:17:confirmation:1', 'info@example.com')).toBe(id)
    expect(messageIdOf(18, 'order:17:confirmation:1', 'info@example.com')).not.toBe(id)
  })

  it('lets no name or subject add a header', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (noise) => {
        const evil = `x\r\nBcc: a@b.test\n${noise}`
        const mail = { subject: evil, html: '<p>a</p>', text: 'a', messageId: '<a@b.test>' }
        const raw = await composeTransactional(mail, {
          from: `"${evil.replace(/["\\\r\n]/g, '')}" <a@b.test>`,
          to: 'c@d.test',
        })
        const parsed = await simpleParser(raw)
        expect(parsed.headers.has('bcc')).toBe(false)
        expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
      }),
      { numRuns: 100 },
    )
  })

  it.each<[string, { code?: string; responseCode?: number }, boolean, string]>([
    ['4xx', { responseCode: 451 }, true, 'deferred'],
    ['5xx', { responseCode: 550 }, true, 'failed'],
    ['broken before the end', {}, false, 'unreachable'],
    ['broken after the end', {}, true, 'unknown'],
    ['no envelope', { code: 'EENVELOPE' }, false, 'failed'],
  ])('%s', (_, error, handedOver, state) => {
    expect(classify(Object.assign(new Error('x'), error), handedOver).state).toBe(state)
  })

  it('escapes whatever people are called', () => {
    fc.assert(
      fc.property(fc.string(), (noise) => {
        const evil = `<script>"${noise}'&</script>`
        const { html } = renderOrderConfirmation(
          {
            number: '1',
            name: evil,
            description: evil,
            priceMode: 'net',
            lines: [
              { name: evil, sku: evil, unit: evil, quantity: 1, unitPrice: 100, taxRate: 19, total: 100 },
            ],
            totals: {
              subtotal: 100,
              discount: 0,
              net: 100,
              tax: 19,
              gross: 119,
              taxes: [{ rate: 19, net: 100, tax: 19 }],
            },
            confirmation: {
              company: evil,
              recipient: { firstName: evil, lastName: evil },
              address: { street: evil, city: evil },
            },
          },
          { company: { name: evil }, mailTexts: { de: { orderConfirmation: { intro: evil } } } },
          'de',
          'Europe/Berlin',
        )
        expect(html).not.toContain('<script')
        expect(html).toContain('1,19 €')
      }),
    )
  })
})
