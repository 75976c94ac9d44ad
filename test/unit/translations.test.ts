import { describe, expect, it } from 'vitest'
import type { MessageKey } from '../../src/domain/messageKey.js'
import { de } from '../../src/i18n/de.js'
import { en } from '../../src/i18n/en.js'
import { registerTranslations } from '../../src/i18n/register.js'
import { translate } from '../../src/i18n/translate.js'

type Sections = Record<string, Record<string, string>>
const flat = (texts: Sections): Map<string, string> =>
  new Map(
    Object.entries(texts).flatMap(([section, entries]) =>
      Object.entries(entries).map(([name, text]): [string, string] => [`${section}:${name}`, text]),
    ),
  )
const german = flat(de)
const english = flat(en)
const slotsOf = (text = '') => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

/** The compiler keeps this list complete. */
const messageKeys: Record<MessageKey, true> = {
  blank: true,
  bic: true,
  country: true,
  email: true,
  iban: true,
  vatId: true,
  webhookSecret: true,
  webhookUrl: true,
  priceNotCents: true,
  priceNegative: true,
  taxRate: true,
  quantityPositive: true,
  quantityDecimals: true,
  percentRange: true,
  amountNegative: true,
  totalTooLarge: true,
  productUnknown: true,
  productInactive: true,
  orderFrozen: true,
  orderEmpty: true,
  transition: true,
  transitionRole: true,
  numberFormat: true,
  linkTemplate: true,
  addressBound: true,
  alreadySuppressed: true,
  audienceCriterion: true,
  audienceValue: true,
  audienceRange: true,
  newsletterFrozen: true,
  templateScheduled: true,
  shape: true,
}

describe('the German and the English texts', () => {
  it('have the same keys', () => expect([...english.keys()].sort()).toEqual([...german.keys()].sort()))

  it('have the same slots', () => {
    for (const [key, text] of german) expect(slotsOf(english.get(key)), key).toEqual(slotsOf(text))
  })

  it('are never empty, and their slots are well formed', () => {
    for (const [key, text] of [...german, ...english]) {
      expect(text.trim(), key).toBe(text)
      expect(text, key).not.toBe('')
      expect(text.replace(/\{\{\w+\}\}/g, ''), key).not.toMatch(/\{\{|\}\}/)
    }
  })

  it.each(Object.keys(messageKeys))('have a sentence for the broken rule %s', (key) => {
    expect(german.get(`error:${key}`)).toMatch(/\.$/)
    expect(english.get(`error:${key}`)).toMatch(/\.$/)
  })
})

describe('a translated text', () => {
  it('has its slots filled in', () => {
    expect(translate('de', 'error:transition', { from: 'Offen', to: 'Erledigt' })).toBe(
      'Eine Bestellung kann nicht von „Offen“ nach „Erledigt“ wechseln.',
    )
    expect(translate('en', 'error:customerDelete', { count: 0 })).toContain('has 0 numbered')
  })

  it('takes a value as it is, even when it looks like a pattern or a slot', () => {
    expect(translate('en', 'mail:greeting', { name: '$& {{name}} $1' })).toBe('Hello $& {{name}} $1,')
  })
})

describe('the languages of the host', () => {
  type Translations = Record<string, { crm?: Sections } & Sections>
  const translationsOf = (translations?: object) =>
    registerTranslations(translations ? { translations } : undefined).translations as Translations

  it('are German first, with English', () => {
    const i18n = registerTranslations(undefined)
    expect(i18n.fallbackLanguage).toBe('de')
    expect(Object.keys(i18n.supportedLanguages ?? {})).toEqual(expect.arrayContaining(['de', 'en']))
    expect(translationsOf().de?.crm).toEqual(de)
  })

  it('keep what the host translated itself, and get the rest', () => {
    const all = translationsOf({
      de: { crm: { entity: { order: 'Auftrag' } }, host: { hello: 'Hallo' } },
      fr: { host: { hello: 'Bonjour' } },
    })
    expect(all.de?.crm?.entity).toEqual({ ...de.entity, order: 'Auftrag' })
    expect(all.de?.host).toEqual({ hello: 'Hallo' })
    expect(all.fr).toEqual({ crm: en, host: { hello: 'Bonjour' } })
    expect(de.entity.order).toBe('Bestellung')
  })
})
