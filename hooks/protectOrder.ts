import type { CollectionBeforeChangeHook } from 'payload'
import { isFrozen } from '../src/domain/orderLife.js'
import type { Violation } from '../src/domain/violation.js'
import { Refusal } from '../src/i18n/refusal.js'
import { say } from '../src/i18n/translate.js'
import { idOf, type OrderDocument } from './orderDocument.js'
import { isErasable } from './orderErasure.js'
import { reportViolations } from './reportViolations.js'

/**
 * Refuses a write to an order that somebody else has changed since it was read (409), or that is frozen. A write that
 * repeats what is stored passes: the admin panel always sends the whole form.
 */
export function protectOrder(): CollectionBeforeChangeHook {
  return ({ collection, data, operation, originalDoc, req }) => {
    if (operation === 'create') return
    const order = data as OrderDocument
    const stored = originalDoc as OrderDocument
    const current = stored.revision ?? 1
    const sent = order.revision ?? current
    if (sent !== current) {
      const values = { sent: String(sent), current: String(current) }
      const message = say(req, 'error:staleRevision', values)
      // `errors` is where the admin panel looks for the field that was refused.
      const errors = [{ path: 'revision', message }]
      throw new Refusal(message, 409, { path: 'revision', revision: current, errors })
    }
    const status = stored.status ?? 'open'
    if (isFrozen(status) && !isErasable(req, stored)) {
      const values = { status: say(req, `option:${status}`).toLowerCase() }
      const changed = changedFields(order, stored)
      const violations: Violation[] = changed.map((path) => ({ path, message: 'orderFrozen', values }))
      reportViolations(req, collection.slug, violations)
    }
    return { ...order, revision: current + 1 }
  }
}

function changedFields(order: OrderDocument, stored: OrderDocument): string[] {
  const before = frozenPart(stored)
  const after = frozenPart(order)
  return (Object.keys(before) as (keyof typeof before)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
}

/** What must not change once the order is confirmed, in a form that compares. */
function frozenPart(order: OrderDocument) {
  return {
    customer: String(idOf(order.customer)),
    name: order.name ?? '',
    description: order.description ?? '',
    bookingDate: order.bookingDate ? new Date(order.bookingDate).getTime() : null,
    lines: (order.lines ?? []).map((line) => [
      String(idOf(line.product)),
      line.name ?? '',
      line.sku ?? '',
      line.unit ?? '',
      line.quantity ?? null,
      line.unitPrice ?? null,
      line.taxRate ?? null,
    ]),
    discount: [
      order.discount?.type ?? 'none',
      order.discount?.percent ?? null,
      order.discount?.amount ?? null,
    ],
  }
}
