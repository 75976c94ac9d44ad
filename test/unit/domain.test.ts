import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBic, isIban, normalizeIban } from '../../src/domain/bankDetails.js'
import { countryCode, countryName } from '../../src/domain/country.js'
import { divideRounded, scaleDecimal } from '../../src/domain/decimal.js'
import { counterPeriod, formatDocumentNumber, isNumberFormat } from '../../src/domain/documentNumber.js'
import { isEmailAddress, normalizeEmail } from '../../src/domain/emailAddress.js'
import { actionBetween, orderActions, orderStatuses, orderTransitions } from '../../src/domain/orderLife.js'
import { isVatId, normalizeVatId } from '../../src/domain/vatId.js'

describe('exact decimals', () => {
  it.each<[number, number, bigint | null]>([
    [1.005, 3, 1005n],
    [0.1, 2, 10n],
    [-2.5, 1, -25n],
    [1.0005, 3, null],
    [NaN, 2, null],
    [Infinity, 2, null],
    [1e-7, 3, null],
    [1e21, 0, null],
  ])('%d with %d decimals is %s', (value, decimals, expected) =>
    expect(scaleDecimal(value, decimals)).toBe(expected),
  )

  it('round half away from zero', () => {
    expect([5n, 4n, -5n, -4n, 15n].map((value) => divideRounded(value, 10n))).toEqual([1n, 0n, -1n, 0n, 2n])
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (n, d) => {
          const twiceError = 2n * (divideRounded(n, d) * d - n)
          expect(twiceError <= d && twiceError >= -d).toBe(true)
          expect(divideRounded(-n, d)).toBe(-divideRounded(n, d))
        },
      ),
    )
  })
})

describe('the life of an order', () => {
  const table: Record<string, string | null> = {
    'open confirmed': 'confirm',
    'open done': 'complete',
    'open cancelled': 'cancel',
    'confirmed done': 'complete',
    'confirmed cancelled': 'cancel',
    'done open': 'reopen',
    'cancelled open': 'reopen',
  }
  it.each(orderStatuses.flatMap((from) => orderStatuses.map((to) => [from, to] as const)))(
    '%s → %s',
    (from, to) => {
      expect(actionBetween(from, to)).toBe(table[`${from} ${to}`] ?? null)
    },
  )
  it('only an administrator reopens', () => expect(orderTransitions.reopen.roles).toEqual(['admin']))
  it('never leaves the table on a random walk', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...orderActions)), (walk) => {
        let status: (typeof orderStatuses)[number] = 'open'
        for (const action of walk) {
          const { from, to } = orderTransitions[action]
          if (!from.includes(status)) continue
          expect(actionBetween(status, to)).toBe(action)
          status = to
        }
      }),
    )
  })
})

describe('document numbers', () => {
  const newYear = new Date('2026-12-31T23:30:00Z')
  it('begin the year where the company is', () => {
    expect(formatDocumentNumber('AB-{YYYY}-{00000}', 7, newYear, 'Europe/Berlin')).toBe('AB-2027-00007')
    expect(formatDocumentNumber('{YY}{MM}/{000}', 1234, newYear, 'UTC')).toBe('2612/1234')
    expect(counterPeriod('AB-{YYYY}-{00000}', newYear, 'Europe/Berlin')).toBe('2027')
    expect(counterPeriod('{0000}', newYear, 'UTC')).toBe('')
  })
  it('need exactly one counter', () => {
    expect(['{0}', 'A{YYYY}{000}'].map(isNumberFormat)).toEqual([true, true])
    expect(['A', '{YYYY}', '{0}{00}', '{0}\n'].map(isNumberFormat)).toEqual([false, false, false, false])
  })
})

describe('formal texts', () => {
  it('IBAN and BIC', () => {
    expect(normalizeIban('de89 3704 0044 0532 0130 00')).toBe('DE89370400440532013000')
    expect(isIban('DE89370400440532013000')).toBe(true)
    expect(isIban('DE88370400440532013000')).toBe(false)
    expect(['COBADEFFXXX', 'COBADEFF', 'COBA'].map(isBic)).toEqual([true, true, false])
  })
  it('VAT IDs', () => {
    expect(isVatId(normalizeVatId('de 136.695.976'))).toBe(true)
    expect(isVatId('DE136695977')).toBe(false)
    expect(isVatId('ATU13585627')).toBe(true)
    expect(isVatId('hello')).toBe(false)
  })
  it('e-mail addresses', () => {
    expect(normalizeEmail('  Anna@Muster.TEST ')).toBe('Anna@muster.test')
    expect(['a@b.de', 'a+b@x.example'].map(isEmailAddress)).toEqual([true, true])
    expect(['a', 'a@b', 'a@b.de, c@d.de', 'A <a@b.de>', 'a@b.de\r\nBcc: x@y.de'].map(isEmailAddress)).toEqual(
      Array(5).fill(false),
    )
  })
  it('countries', () => {
    expect(['Germany', 'Deutschland', 'UK', 'USA'].map(countryCode)).toEqual(['DE', 'DE', 'GB', 'US'])
    expect(countryName('AT', 'de')).toBe('Österreich')
  })
})
