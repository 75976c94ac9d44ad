import type { CollectionBeforeDeleteHook } from 'payload'
import type { Crm } from '../../src/config/resolve.js'

/** A webhook takes its deliveries along: there is nowhere left to bring them. */
export function removeDeliveries(crm: Crm): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    await req.payload.delete({
      collection: crm.slugs.webhookDeliveries,
      where: { webhook: { equals: id } },
      overrideAccess: true,
      req,
    })
  }
}
