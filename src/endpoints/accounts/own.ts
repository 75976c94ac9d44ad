import type { PayloadRequest } from 'payload'
import { AuthenticationError, Forbidden } from 'payload'
import { accountByEmail, accountById, type StoredAccount } from '../../../hooks/account/storedAccount.js'
import { takeAtLeast } from '../../../hooks/account/uniformTime.js'
import { throttle } from '../../../hooks/throttle.js'
import { accountOf } from '../../config/account.js'
import type { Crm } from '../../config/resolve.js'
import { issueToken } from '../../database/accountToken.js'
import { inTransaction } from '../../database/inTransaction.js'
import { isAcceptablePassword } from '../../domain/accountLife.js'
import { isEmailAddress, subscriberAddress } from '../../domain/emailAddress.js'
import { say } from '../../i18n/translate.js'
import { enqueueAccountMail } from '../../mail/accountMail.js'
import { requireFields } from '../fieldErrors.js'

const answerMilliseconds = 1000

/**
 * Sets a new password; every other session ends.
 *
 * @throws Forbidden without an account, ValidationError 400 also for a wrong current password, APIError 429
 */
export async function changePassword(
  req: PayloadRequest,
  crm: Crm,
  body: Record<string, unknown>,
): Promise<void> {
  const account = await ownAccount(req, crm)
  requireFields(req, crm.slugs.accounts, {
    password: isAcceptablePassword(body.password) ? null : say(req, 'account:passwordShort'),
  })
  await provePassword(req, crm, account, 'currentPassword', body.currentPassword)
  await req.payload.update({
    collection: crm.slugs.accounts,
    id: account.id,
    data: { password: body.password },
    depth: 0,
    overrideAccess: true,
    req,
  })
}

/**
 * Asks for another e-mail address. It counts once the link that goes there is used; the present address is told. Whether
 * somebody else has the new address stays between us and its owner.
 *
 * @throws Forbidden, ValidationError 400, APIError 429
 */
export async function changeEmail(
  req: PayloadRequest,
  crm: Crm,
  body: Record<string, unknown>,
): Promise<void> {
  const account = await ownAccount(req, crm)
  const email = typeof body.email === 'string' ? subscriberAddress(body.email) : ''
  requireFields(req, crm.slugs.accounts, { email: isEmailAddress(email) ? null : say(req, 'error:email') })
  await provePassword(req, crm, account, 'password', body.password)
  // A mail to a stranger, as a registration is.
  await throttle(req, crm, 'register', email)
  await takeAtLeast(answerMilliseconds, () =>
    inTransaction(req, async () => {
      if (email === account.email) return
      await enqueueAccountMail(req, crm, account, 'accountEmailRequested')
      const owner = await accountByEmail(req, crm, email)
      if (owner) {
        await enqueueAccountMail(req, crm, owner, 'accountExists')
        return
      }
      const { nonce } = await issueToken(req, crm, account.id, 'email', email)
      await enqueueAccountMail(req, crm, account, 'accountEmailConfirm', { nonce, to: email })
    }),
  )
}

/** @throws Forbidden, ValidationError 400, APIError 429 */
export async function deleteOwnAccount(
  req: PayloadRequest,
  crm: Crm,
  body: Record<string, unknown>,
): Promise<void> {
  const account = await ownAccount(req, crm)
  await provePassword(req, crm, account, 'password', body.password)
  await req.payload.delete({ collection: crm.slugs.accounts, id: account.id, overrideAccess: true, req })
}

async function ownAccount(req: PayloadRequest, crm: Crm): Promise<StoredAccount> {
  const current = accountOf(crm, req.user)
  const account = current ? await accountById(req, crm, current.id) : null
  if (!account) throw new Forbidden(req.t)
  return account
}

/** By a login, which counts wrong passwords; the session that it opens belongs to nobody and runs out. */
async function provePassword(
  req: PayloadRequest,
  crm: Crm,
  { email }: StoredAccount,
  path: string,
  value: unknown,
): Promise<void> {
  let isRight = false
  if (typeof value === 'string' && value.trim() !== '') {
    try {
      await req.payload.login({ collection: crm.slugs.accounts, data: { email, password: value }, depth: 0 })
      isRight = true
    } catch (error) {
      if (!(error instanceof AuthenticationError)) throw error
    }
  }
  requireFields(req, crm.slugs.accounts, { [path]: isRight ? null : say(req, 'account:passwordWrong') })
}
