import type { CollectionBeforeDeleteHook } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { Refusal } from '../src/i18n/refusal.js'
import { say } from '../src/i18n/translate.js'

/**
 * A customer takes accounts, activities and never confirmed orders along; one with numbered orders stays. Without this rule the
 * database would keep the orders and forget whose they are.
 */
export function removeCustomersRecords(crm: Crm): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    const { totalDocs } = await req.payload.count({
      collection: crm.slugs.orders,
      where: { customer: { equals: id }, number: { exists: true } },
      overrideAccess: true,
      req,
    })
    if (totalDocs > 0) throw new Refusal(say(req, 'error:customerDelete', { count: totalDocs }), 409)
    const where = { customer: { equals: id } }
    await req.payload.delete({ collection: crm.slugs.orders, where, overrideAccess: true, req })
    await req.payload.delete({ collection: crm.slugs.activities, where, overrideAccess: true, req })
    await req.payload.delete({ collection: crm.slugs.accounts, where, overrideAccess: true, req })
  }
}
