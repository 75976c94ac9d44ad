import type { PayloadRequest } from 'payload'
import { linkInvalid } from '../../../hooks/account/links.js'
import { accountById, type StoredAccount } from '../../../hooks/account/storedAccount.js'
import type { Crm } from '../../config/resolve.js'
import { redeemToken, type TokenPurpose } from '../../database/accountToken.js'
import { inTransaction } from '../../database/inTransaction.js'
import { accountStage, cleanName, isAcceptablePassword, type AccountStage } from '../../domain/accountLife.js'
import { say } from '../../i18n/translate.js'
import { enqueueAccountMail } from '../../mail/accountMail.js'
import { tellStaffOfWaiting } from '../../mail/approvalMail.js'
import { readSettings } from '../../mail/settings.js'
import { requireFields } from '../fieldErrors.js'
import { activateRegistration } from './activate.js'

/**
 * Uses an invitation up: the invited person chooses a password and is active. So does somebody whose address was
 * registered more than once; that confirms the registration as well.
 *
 * @returns whether the account can be used now, or waits for somebody's approval
 * @throws APIError 403 for a link that does not work, ValidationError 400 for a password that will not do
 */
export async function acceptInvitation(
  req: PayloadRequest,
  crm: Crm,
  token: string,
  fields: Record<string, unknown>,
): Promise<'active' | 'waiting'> {
  const { password } = fields
  requireFields(req, crm.slugs.accounts, {
    password: isAcceptablePassword(password) ? null : say(req, 'account:passwordShort'),
  })
  return withLink(req, crm, 'invitation', token, ['invited', 'unverified'], async ({ account }) => {
    const name = cleanName(fields.name)
    const chosen = { password: password as string, ...(name ? { name } : {}) }
    if (accountStage(account) === 'unverified') return confirmRegistration(req, crm, account, chosen)
    const verifiedAt = new Date().toISOString()
    await updateAccount(req, crm, account, { ...chosen, status: 'active', verifiedAt })
    return 'active'
  })
}

/**
 * Confirms the address of a registration.
 *
 * @returns whether the account can be used now, or waits for somebody's approval
 * @throws APIError 403 for a link that does not work
 */
export async function verifyRegistration(
  req: PayloadRequest,
  crm: Crm,
  token: string,
): Promise<'active' | 'waiting'> {
  return withLink(req, crm, 'verification', token, ['unverified'], ({ account }) =>
    confirmRegistration(req, crm, account, {}),
  )
}

/** The address is theirs: the account is active, or waits for somebody of the staff who is told of it. */
async function confirmRegistration(
  req: PayloadRequest,
  crm: Crm,
  account: StoredAccount,
  chosen: { password?: string; name?: string },
): Promise<'active' | 'waiting'> {
  const confirmed = { ...chosen, verifiedAt: new Date().toISOString() }
  const settings = await readSettings(req.payload, crm, req)
  if (settings.accounts?.registration === 'confirmation') {
    await activateRegistration(req, crm, { ...account, ...chosen }, confirmed)
    return 'active'
  }
  await updateAccount(req, crm, account, confirmed)
  await enqueueAccountMail(req, crm, account, 'accountWaiting')
  await tellStaffOfWaiting(req, crm, account, settings)
  return 'waiting'
}

/**
 * Makes the new address that a link was sent to the account's own.
 *
 * @throws APIError 403 for a link that does not work, or an address that somebody else has taken meanwhile
 */
export async function confirmEmail(req: PayloadRequest, crm: Crm, token: string): Promise<void> {
  await withLink(req, crm, 'email', token, ['active'], async ({ account, email }) => {
    const { totalDocs } = await req.payload.count({
      collection: crm.slugs.accounts,
      where: { email: { equals: email } },
      overrideAccess: true,
      req,
    })
    if (!email || totalDocs > 0) throw linkInvalid(req)
    await updateAccount(req, crm, account, { email })
  })
}

/** Sets a forgotten password anew; Payload's own operation with its rules, sessions and hooks. */
export async function resetPassword(
  req: PayloadRequest,
  crm: Crm,
  token: string,
  fields: Record<string, unknown>,
): Promise<void> {
  const password = typeof fields.password === 'string' ? fields.password : ''
  await req.payload.resetPassword({
    collection: crm.slugs.accounts,
    data: { token, password },
    overrideAccess: false,
    req,
  })
}

async function withLink<T>(
  req: PayloadRequest,
  crm: Crm,
  purpose: TokenPurpose,
  token: string,
  stages: readonly AccountStage[],
  work: (redeemed: { account: StoredAccount; email: string | null }) => Promise<T>,
): Promise<T> {
  return inTransaction(req, async () => {
    const redeemed = await redeemToken(req, crm, purpose, token)
    const account = redeemed ? await accountById(req, crm, redeemed.account) : null
    if (!redeemed || !account || !stages.includes(accountStage(account))) throw linkInvalid(req)
    return work({ account, email: redeemed.email })
  })
}

async function updateAccount(
  req: PayloadRequest,
  crm: Crm,
  account: StoredAccount,
  data: Record<string, unknown>,
): Promise<void> {
  await req.payload.update({
    collection: crm.slugs.accounts,
    id: account.id,
    data,
    depth: 0,
    overrideAccess: true,
    req,
  })
}
