'use client'

import { useFormFields } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useMemo } from 'react'
import { orderViolations } from '../../src/domain/orderRules.js'
import {
  computeOrderTotals,
  type OrderDiscount,
  type OrderTotals,
  type PricedLine,
  type PriceMode,
} from '../../src/domain/orderTotals.js'

/**
 * The totals of what stands in the form, by the same function that computes the stored ones.
 *
 * @returns integer cents; `null` while a line or the discount is not readable or not allowed
 */
export function useLiveTotals(priceMode: PriceMode): OrderTotals | null {
  // A text, so that the sums are computed anew only when what they depend on has changed.
  const input = useFormFields(([fields]) => JSON.stringify(pricedPart(fields)))
  return useMemo(() => {
    const { discount, lines } = JSON.parse(input) as ReturnType<typeof pricedPart>
    // A line needs a name to be saved, not to be added up.
    const named = lines.map((line) => ({ ...line, name: '-' }))
    if (orderViolations(named, discount, priceMode).length > 0) return null
    return computeOrderTotals(lines, discount, priceMode).totals
  }, [input, priceMode])
}

function pricedPart(fields: FormState): { discount: OrderDiscount; lines: PricedLine[] } {
  const value = (path: string) => fields[path]?.value as number
  return {
    discount: {
      type: fields['discount.type']?.value as OrderDiscount['type'],
      percent: value('discount.percent'),
      amount: value('discount.amount'),
    },
    lines: (fields.lines?.rows ?? []).map((_, index) => ({
      quantity: value(`lines.${index}.quantity`),
      unitPrice: value(`lines.${index}.unitPrice`),
      taxRate: value(`lines.${index}.taxRate`),
    })),
  }
}
