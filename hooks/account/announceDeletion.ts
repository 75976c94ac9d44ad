import type { CollectionBeforeDeleteHook } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import { revokeTokens } from '../../src/database/accountToken.js'
import { enqueueAccountMail } from '../../src/mail/accountMail.js'
import { accountById } from './storedAccount.js'

/** Tells the owner that the account is gone, unless it never was theirs; links to it stop working. */
export function announceAccountDeletion(crm: Crm): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    const account = await accountById(req, crm, id)
    if (!account) return
    await revokeTokens(req, crm, id)
    if (account.status !== 'invited') await enqueueAccountMail(req, crm, account, 'accountDeleted')
  }
}
