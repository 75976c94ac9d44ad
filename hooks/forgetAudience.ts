import type { CollectionBeforeDeleteHook } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { transactionOf } from '../src/database/transaction.js'
import { dropParts } from '../src/mail/newsletter/audienceParts.js'

/** With a newsletter goes who has not got it. */
export function forgetAudience(crm: Crm): CollectionBeforeDeleteHook {
  return async ({ id, req }) => dropParts(await transactionOf(req), req.payload, crm, id)
}
