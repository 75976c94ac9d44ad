import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  discountViolations,
  orderViolations,
  priceViolation,
  quantityViolation,
  taxRateViolation,
} from '../../src/domain/orderRules.js'

const good = { name: 'Desk', quantity: 1, unitPrice: 100, taxRate: 19 }

describe('the rules of a line', () => {
  it.each<[unknown, string | null]>([
    [1, null],
    [0.001, null],
    [1.005, null],
    [0, 'quantityPositive'],
    [-1, 'quantityPositive'],
    [NaN, 'quantityPositive'],
    ['2', 'quantityPositive'],
    [null, 'quantityPositive'],
    [undefined, 'quantityPositive'],
    [1.0005, 'quantityDecimals'],
    [1e-7, 'quantityDecimals'],
  ])('a quantity of %s: %s', (value, expected) => expect(quantityViolation(value)).toBe(expected))

  it.each([1e13, 1e21])('does not blame the decimals of the whole quantity %d', (value) => {
    expect(quantityViolation(value)).not.toBe('quantityDecimals')
  })

  it.each<[unknown, string | null]>([
    [0, null],
    [1999, null],
    [Number.MAX_SAFE_INTEGER, null],
    [-1, 'priceNegative'],
    [0.5, 'priceNotCents'],
    [2 ** 53, 'priceNotCents'],
    [Infinity, 'priceNotCents'],
    ['100', 'priceNotCents'],
    [null, 'priceNotCents'],
  ])('a price of %s: %s', (value, expected) => expect(priceViolation(value)).toBe(expected))

  it.each<[unknown, string | null]>([
    [0, null],
    [5.5, null],
    [100, null],
    [100.01, 'taxRate'],
    [-0.01, 'taxRate'],
    [7.125, 'taxRate'],
    [NaN, 'taxRate'],
    ['19', 'taxRate'],
    [undefined, 'taxRate'],
  ])('a tax rate of %s: %s', (value, expected) => expect(taxRateViolation(value)).toBe(expected))
})

describe('the rules of a discount', () => {
  it('accept none at all, and look only at the part that counts', () => {
    expect(discountViolations(null)).toEqual([])
    expect(discountViolations(undefined)).toEqual([])
    expect(discountViolations({ type: 'none', percent: 999, amount: -5 })).toEqual([])
    expect(discountViolations({ type: 'percent', percent: 5, amount: -5 })).toEqual([])
    expect(discountViolations({ type: 'amount', amount: 5, percent: 999 })).toEqual([])
  })

  it.each([-0.01, 100.01, 1.005, NaN, null, undefined])('refuse %s percent', (percent) => {
    expect(discountViolations({ type: 'percent', percent })).toEqual([
      { path: 'discount.percent', message: 'percentRange' },
    ])
  })

  it.each([0, 0.01, 12.5, 100])('accept %s percent', (percent) => {
    expect(discountViolations({ type: 'percent', percent })).toEqual([])
  })

  it.each<[number | null, string]>([
    [-1, 'amountNegative'],
    [0.5, 'priceNotCents'],
    [null, 'priceNotCents'],
  ])('refuse an amount of %s as %s', (amount, message) => {
    expect(discountViolations({ type: 'amount', amount })).toEqual([{ path: 'discount.amount', message }])
  })
})

describe('the rules of an order', () => {
  it('find nothing in a good order or an empty one', () => {
    expect(orderViolations([good], { type: 'percent', percent: 10 }, 'net')).toEqual([])
    expect(orderViolations([], null, 'gross')).toEqual([])
  })

  it('name every broken field of every line by its path', () => {
    const broken = { name: '  ', quantity: 0, unitPrice: -1, taxRate: 101 }
    expect(orderViolations([good, broken], { type: 'percent', percent: 101 }, 'net')).toEqual([
      { path: 'lines.1.name', message: 'blank' },
      { path: 'lines.1.quantity', message: 'quantityPositive' },
      { path: 'lines.1.unitPrice', message: 'priceNegative' },
      { path: 'lines.1.taxRate', message: 'taxRate' },
      { path: 'discount.percent', message: 'percentRange' },
    ])
  })

  it('refuse a sum that no number can hold', () => {
    const huge = { ...good, quantity: 9_000_000, unitPrice: Number.MAX_SAFE_INTEGER }
    expect(orderViolations([huge], null, 'net')).toEqual([{ path: 'lines', message: 'totalTooLarge' }])
  })

  it('never throw, whatever a client sends', () => {
    const anything = fc.oneof(fc.anything(), fc.double(), fc.integer())
    const line = fc.record(
      { name: anything, quantity: anything, unitPrice: anything, taxRate: anything },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const found = orderViolations(lines, null, 'net')
        for (const { path } of found)
          expect(path).toMatch(/^lines(\.\d+\.(name|quantity|unitPrice|taxRate))?$/)
      }),
      { numRuns: 1000 },
    )
  })
})
