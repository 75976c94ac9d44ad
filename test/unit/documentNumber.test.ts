import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  counterPeriod,
  defaultNumberFormat,
  formatDocumentNumber,
  isNumberFormat,
} from '../../src/domain/documentNumber.js'

const berlin = 'Europe/Berlin'
const summer = new Date('2026-07-04T12:00:00Z')

describe('document numbers', () => {
  it.each([
    [defaultNumberFormat, 7, 'AB-2026-00007'],
    ['{000}', 7, '007'],
    ['{0}', 7, '7'],
    ['{YY}{MM}/{000}', 12, '2607/012'],
    ['R{0000}-{YYYY}', 42, 'R0042-2026'],
    ['{000}', 12345, '12345'],
    ['$& {00} $1', 3, '$& 03 $1'],
  ])('%s with counter %d reads %s', (format, counter, expected) => {
    expect(formatDocumentNumber(format, counter, summer, berlin)).toBe(expected)
  })

  it.each([
    ['2026-12-31T22:59:59Z', berlin, '2026-12'],
    ['2026-12-31T23:00:00Z', berlin, '2027-01'],
    ['2027-01-01T00:00:00Z', berlin, '2027-01'],
    ['2026-12-31T23:59:59Z', 'UTC', '2026-12'],
    ['2026-06-30T22:00:00Z', berlin, '2026-07'],
    ['2027-01-01T04:59:59Z', 'America/New_York', '2026-12'],
  ])('%s in %s belongs to %s', (instant, zone, month) => {
    const date = new Date(instant)
    expect(formatDocumentNumber('{YYYY}-{MM}-{0}', 1, date, zone)).toBe(`${month}-1`)
    expect(counterPeriod('{YYYY}-{MM}-{0}', date, zone)).toBe(month)
    expect(counterPeriod('{YY}-{0}', date, zone)).toBe(month.slice(0, 4))
    expect(counterPeriod('{0}', date, zone)).toBe('')
  })

  it.each(['{0}', 'AB-{YYYY}-{00000}', '{YY}{MM}{000}'])('accepts the format %s', (format) => {
    expect(isNumberFormat(format)).toBe(true)
  })

  it.each(['', 'AB', '{YYYY}', '{0}{0}', '{00}-{000}', '{}', '{1}', '{0}\r\nX'])(
    'refuses the format %j',
    (format) => expect(isNumberFormat(format)).toBe(false),
  )

  const formats = fc
    .uniqueArray(fc.constantFrom('{YYYY}', '{YY}', '{MM}', 'AB', '-', '/'), { maxLength: 4 })
    .chain((parts) =>
      fc.constantFrom('{0}', '{000}', '{00000}').map((counter) => [...parts, '-', counter].join('')),
    )
    .filter(isNumberFormat)
  const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })

  it('never repeat within a period', () => {
    fc.assert(
      fc.property(formats, days, fc.uniqueArray(fc.nat({ max: 200_000 })), (format, day, counters) => {
        const numbers = counters.map((counter) => formatDocumentNumber(format, counter, day, berlin))
        expect(new Set(numbers).size).toBe(counters.length)
      }),
      { numRuns: 1000 },
    )
  })

  it('never repeat a year later with a format that shows only the month', () => {
    const format = '{MM}-{000}'
    const [one, other] = [new Date('2026-01-15'), new Date('2027-01-15')]
    const startsAgain = counterPeriod(format, one, berlin) !== counterPeriod(format, other, berlin)
    const repeats =
      formatDocumentNumber(format, 1, one, berlin) === formatDocumentNumber(format, 1, other, berlin)
    expect(isNumberFormat(format) && startsAgain && repeats).toBe(false)
  })

  it('never repeat in two periods that both start again at 1', () => {
    fc.assert(
      fc.property(formats, days, days, (format, one, other) => {
        fc.pre(counterPeriod(format, one, berlin) !== counterPeriod(format, other, berlin))
        expect(formatDocumentNumber(format, 1, one, berlin)).not.toBe(
          formatDocumentNumber(format, 1, other, berlin),
        )
      }),
      { numRuns: 1000 },
    )
  })
})
