import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  computeOrderTotals,
  type OrderDiscount,
  type OrderTotals,
  type PricedLine,
  type PriceMode,
} from '../../src/domain/orderTotals.js'
import { Rational } from '../support/rational.js'

type Row = [quantity: number, unitPrice: number, taxRate: number]
const toLines = (rows: Row[]): PricedLine[] =>
  rows.map(([quantity, unitPrice, taxRate]) => ({ quantity, unitPrice, taxRate }))
const percent = (value: number): OrderDiscount => ({ type: 'percent', percent: value })
const amount = (value: number): OrderDiscount => ({ type: 'amount', amount: value })

/** subtotal, discount, net, tax, gross, [rate, net, tax] per rate */
type Sums = [number, number, number, number, number, ...[number, number, number][]]
const totalsOf = ([subtotal, discount, net, tax, gross, ...taxes]: Sums): OrderTotals => ({
  subtotal,
  discount,
  net,
  tax,
  gross,
  taxes: taxes.map(([rate, shareNet, shareTax]) => ({ rate, net: shareNet, tax: shareTax })),
})

describe('orders calculated by hand', () => {
  it.each<[string, PriceMode, Row[], OrderDiscount | null, Sums]>([
    ['an empty order', 'net', [], percent(10), [0, 0, 0, 0, 0]],
    ['an empty order with an amount off', 'gross', [], amount(500), [0, 0, 0, 0, 0]],
    ['free lines', 'net', [[3, 0, 19]], amount(100), [0, 0, 0, 0, 0, [19, 0, 0]]],
    ['1.005 pieces at 1.00', 'net', [[1.005, 100, 0]], null, [101, 0, 101, 0, 101, [0, 101, 0]]],
    [
      'two rates in net mode with 10 % off',
      'net',
      [[2, 1250, 19], [0.5, 999, 7]], // prettier-ignore
      percent(10),
      // 2500 + round(499.5) = 3000; 10 % = 300, shared 250 : 50; 19 % of 2250 = 427.5; 7 % of 450 = 31.5
      [3000, 300, 2700, 460, 3160, [19, 2250, 428], [7, 450, 32]],
    ],
    [
      'two rates in gross mode with 10.00 off',
      'gross',
      [[1, 11900, 19], [1, 10700, 7]], // prettier-ignore
      amount(1000),
      // shares 526.55 : 473.45 → 527 : 473; 11373·19/119 = 1815.86; 10227·7/107 = 669.06
      [22600, 1000, 19115, 2485, 21600, [19, 9557, 1816], [7, 9558, 669]],
    ],
    [
      'three rates and one cent off: the highest rate wins a tie',
      'net',
      [[1, 100, 0], [1, 100, 7], [1, 100, 19]], // prettier-ignore
      amount(1),
      [300, 1, 299, 26, 325, [19, 99, 19], [7, 100, 7], [0, 100, 0]],
    ],
    ['more off than there is', 'gross', [[1, 500, 19]], amount(501), [500, 500, 0, 0, 0, [19, 0, 0]]],
    ['everything off', 'net', [[7, 333, 5.5]], percent(100), [2331, 2331, 0, 0, 0, [5.5, 0, 0]]],
    ['half a cent off', 'net', [[1, 1, 0]], percent(50), [1, 1, 0, 0, 0, [0, 0, 0]]],
    ['a rate of 100 % contained', 'gross', [[1, 3, 100]], null, [3, 0, 1, 2, 3, [100, 1, 2]]],
  ])('%s (%s)', (_, mode, rows, discount, expected) => {
    expect(computeOrderTotals(toLines(rows), discount, mode).totals).toEqual(totalsOf(expected))
  })
})

const priced = fc.record({
  quantity: fc.integer({ min: 1, max: 9_999_999 }).map((thousandths) => thousandths / 1000),
  unitPrice: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 50 }),
    fc.integer({ min: 0, max: 5_000_000 }),
  ),
  taxRate: fc.constantFrom(0, 5.5, 7, 7.7, 19, 19.25, 20, 100),
})
const orders = fc.array(priced, { maxLength: 10 })
const discounts = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 10_000 }).map((points) => percent(points / 100)),
  fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 10 ** 10 })).map(amount),
)
const modes = fc.constantFrom<PriceMode>('net', 'gross')
const runs = { numRuns: 1000 }

describe('every order', () => {
  it('has line totals that are its exact product, rounded', () => {
    fc.assert(
      fc.property(orders, modes, (lines, mode) => {
        expect(computeOrderTotals(lines, null, mode).lineTotals).toEqual(
          lines.map((line) =>
            Number(Rational.of(String(line.quantity)).times(Rational.int(line.unitPrice)).round()),
          ),
        )
      }),
      runs,
    )
  })

  it('spreads its discount so that no rate is off by a whole cent', () => {
    fc.assert(
      fc.property(orders, discounts, (lines, discount) => {
        const { lineTotals, totals } = computeOrderTotals(lines, discount, 'net')
        for (const { rate, net } of totals.taxes) {
          const before = lineTotals.reduce((sum, t, i) => sum + (lines[i]?.taxRate === rate ? t : 0), 0)
          const share = BigInt(before - net) * BigInt(totals.subtotal)
          const error = share - BigInt(totals.discount) * BigInt(before)
          const size = error < 0n ? -error : error
          expect(size < BigInt(totals.subtotal) || size === 0n).toBe(true)
        }
      }),
      runs,
    )
  })

  it('taxes each rate once, to the nearest cent of what is left of it', () => {
    fc.assert(
      fc.property(orders, discounts, modes, (lines, discount, mode) => {
        for (const { net, rate, tax } of computeOrderTotals(lines, discount, mode).totals.taxes) {
          const base = Rational.int(mode === 'net' ? net : net + tax)
          const percents = Rational.of(String(rate))
          const whole = mode === 'net' ? Rational.int(100) : Rational.int(100).plus(percents)
          expect(BigInt(tax)).toBe(base.times(percents).over(whole).round())
        }
      }),
      runs,
    )
  })

  it('lists each of its tax rates once, the highest first', () => {
    fc.assert(
      fc.property(orders, discounts, modes, (lines, discount, mode) => {
        const rates = [...new Set(lines.map((line) => line.taxRate))].sort((a, b) => b - a)
        const { totals } = computeOrderTotals(lines, discount, mode)
        expect(totals.taxes.map((share) => share.rate)).toEqual(rates)
      }),
      runs,
    )
  })

  it('is the same with a line split off as a line of nothing', () => {
    fc.assert(
      fc.property(orders, priced, discounts, modes, (lines, extra, discount, mode) => {
        const plain = computeOrderTotals(lines, discount, mode).totals
        const more = computeOrderTotals([...lines, { ...extra, unitPrice: 0 }], discount, mode).totals
        expect({ ...more, taxes: [] }).toEqual({ ...plain, taxes: [] })
      }),
      runs,
    )
  })
})
