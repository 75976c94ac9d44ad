import type {
  CollectionAfterOperationHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
} from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../src/config/resolve.js'
import { hashToken, newToken } from '../../src/database/accountToken.js'
import { tableOf } from '../../src/database/table.js'
import { transactionOf } from '../../src/database/transaction.js'
import { accountStage, isAcceptablePassword } from '../../src/domain/accountLife.js'
import { Refusal } from '../../src/i18n/refusal.js'
import { say } from '../../src/i18n/translate.js'
import { enqueueAccountMail } from '../../src/mail/accountMail.js'
import { throttle, throttleAddress } from '../throttle.js'
import { inviteAgain, linkInvalid, verifyAgain } from './links.js'
import { accountByEmail, type StoredAccount } from './storedAccount.js'

/** Set while Payload carries out a reset: what it does to the account then is a new password. */
export const passwordResetContext = 'crmPasswordReset'

/**
 * Payload's own "forgotten password" without its mail, which would leave before the transaction is certain; and its
 * "reset password" with the token as the database knows it, by its hash.
 */
export function openPasswordReset(crm: Crm): CollectionBeforeOperationHook {
  return async ({ args, operation, req }) => {
    const data = (args as { data?: { email?: unknown; password?: unknown; token?: unknown } }).data ?? {}
    if (operation === 'forgotPassword') {
      if (typeof data.email === 'string') await throttle(req, crm, 'forgotPassword', data.email)
      return { ...args, disableEmail: true }
    }
    if (operation === 'resetPassword') {
      await throttleAddress(req, crm, 'token')
      if (typeof data.token !== 'string' || data.token === '') throw linkInvalid(req)
      if (!isAcceptablePassword(data.password))
        throw new Refusal(say(req, 'account:passwordShort'), 400, { path: 'password' })
      // Payload has taken the data out of the arguments before it asked us, so it is this very object that counts.
      data.token = hashToken(data.token)
      await lockByResetToken(req, crm, data.token as string)
      req.context[passwordResetContext] = true
    }
    return args
  }
}

/**
 * Payload reads the account by its token and later writes it whole. Without the lock, of two uses of a link at the same
 * moment both would count, and an account that is blocked meanwhile would be open again.
 */
async function lockByResetToken(req: PayloadRequest, crm: Crm, hash: string): Promise<void> {
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    SELECT id FROM ${tableOf(req.payload, crm.slugs.accounts)}
    WHERE reset_password_token = ${hash} AND reset_password_expiration > now() FOR UPDATE`)
  if (rows.length === 0) throw linkInvalid(req)
}

/** A link that was used is gone, not only expired. Payload takes the document here as it will be written. */
export function closePasswordReset(): CollectionBeforeValidateHook {
  return ({ data, req }) => {
    if (req.context[passwordResetContext] && data) data.resetPasswordToken = null
    return data
  }
}

/**
 * Puts a token of ours in the place of the one that Payload has just stored in clear, and writes the mail. Somebody who
 * has not come to have a password yet gets the link that leads to one.
 *
 * @returns the token to the host's own code; the REST and GraphQL answers never show it
 */
export function queuePasswordReset(crm: Crm): CollectionAfterOperationHook {
  return async ({ args, operation, req, result }) => {
    if (operation !== 'forgotPassword') return result
    const { email } = (args as unknown as { data: { email: string } }).data
    const account = await accountByEmail(req, crm, email)
    return account ? await answerForgottenPassword(req, crm, account) : null
  }
}

async function answerForgottenPassword(
  req: PayloadRequest,
  crm: Crm,
  account: StoredAccount,
): Promise<string | null> {
  const stage = accountStage(account)
  const token = stage === 'active' ? newToken(req.payload.secret) : null
  const db = await transactionOf(req)
  await db.execute(sql`
    UPDATE ${tableOf(req.payload, crm.slugs.accounts)}
    SET reset_password_token = ${token?.hash ?? null} WHERE id = ${account.id}`)
  if (token) await enqueueAccountMail(req, crm, account, 'accountPasswordReset', { nonce: token.nonce })
  if (stage === 'invited') await inviteAgain(req, crm, account)
  if (stage === 'unverified') await verifyAgain(req, crm, account)
  return token?.token ?? null
}
