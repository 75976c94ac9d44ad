import type {
  CollectionAfterLoginHook,
  CollectionBeforeLoginHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { AuthenticationError } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import { revokeTokens } from '../../src/database/accountToken.js'
import { inTransaction } from '../../src/database/inTransaction.js'
import { countHit, forgetHits } from '../../src/database/rateLimit.js'
import { subscriberAddress } from '../../src/domain/emailAddress.js'
import { enqueueAccountMail } from '../../src/mail/accountMail.js'
import { accountKey, refuse, throttleAddress } from '../throttle.js'
import { passwordResetContext } from './passwordReset.js'
import { accountByEmail } from './storedAccount.js'
import { spendPasswordCheck, takeAtLeast } from './uniformTime.js'

const refusalMilliseconds = 250

/**
 * Counts a login by network address and by e-mail address. Too many wrong passwords in a row lock the address for a
 * while, whether it is known or not; only its owner, if there is one, is told by mail.
 */
export function throttleLogin(crm: Crm): CollectionBeforeOperationHook {
  return async ({ args, operation, req }) => {
    if (operation !== 'login') return
    // A GraphQL request may hold a reset and then a login.
    delete req.context[passwordResetContext]
    const data = (args as { data?: { email?: unknown; password?: unknown } }).data ?? {}
    const { password } = data
    if (typeof data.email !== 'string' || data.email.trim() === '' || typeof password !== 'string') return
    // However the domain is spelled, the account knows it in ASCII.
    const email = (data.email = subscriberAddress(data.email))
    await throttleAddress(req, crm, 'login')
    const limit = crm.limits.loginAccount
    const hit = await countHit(req.payload, crm, accountKey('login', email), limit)
    if (!hit.allowed) {
      await takeAtLeast(refusalMilliseconds, async () => {
        const first = await countHit(req.payload, crm, accountKey('lockOut', email), { ...limit, max: 1 })
        if (first.allowed) await tellOwner(req, crm, email)
      })
      refuse(req, hit.retryAfter)
    }
    const { totalDocs } = await req.payload.count({
      collection: crm.slugs.accounts,
      where: { email: { equals: email } },
      overrideAccess: true,
    })
    if (totalDocs === 0) await spendPasswordCheck(password)
  }
}

async function tellOwner(req: PayloadRequest, crm: Crm, email: string): Promise<void> {
  await inTransaction(req, async () => {
    const account = await accountByEmail(req, crm, email)
    if (account?.status === 'active') await enqueueAccountMail(req, crm, account, 'accountLocked')
  })
}

/** Whoever is not active fails like somebody with a wrong password: the answer must not tell that there is an account. */
export function admitActiveAccount(): CollectionBeforeLoginHook {
  return ({ req, user }) => {
    if ((user as { status?: string }).status !== 'active') throw new AuthenticationError(req.t)
  }
}

/** A right password ends the count of wrong ones; one that was just set anew is told of, in the same transaction. */
export function endLockOut(crm: Crm): CollectionAfterLoginHook {
  return async ({ req, user }) => {
    const account = user as unknown as Parameters<typeof enqueueAccountMail>[2]
    await forgetHits(req.payload, crm, accountKey('login', account.email))
    if (!req.context[passwordResetContext]) return
    // Payload writes a reset past the hooks of a change, so what a new password ends is ended here.
    await revokeTokens(req, crm, account.id)
    await enqueueAccountMail(req, crm, account, 'accountPasswordChanged')
  }
}
