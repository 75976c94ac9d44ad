import type { CollectionBeforeChangeHook } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { orderViolations } from '../src/domain/orderRules.js'
import { computeOrderTotals, type PricedLine } from '../src/domain/orderTotals.js'
import { isFrozen } from '../src/domain/orderLife.js'
import type { OrderDocument } from './orderDocument.js'
import { isErasable } from './orderErasure.js'
import { reportViolations } from './reportViolations.js'

/** Computes lines and totals anew with every write; what a client sent for them never counts. */
export function recomputeOrderTotals(crm: Crm): CollectionBeforeChangeHook {
  return ({ data, originalDoc, req }) => {
    const order = data as OrderDocument
    const stored = originalDoc as OrderDocument | undefined
    if (stored?.status && isFrozen(stored.status)) {
      const lines = isErasable(req, stored) ? renamedLines(stored, order) : stored.lines
      return { ...order, lines, totals: stored.totals }
    }
    const lines = order.lines ?? []
    const priceMode = order.priceMode ?? crm.prices
    reportViolations(req, crm.slugs.orders, orderViolations(lines, order.discount, priceMode))
    const { lineTotals, totals } = computeOrderTotals(lines as PricedLine[], order.discount, priceMode)
    return { ...order, lines: lines.map((line, index) => ({ ...line, total: lineTotals[index] })), totals }
  }
}

/** The lines as they are stored, called what they are called in the write. */
function renamedLines(stored: OrderDocument, { lines }: OrderDocument): OrderDocument['lines'] {
  return stored.lines?.map((line, index) => ({ ...line, name: lines?.[index]?.name ?? line.name }))
}
