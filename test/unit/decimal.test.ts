import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideRounded, scaleDecimal, toSafeNumber } from '../../src/domain/decimal.js'

const runs = { numRuns: 1000 }

describe('scaling a decimal number to an integer', () => {
  it.each<[number, number, bigint]>([
    [1.005, 3, 1005n],
    [0.29, 2, 29n],
    [1.1, 3, 1100n],
    [19, 2, 1900n],
    [0, 3, 0n],
    [-0, 3, 0n],
    [-2.5, 1, -25n],
    [0.001, 3, 1n],
    [Number.MAX_SAFE_INTEGER, 0, 9007199254740991n],
  ])('reads %d with %d decimals as %s', (value, decimals, expected) => {
    expect(scaleDecimal(value, decimals)).toBe(expected)
  })

  it.each<[string, number, number]>([
    ['more decimals than allowed', 1.005, 2],
    ['a decimal where none is allowed', 0.5, 0],
    ['a tiny number in scientific notation', 1e-7, 3],
    ['a huge number in scientific notation', 1e21, 0],
    ['the noise of binary arithmetic', 0.1 + 0.2, 3],
    ['not a number', NaN, 2],
    ['infinity', Infinity, 2],
    ['negative infinity', -Infinity, 2],
    ['an integer beyond the safe range', 2 ** 53, 0],
    ['a result beyond the safe range', 1e15, 3],
  ])('refuses %s', (_, value, decimals) => {
    expect(scaleDecimal(value, decimals)).toBeNull()
  })

  it('gives back every decimal with up to three decimals exactly', () => {
    const thousandths = fc.integer({ min: -(10 ** 12), max: 10 ** 12 })
    fc.assert(
      fc.property(thousandths, (n) => {
        expect(scaleDecimal(n / 1000, 3)).toBe(BigInt(n))
      }),
      runs,
    )
  })

  it('never returns more than a number can hold, whatever it is given', () => {
    fc.assert(
      fc.property(fc.double(), fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        const scaled = scaleDecimal(value, decimals)
        if (scaled === null) return
        expect(Number.isSafeInteger(Number(scaled))).toBe(true)
        expect(Number(scaled) / 10 ** decimals).toBeCloseTo(value, 6)
      }),
      runs,
    )
  })
})

describe('dividing with commercial rounding', () => {
  it.each<[bigint, bigint, bigint]>([
    [1005n, 10n, 101n],
    [1004n, 10n, 100n],
    [-1005n, 10n, -101n],
    [-1004n, 10n, -100n],
    [25n, 10n, 3n],
    [-25n, 10n, -3n],
    [1n, 2n, 1n],
    [-1n, 2n, -1n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [0n, 7n, 0n],
    [10n ** 30n + 5n, 10n, 10n ** 29n + 1n],
  ])('%s / %s is %s', (numerator, denominator, expected) => {
    expect(divideRounded(numerator, denominator)).toBe(expected)
  })

  const numerators = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n })
  const denominators = fc.bigInt({ min: 1n, max: 10n ** 9n })

  it('is never further than half a unit from the exact quotient', () => {
    fc.assert(
      fc.property(numerators, denominators, (n, d) => {
        const twiceError = 2n * (divideRounded(n, d) * d - n)
        expect(twiceError >= -d && twiceError <= d).toBe(true)
      }),
      runs,
    )
  })

  it('treats a number and its negative alike', () => {
    fc.assert(
      fc.property(numerators, denominators, (n, d) => {
        expect(divideRounded(-n, d)).toBe(-divideRounded(n, d))
      }),
      runs,
    )
  })

  it('moves every exact half away from zero', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), denominators, (whole, d) => {
        expect(divideRounded((2n * whole + 1n) * d, 2n * d)).toBe(whole + 1n)
        expect(divideRounded(-(2n * whole + 1n) * d, 2n * d)).toBe(-(whole + 1n))
      }),
      runs,
    )
  })
})

describe('turning an amount back into a number', () => {
  it('keeps every amount a number can hold', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (n) => {
        expect(toSafeNumber(BigInt(n))).toBe(n)
      }),
      runs,
    )
  })

  it.each([2n ** 53n, 2n ** 53n + 1n, -(2n ** 53n), 10n ** 400n])('refuses %s', (value) => {
    expect(() => toSafeNumber(value)).toThrow(RangeError)
  })
})
