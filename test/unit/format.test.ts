import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDate, formatDecimal, formatMoney, formatPercent } from '../../src/i18n/format.js'

const plain = (text: string) => text.replace(/\s/g, ' ')

describe('money', () => {
  it.each([
    [0, '0,00 €', '€0.00'],
    [5, '0,05 €', '€0.05'],
    [99, '0,99 €', '€0.99'],
    [100, '1,00 €', '€1.00'],
    [100_000, '1.000,00 €', '€1,000.00'],
    [123_456_789, '1.234.567,89 €', '€1,234,567.89'],
    [-1250, '-12,50 €', '-€12.50'],
    [-1, '-0,01 €', '-€0.01'],
    [Number.MAX_SAFE_INTEGER, '90.071.992.547.409,91 €', '€90,071,992,547,409.91'],
  ])('%d cents read %s and %s', (cents, german, english) => {
    expect(plain(formatMoney(cents, 'de'))).toBe(german)
    expect(formatMoney(cents, 'en')).toBe(english)
  })

  it('keeps every digit of every amount, in both languages', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('de' as const, 'en' as const), (cents, language) => {
        const text = formatMoney(cents, language)
        expect(Number(text.replace(/[^\d-]/g, ''))).toBe(cents)
        expect(text).toMatch(language === 'de' ? /,\d\d\s€$/ : /^-?€.*\.\d\d$/)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('quantities and percents', () => {
  it('has the space before the sign in German only', () => {
    expect(plain(formatPercent(12.5, 'de'))).toBe('12,5 %')
    expect(formatPercent(12.5, 'en')).toBe('12.5%')
  })

  it.each([
    [19, '19', '19'],
    [5.5, '5,5', '5.5'],
    [1.005, '1,005', '1.005'],
    [1234.5, '1.234,5', '1,234.5'],
    [0, '0', '0'],
  ])('%d reads %s and %s', (value, german, english) => {
    expect([formatDecimal(value, 'de'), formatDecimal(value, 'en')]).toEqual([german, english])
  })
})

describe('dates', () => {
  it.each([
    ['2026-12-31T22:59:59Z', 'Europe/Berlin', '31.12.2026', '31/12/2026'],
    ['2026-12-31T23:00:00Z', 'Europe/Berlin', '01.01.2027', '01/01/2027'],
    ['2026-12-31T23:00:00Z', 'UTC', '31.12.2026', '31/12/2026'],
    ['2026-07-04T12:00:00+02:00', 'Europe/Berlin', '04.07.2026', '04/07/2026'],
  ])('%s in %s is %s or %s', (instant, zone, german, english) => {
    expect(formatDate(instant, 'de', zone)).toBe(german)
    expect(formatDate(new Date(instant), 'en', zone)).toBe(english)
  })
})
