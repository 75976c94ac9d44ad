import { scaleDecimal } from './decimal.js'
import { computeOrderTotals, type OrderDiscount, type PricedLine, type PriceMode } from './orderTotals.js'
import type { Violation } from './violation.js'

/** Of an order from the shop: more than anybody types, less than what would keep the database busy. */
export const maxShopLines = 200

/** A line as it comes from outside: nothing about it is certain yet. */
export type UncheckedLine = { [Key in keyof PricedLine]?: unknown } & { name?: unknown }

/** @returns what is wrong with a price in cents, `null` when nothing is */
export function priceViolation(value: unknown): Violation['message'] | null {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return 'priceNotCents'
  return value < 0 ? 'priceNegative' : null
}

/** @returns what is wrong with a tax rate in percent, `null` when nothing is */
export function taxRateViolation(value: unknown): Violation['message'] | null {
  const rate = typeof value === 'number' ? scaleDecimal(value, 2) : null
  return rate === null || rate < 0n || rate > 10_000n ? 'taxRate' : null
}

/** @returns what is wrong with a quantity, `null` when nothing is */
export function quantityViolation(value: unknown): Violation['message'] | null {
  if (typeof value !== 'number' || !(value > 0)) return 'quantityPositive'
  if (scaleDecimal(value, 3) !== null) return null
  return Number.isInteger(value) ? 'totalTooLarge' : 'quantityDecimals'
}

/** Checks a discount; only the part that its type makes count. */
export function discountViolations(discount: OrderDiscount | null | undefined): Violation[] {
  if (discount?.type === 'percent') {
    const percent = typeof discount.percent === 'number' ? scaleDecimal(discount.percent, 2) : null
    if (percent === null || percent < 0n || percent > 10_000n)
      return [{ path: 'discount.percent', message: 'percentRange' }]
  }
  if (discount?.type === 'amount') {
    const message = priceViolation(discount.amount)
    if (message)
      return [{ path: 'discount.amount', message: message === 'priceNegative' ? 'amountNegative' : message }]
  }
  return []
}

/** Everything that keeps an order's totals from being computed, with the path of each field. */
export function orderViolations(
  lines: readonly UncheckedLine[],
  discount: OrderDiscount | null | undefined,
  priceMode: PriceMode,
): Violation[] {
  const found: Violation[] = lines.flatMap((line, index) => {
    const at = `lines.${index}`
    const checks: [string, Violation['message'] | null][] = [
      ['name', typeof line.name === 'string' && line.name.trim() !== '' ? null : 'blank'],
      ['quantity', quantityViolation(line.quantity)],
      ['unitPrice', priceViolation(line.unitPrice)],
      ['taxRate', taxRateViolation(line.taxRate)],
    ]
    return checks.flatMap(([name, message]) => (message ? [{ path: `${at}.${name}`, message }] : []))
  })
  found.push(...discountViolations(discount))
  if (found.length > 0) return found
  try {
    computeOrderTotals(lines as readonly PricedLine[], discount, priceMode)
    return []
  } catch (error) {
    if (error instanceof RangeError) return [{ path: 'lines', message: 'totalTooLarge' }]
    throw error
  }
}
