import type { CollectionBeforeValidateHook } from 'payload'
import { accountOf } from '../src/config/account.js'
import type { Crm } from '../src/config/resolve.js'
import { readSettings } from '../src/mail/settings.js'
import type { OrderDocument } from './orderDocument.js'

/**
 * What a client sends for fields that the server sets is dropped, on every route: field access covers REST and GraphQL,
 * this covers the Local API and the duplicate, which copies everything.
 */
export function ignoreServerFields(crm: Crm): CollectionBeforeValidateHook {
  return async ({ data, operation, originalDoc, req }) => {
    const order = (data ?? {}) as Partial<OrderDocument>
    if (operation === 'create') {
      const settings = await readSettings(req.payload, crm, req, 'orders')
      return {
        ...order,
        status: 'open',
        number: null,
        confirmedAt: null,
        doneAt: null,
        revision: 1,
        priceMode: settings.orders?.priceMode ?? crm.prices,
        confirmation: {},
        orderedBy: accountOf(crm, req.user)?.id ?? null,
      }
    }
    const stored = originalDoc as OrderDocument
    return {
      ...order,
      status: order.status ?? stored.status,
      number: stored.number,
      confirmedAt: stored.confirmedAt,
      doneAt: stored.doneAt,
      priceMode: stored.priceMode,
      confirmation: stored.confirmation,
      orderedBy: stored.orderedBy,
    }
  }
}
