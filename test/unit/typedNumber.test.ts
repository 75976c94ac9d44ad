import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIsoDate, parseDay } from '../../src/domain/typedDay.js'
import {
  parseMoney,
  parsePercent,
  parseQuantity,
  type Notation,
  type Typed,
} from '../../src/domain/typedNumber.js'
import { isUnreadable, typedText, unreadable } from '../../src/domain/unreadable.js'
import { formatDate, formatDecimal, formatMoney } from '../../src/i18n/format.js'

const read = <T>(typed: Typed<T>) => ('value' in typed ? typed.value : typed.problem)
const notations = fc.constantFrom<Notation>('de', 'en')

describe('money', () => {
  it.each([
    ['12,50', 1250],
    ['12,5', 1250],
    ['12', 1200],
    [',5', 50],
    ['12,', 1200],
    ['1.234,56 €', 123_456],
    ['1.234,56\u00a0€', 123_456],
    ['1234,56', 123_456],
    ['1.234', 123_400],
    ['12,50 EUR', 1250],
    ['€ 12,50', 1250],
    [' 0,05 ', 5],
    ['-3,00', -300],
    ['−3', -300],
    ['0', 0],
    ['', null],
    ['   ', null],
  ])('German %j is %s', (text, cents) => expect(read(parseMoney(text, 'de'))).toBe(cents))

  it.each([
    ['1.50', 'unreadable'],
    ['0.500', 'unreadable'],
    ['1.23', 'unreadable'],
    ['12.34,5', 'unreadable'],
    ['1,234.56', 'unreadable'],
    ['1,2,3', 'unreadable'],
    [',', 'unreadable'],
    ['€', 'unreadable'],
    ['-', 'unreadable'],
    ['zwölf', 'unreadable'],
    ['12 50', 'unreadable'],
    ['1e3', 'unreadable'],
    ['12,50 $', 'unreadable'],
    ['5 %', 'unreadable'],
    ['12,500', 'tooManyDecimals'],
    ['1,005', 'tooManyDecimals'],
    ['99999999999999999', 'tooLarge'],
    ['99999999999999,99', 9_999_999_999_999_999 > Number.MAX_SAFE_INTEGER ? 'tooLarge' : 0],
  ])('German %j is refused: %s', (text, problem) => expect(read(parseMoney(text, 'de'))).toBe(problem))

  it.each([
    ['12.50', 1250],
    ['1,234.56', 123_456],
    ['€1,234.56', 123_456],
    ['-€12.50', -1250],
    ['12,50', 'unreadable'],
    ['1.234,56', 'unreadable'],
  ])('English %j is %s', (text, result) => expect(read(parseMoney(text, 'en'))).toBe(result))

  it('that was formatted reads as the same cents', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), notations, (cents, notation) => {
        expect(read(parseMoney(formatMoney(cents, notation), notation))).toBe(cents + 0)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('percents and quantities', () => {
  it.each([
    ['12,5 %', 12.5],
    ['12,5%', 12.5],
    ['19', 19],
    ['0,01', 0.01],
    ['12.5', 'unreadable'],
    ['12,555', 'tooManyDecimals'],
    ['12,5 €', 'unreadable'],
  ])('the German percent %j is %s', (text, result) => expect(read(parsePercent(text, 'de'))).toBe(result))

  it.each([
    ['1,5', 1.5],
    ['1,005', 1.005],
    ['1.000', 1000],
    ['0.500', 'unreadable'],
    ['1.5', 'unreadable'],
    ['1,0005', 'tooManyDecimals'],
    ['9007199254740991', 'tooLarge'],
    ['%', 'unreadable'],
  ])('the German quantity %j is %s', (text, result) => expect(read(parseQuantity(text, 'de'))).toBe(result))

  it('that were formatted read as the same number', () => {
    const thousandths = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 })
    fc.assert(
      fc.property(thousandths, notations, (scaled, notation) => {
        const quantity = scaled / 1000
        expect(read(parseQuantity(formatDecimal(quantity, notation), notation))).toBe(quantity + 0)
        const percent = Math.trunc(scaled / 10) / 100
        expect(read(parsePercent(`${formatDecimal(percent, notation)} %`, notation))).toBe(percent + 0)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('whatever is typed', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'0123456789.,-€% e'), maxLength: 12 })

  it('is never read differently in two notations unless it is a plain group of thousands or a fraction', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const [german, english] = [parseQuantity(text, 'de'), parseQuantity(text, 'en')]
        if (!('value' in german) || !('value' in english) || german.value === english.value) return
        // Both read it, and differently: then it is one separator before exactly three digits, which only the language decides.
        expect(text.trim()).toMatch(/^[-−]? ?[1-9]\d{0,2}[.,]\d{3}$/)
      }),
      { numRuns: 5000 },
    )
  })

  it('is a value whose digits are the typed ones, or a problem', () => {
    fc.assert(
      fc.property(typed, notations, (text, notation) => {
        const result = parseMoney(text, notation)
        if (!('value' in result) || result.value === null) return
        const fraction = (notation === 'de' ? /,(\d*)/ : /\.(\d*)/).exec(text)?.[1] ?? ''
        const digits = text.replace(/\D/g, '') + '0'.repeat(2 - fraction.length)
        expect(BigInt(Math.abs(result.value))).toBe(BigInt(digits))
      }),
      { numRuns: 5000 },
    )
  })
})

