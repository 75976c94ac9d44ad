import type { CollectionBeforeDeleteHook } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { Refusal } from '../src/i18n/refusal.js'
import { say } from '../src/i18n/translate.js'

/** An order that ever had a number is business correspondence and stays; numbers have no gaps. */
export function guardOrderDelete(crm: Crm): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    const order = (await req.payload.findByID({
      collection: crm.slugs.orders,
      id,
      depth: 0,
      select: { number: true },
      overrideAccess: true,
      req,
    })) as { number?: string | null }
    if (order.number) throw new Refusal(say(req, 'error:orderDelete', { number: order.number }), 409)
  }
}
