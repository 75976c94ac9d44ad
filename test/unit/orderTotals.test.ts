import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  computeOrderTotals,
  type OrderDiscount,
  type PricedLine,
  type PriceMode,
} from '../../src/domain/orderTotals.js'
import { Rational } from '../support/rational.js'

const line = (quantity: number, unitPrice: number, taxRate = 19): PricedLine => ({
  quantity,
  unitPrice,
  taxRate,
})

describe('the totals of an order', () => {
  it.each<[string, PricedLine[], OrderDiscount | null, PriceMode, object]>([
    ['nothing', [], null, 'net', { subtotal: 0, discount: 0, net: 0, tax: 0, gross: 0, taxes: [] }],
    ['one line', [line(2, 1250)], null, 'net', { subtotal: 2500, net: 2500, tax: 475, gross: 2975 }],
    [
      'one line, gross',
      [line(1, 11900)],
      null,
      'gross',
      { subtotal: 11900, net: 10000, tax: 1900, gross: 11900 },
    ],
    ['half a cent goes up', [line(1.005, 100, 0)], null, 'net', { subtotal: 101 }],
    ['and not before', [line(1.004, 100, 0)], null, 'net', { subtotal: 100 }],
    ['percent', [line(1, 999, 0)], { type: 'percent', percent: 12.5 }, 'net', { discount: 125, net: 874 }],
    [
      'amount above the sum',
      [line(1, 500)],
      { type: 'amount', amount: 9999 },
      'net',
      { discount: 500, gross: 0 },
    ],
    [
      'type none',
      [line(1, 500, 0)],
      { type: 'none', percent: 50, amount: 100 },
      'net',
      { discount: 0, net: 500 },
    ],
    [
      'a cent that cannot be split goes to the largest remainder',
      [line(1, 100, 19), line(1, 200, 7)],
      { type: 'amount', amount: 1 },
      'net',
      {
        taxes: [
          { rate: 19, net: 100, tax: 19 },
          { rate: 7, net: 199, tax: 14 },
        ],
      },
    ],
    [
      'tax is rounded once per rate, not per line',
      [line(1, 3), line(1, 3), line(1, 3)],
      null,
      'net',
      { net: 9, tax: 2, gross: 11 },
    ],
  ])('%s', (_, lines, discount, mode, expected) => {
    expect(computeOrderTotals(lines, discount, mode).totals).toMatchObject(expected)
  })

  it('refuses what is no exact decimal, and sums that no number can hold', () => {
    expect(() => computeOrderTotals([line(0.0001, 1)], null, 'net')).toThrow(RangeError)
    expect(() => computeOrderTotals([line(1, 0.5)], null, 'net')).toThrow(RangeError)
    expect(() => computeOrderTotals([line(9e9, 9e15)], null, 'net')).toThrow(RangeError)
  })
})

const lines = fc.array(
  fc.record({
    quantity: fc.integer({ min: 1, max: 5_000_000 }).map((thousandths) => thousandths / 1000),
    unitPrice: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 10_000_000 })),
    taxRate: fc.oneof(
      fc.constantFrom(0, 7, 19),
      fc.integer({ min: 0, max: 10_000 }).map((points) => points / 100),
    ),
  }),
  { maxLength: 12 },
)
const discounts: fc.Arbitrary<OrderDiscount | null> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 10_000 }).map((points) => ({ type: 'percent' as const, percent: points / 100 })),
  fc.integer({ min: 0, max: 100_000_000 }).map((amount) => ({ type: 'amount' as const, amount })),
)
const modes = fc.constantFrom<PriceMode>('net', 'gross')
const runs = { numRuns: 2000 }
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

describe('properties of the totals', () => {
  it('parts sum to the whole, and no discount leaves 0…subtotal', () => {
    fc.assert(
      fc.property(lines, discounts, modes, (entries, discount, mode) => {
        const { lineTotals, totals } = computeOrderTotals(entries, discount, mode)
        expect(sum(lineTotals)).toBe(totals.subtotal)
        expect(sum(totals.taxes.map((share) => share.net))).toBe(totals.net)
        expect(sum(totals.taxes.map((share) => share.tax))).toBe(totals.tax)
        expect(totals.net + totals.tax).toBe(totals.gross)
        expect(mode === 'net' ? totals.net : totals.gross).toBe(totals.subtotal - totals.discount)
        expect(totals.discount).toBeGreaterThanOrEqual(0)
        expect(totals.discount).toBeLessThanOrEqual(totals.subtotal)
        for (const share of totals.taxes) expect(Math.min(share.net, share.tax)).toBeGreaterThanOrEqual(0)
      }),
      runs,
    )
  })

  it('the order of the lines does not matter', () => {
    const shuffled = lines.chain((entries) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
    )
    fc.assert(
      fc.property(shuffled, discounts, modes, ([entries, others], discount, mode) => {
        expect(computeOrderTotals(others, discount, mode).totals).toEqual(
          computeOrderTotals(entries, discount, mode).totals,
        )
      }),
      runs,
    )
  })

  it('equals an independent calculation with exact fractions', () => {
    fc.assert(
      fc.property(lines, discounts, modes, (entries, discount, mode) => {
        expect(computeOrderTotals(entries, discount, mode).totals).toEqual(
          byFractions(entries, discount, mode),
        )
      }),
      runs,
    )
  })
})

/** The contract's sentences, one after the other. */
function byFractions(entries: PricedLine[], discount: OrderDiscount | null, mode: PriceMode) {
  const R = Rational
  const hundred = R.int(100)
  const totals = entries.map((entry) => R.of(String(entry.quantity)).times(R.int(entry.unitPrice)).round())
  const subtotal = totals.reduce((a, b) => a + b, 0n)
  let off = 0n
  if (discount?.type === 'percent')
    off = R.int(subtotal)
      .times(R.of(String(discount.percent)))
      .over(hundred)
      .round()
  if (discount?.type === 'amount') off = BigInt(discount.amount ?? 0)
  if (off > subtotal) off = subtotal
  const rates = [...new Set(entries.map((entry) => entry.taxRate))].sort((a, b) => b - a)
  const groups = rates.map((rate) => {
    const base = totals.filter((_, index) => entries[index]?.taxRate === rate).reduce((a, b) => a + b, 0n)
    const exact = subtotal === 0n ? R.int(0) : R.int(off).times(R.int(base)).over(R.int(subtotal))
    return { rate, base, share: exact.floor(), rest: exact.minus(R.int(exact.floor())) }
  })
  const missing = Number(off - groups.reduce((a, group) => a + group.share, 0n))
  const byRest = [...groups].sort((a, b) => b.rest.compare(a.rest) || b.rate - a.rate)
  for (const group of byRest.slice(0, missing)) group.share += 1n
  const taxes = groups.map(({ base, rate, share }) => {
    const amount = R.int(base - share)
    const percent = R.of(String(rate))
    const tax = (
      mode === 'net' ? amount.times(percent).over(hundred) : amount.times(percent).over(hundred.plus(percent))
    ).round()
    return { rate, net: Number(mode === 'net' ? base - share : base - share - tax), tax: Number(tax) }
  })
  const net = sum(taxes.map((share) => share.net))
  const tax = sum(taxes.map((share) => share.tax))
  return { subtotal: Number(subtotal), discount: Number(off), net, tax, gross: net + tax, taxes }
}
