import type { PayloadRequest } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import { issueToken } from '../../src/database/accountToken.js'
import { Refusal } from '../../src/i18n/refusal.js'
import { say } from '../../src/i18n/translate.js'
import { enqueueAccountMail, type MailedAccount } from '../../src/mail/accountMail.js'

/** A new link to choose a password with; the earlier one works no longer. In the request's transaction. */
export async function inviteAgain(req: PayloadRequest, crm: Crm, account: MailedAccount): Promise<void> {
  const { nonce } = await issueToken(req, crm, account.id, 'invitation')
  await enqueueAccountMail(req, crm, account, 'accountInvitation', { nonce })
}

/** A new link to confirm the address of a registration with. In the request's transaction. */
export async function verifyAgain(req: PayloadRequest, crm: Crm, account: MailedAccount): Promise<void> {
  const { nonce } = await issueToken(req, crm, account.id, 'verification')
  await enqueueAccountMail(req, crm, account, 'accountVerification', { nonce })
}

/** What is said of a link that does not work, whatever the reason. */
export function linkInvalid(req: PayloadRequest): Refusal {
  return new Refusal(say(req, 'account:linkInvalid'), 403, { path: 'token' })
}
