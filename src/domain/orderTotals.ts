import { divideRounded, scaleDecimal, toSafeNumber } from './decimal.js'

/** `net`: unit prices are without tax, tax is added. `gross`: unit prices contain the tax. */
export type PriceMode = 'net' | 'gross'

export interface PricedLine {
  /** Decimal with at most three decimals, greater than 0. */
  quantity: number
  /** Integer cents, not negative. */
  unitPrice: number
  /** Percent with at most two decimals, for example `19` or `5.5`. */
  taxRate: number
}

export interface OrderDiscount {
  type?: 'none' | 'percent' | 'amount' | null
  /** 0…100, at most two decimals; counts when `type` is `percent`. */
  percent?: number | null
  /** Integer cents; counts when `type` is `amount`. */
  amount?: number | null
}

export interface TaxShare {
  /** Percent. */
  rate: number
  /** Cents the tax is charged on, after discount. */
  net: number
  /** Cents. */
  tax: number
}

/** All amounts are integer cents. */
export interface OrderTotals {
  subtotal: number
  discount: number
  net: number
  tax: number
  gross: number
  taxes: TaxShare[]
}

/**
 * The arithmetic of an order; the form's live sum and the hook that stores the totals both call this function.
 *
 * A line is `round(quantity × unitPrice)`. The discount is rounded once, kept within 0…subtotal, and spread over the tax
 * rates by largest remainder, so that the parts sum exactly. Tax is rounded once per rate. Rounding is half away from
 * zero on integers. The order of the lines does not matter.
 *
 * @returns the lines' totals in their order, and the order's totals with one tax share per rate, highest rate first
 * @throws RangeError for a quantity, price or rate outside its format, or a sum no JavaScript number can hold exactly
 */
export function computeOrderTotals(
  lines: readonly PricedLine[],
  discount: OrderDiscount | null | undefined,
  priceMode: PriceMode,
): { lineTotals: number[]; totals: OrderTotals } {
  const lineTotals = lines.map((line) =>
    divideRounded(scaled(line.quantity, 3) * scaled(line.unitPrice, 0), 1000n),
  )
  const subtotal = sum(lineTotals)
  const discountTotal = discountOn(subtotal, discount)
  const taxes = spreadByRate(lines, lineTotals, discountTotal).map(({ rate, base }) => {
    const tax =
      priceMode === 'net' ? divideRounded(base * rate, 10_000n) : divideRounded(base * rate, 10_000n + rate)
    return { rate, net: priceMode === 'net' ? base : base - tax, tax }
  })
  const net = sum(taxes.map((share) => share.net))
  const tax = sum(taxes.map((share) => share.tax))
  return {
    lineTotals: lineTotals.map(toSafeNumber),
    totals: {
      subtotal: toSafeNumber(subtotal),
      discount: toSafeNumber(discountTotal),
      net: toSafeNumber(net),
      tax: toSafeNumber(tax),
      gross: toSafeNumber(net + tax),
      taxes: taxes.map((share) => ({
        rate: Number(share.rate) / 100,
        net: toSafeNumber(share.net),
        tax: toSafeNumber(share.tax),
      })),
    },
  }
}

function discountOn(subtotal: bigint, discount: OrderDiscount | null | undefined): bigint {
  let wanted = 0n
  if (discount?.type === 'percent')
    wanted = divideRounded(subtotal * scaled(discount.percent ?? 0, 2), 10_000n)
  if (discount?.type === 'amount') wanted = scaled(discount.amount ?? 0, 0)
  if (wanted < 0n) return 0n
  return wanted > subtotal ? subtotal : wanted
}

/** Sums the lines per tax rate (basis points) and takes each rate's share of the discount off. */
function spreadByRate(lines: readonly PricedLine[], lineTotals: readonly bigint[], discount: bigint) {
  const sums = new Map<bigint, bigint>()
  lines.forEach((line, index) => {
    const rate = scaled(line.taxRate, 2)
    sums.set(rate, (sums.get(rate) ?? 0n) + (lineTotals[index] ?? 0n))
  })
  const groups = [...sums]
    .map(([rate, total]) => ({ rate, total }))
    .sort((a, b) => (a.rate < b.rate ? 1 : -1))
  const subtotal = sum(groups.map((group) => group.total))
  const shares = groups.map(({ rate, total }) => ({
    rate,
    total,
    share: subtotal === 0n ? 0n : (discount * total) / subtotal,
    remainder: subtotal === 0n ? 0n : (discount * total) % subtotal,
  }))
  let left = discount - sum(shares.map((entry) => entry.share))
  // Ties go to the higher rate, because the groups are sorted by rate and the sort is stable.
  for (const entry of [...shares].sort((a, b) =>
    a.remainder < b.remainder ? 1 : a.remainder > b.remainder ? -1 : 0,
  )) {
    if (left === 0n) break
    entry.share += 1n
    left -= 1n
  }
  return shares.map(({ rate, total, share }) => ({ rate, base: total - share }))
}

function scaled(value: number, decimals: number): bigint {
  const result = scaleDecimal(value, decimals)
  if (result === null) throw new RangeError(`Not a decimal with at most ${decimals} decimals: ${value}`)
  return result
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n)
}
