'use client'

import { useFormFields } from '@payloadcms/ui'
import { computeOrderTotals } from '../../src/domain/orderTotals.js'
import { priceViolation, quantityViolation } from '../../src/domain/orderRules.js'
import { formatMoney } from '../../src/i18n/format.js'
import { useNotation } from '../language.js'

/** The line's sum while it is being typed; a dash as long as a part of it is missing. */
export function LineTotal({ path }: { path: string }) {
  const notation = useNotation()
  const text = useFormFields(([fields]) => {
    const quantity = fields[`${path}.quantity`]?.value as number
    const unitPrice = fields[`${path}.unitPrice`]?.value as number
    if (quantityViolation(quantity) || priceViolation(unitPrice)) return '–'
    try {
      const { lineTotals } = computeOrderTotals([{ quantity, unitPrice, taxRate: 0 }], null, 'net')
      return formatMoney(lineTotals[0] ?? 0, notation)
    } catch {
      // Larger than any amount of money we can hold; saving says so.
      return '–'
    }
  })
  return <output>{text}</output>
}
