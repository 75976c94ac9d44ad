import type { PayloadRequest } from 'payload'
import type { Crm } from '../config/resolve.js'
import { enqueueAccountMail, type MailedAccount } from './accountMail.js'
import type { CrmSettings } from './settings.js'

/**
 * Tells staff that a registration waits for approval, in the request's transaction: at the address that the settings name,
 * else at the company's own. Without either nobody is told; the panel shows it all the same.
 */
export async function tellStaffOfWaiting(
  req: PayloadRequest,
  crm: Crm,
  account: MailedAccount,
  settings: CrmSettings,
): Promise<void> {
  const { approvalEmail, approvalLanguage } = settings.accounts ?? {}
  const to = approvalEmail || settings.company?.email
  if (!to) return
  const language = approvalLanguage ?? 'de'
  await enqueueAccountMail(req, crm, { ...account, language }, 'accountApproval', { to })
}
