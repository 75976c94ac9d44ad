import type { CollectionBeforeChangeHook } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { holdRows } from '../src/database/rowLock.js'
import { isUsableId } from '../src/subscription/subscriber.js'
import { idOf, type Id, type Reference } from './orderDocument.js'

interface OfCustomers {
  customer?: Reference
  /** Of an activity. */
  partner?: Reference
}

/**
 * Keeps the customers that a write newly refers to from being deleted before it is done. Whoever was deleted first is gone
 * when the field looks for them, which refuses the write; without this it would end at the database's own constraint. What
 * stays as it was needs no lock: whoever deletes the customer takes what refers to it before.
 */
export function holdCustomers(crm: Crm): CollectionBeforeChangeHook {
  return async ({ data, operation, originalDoc, req }) => {
    const next = data as OfCustomers
    // The original of a copy is another document.
    const stored = (operation === 'update' ? originalDoc : {}) as OfCustomers
    const referred = (['customer', 'partner'] as const).flatMap((field): Id[] => {
      const id = idOf(next[field])
      return id !== null && isUsableId(req, id) && String(id) !== String(idOf(stored[field])) ? [id] : []
    })
    await holdRows(req, crm.slugs.customers, referred)
    return data as unknown
  }
}
