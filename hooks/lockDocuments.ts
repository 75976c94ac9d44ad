import type { CollectionBeforeOperationHook } from 'payload'
import { lockRows } from '../src/database/rowLock.js'
import { targetsOf } from './targets.js'

/**
 * Locks the rows of an update or delete before Payload reads them. Payload rewrites whole documents, so without the lock
 * the later of two parallel writers would undo the earlier one.
 */
export const lockDocuments: CollectionBeforeOperationHook = async (operation) => {
  await lockRows(operation.req, operation.collection.slug, await targetsOf(operation))
}