describe('days', () => {
  it.each([
    ['31.12.2026', 'de', '2026-12-31'],
    ['1.2.2026', 'de', '2026-02-01'],
    ['31. 12. 2026', 'de', '2026-12-31'],
    ['29.02.2028', 'de', '2028-02-29'],
    ['31.12.26', 'de', '2026-12-31'],
    ['2026-12-31', 'de', '2026-12-31'],
    ['31/12/2026', 'en', '2026-12-31'],
    ['2026-12-31', 'en', '2026-12-31'],
  ] as const)('%s in %s is %s', (text, notation, day) =>
    expect(read(parseDay(text, notation))).toBe(`${day}T12:00:00.000Z`),
  )

  it.each([
    ['31.11.2026', 'de'],
    ['29.02.2026', 'de'],
    ['12.31.2026', 'de'],
    ['31/12/2026', 'de'],
    ['12/31/2026', 'en'],
    ['31.12.2026', 'en'],
    ['31.12.', 'de'],
    ['morgen', 'de'],
    ['0.1.2026', 'de'],
    ['1.1.226', 'de'],
  ] as const)('%s in %s is refused', (text, notation) =>
    expect(read(parseDay(text, notation))).toBe('unreadable'),
  )

  it('that were formatted read as the same day', () => {
    const day = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2199-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(day, notations, (date, notation) => {
        const noon = `${date.toISOString().slice(0, 10)}T12:00:00.000Z`
        expect(read(parseDay(formatDate(noon, notation, 'Europe/Berlin'), notation))).toBe(noon)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['2026-12-31', true],
    ['2026-12-31T10:00:00.000Z', true],
    ['2026-12-31T10:00', true],
    ['2026-12-31T10:00:00+02:00', true],
    ['31.12.2026', false],
    ['12.11.2026', false],
    ['2026-02-30', false],
    ['2026-12-31T99:00:00Z', false],
    ['12/11/2026', false],
    [unreadable('12.11.2026'), false],
  ])('%s as an ISO date: %s', (text, result) => expect(isIsoDate(text)).toBe(result))
})

describe('a text that cannot be read', () => {
  it('is kept, and is no number for anybody', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(isUnreadable(unreadable(text))).toBe(true)
        expect(typedText(unreadable(text))).toBe(text)
        expect(Number.parseFloat(unreadable(text))).toBeNaN()
      }),
    )
    expect(isUnreadable(12)).toBe(false)
    expect(isUnreadable('12')).toBe(false)
  })
})
