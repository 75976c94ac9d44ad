import type { CollectionBeforeOperationHook, Where } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { lockRows } from '../src/database/rowLock.js'

type Id = string | number

/**
 * Locks the rows of an update or delete before Payload reads them. Payload rewrites whole documents, so without the lock
 * the later of two parallel writers would undo the earlier one.
 */
export function lockDocuments(
  crm: Crm,
  entity:
    | 'accounts'
    | 'activities'
    | 'customers'
    | 'newsletterImages'
    | 'newsletters'
    | 'orders'
    | 'products'
    | 'subscribers',
): CollectionBeforeOperationHook {
  return async ({ args, operation, req }) => {
    if (operation !== 'update' && operation !== 'delete') return
    const slug = crm.slugs[entity]
    const { id, where } = args as { id?: Id; where?: Where }
    if (id !== undefined && id !== null) {
      const usable = req.payload.db.defaultIDType === 'number' ? /^\d{1,15}$/.test(String(id)) : true
      // An id that cannot exist is left to Payload's own "not found".
      if (usable) await lockRows(req, slug, [id])
    } else if (where) {
      const { docs } = await req.payload.find({
        collection: slug,
        where,
        req,
        depth: 0,
        pagination: false,
        select: {},
        overrideAccess: true,
      })
      await lockRows(
        req,
        slug,
        docs.map((doc) => doc.id),
      )
    }
  }
}
