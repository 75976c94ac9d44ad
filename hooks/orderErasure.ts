import type { PayloadRequest } from 'payload'
import type { OrderDocument } from './orderDocument.js'

/** Set to the order whose texts the erasure of a person takes out, whatever its status. */
export const orderErasureContext = 'crmOrderErasure'

/**
 * Whether the erasure of a person may rewrite this order although it is frozen. Never one that had a number: it is a
 * business letter and has to be kept (§ 257 HGB, § 147 AO), also when it got the number just now.
 */
export function isErasable(req: PayloadRequest, stored: OrderDocument): boolean {
  return req.context[orderErasureContext] === stored.id && !stored.number
}
