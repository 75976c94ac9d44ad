import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { NotFound } from 'payload'
import { inviteAgain } from '../../../hooks/account/links.js'
import { accountByEmail, accountById, type StoredAccount } from '../../../hooks/account/storedAccount.js'
import { idOf } from '../../../hooks/orderDocument.js'
import type { Crm } from '../../config/resolve.js'
import { inTransaction } from '../../database/inTransaction.js'
import { lockRows } from '../../database/rowLock.js'
import { accountStage, cleanName } from '../../domain/accountLife.js'
import { isEmailAddress, subscriberAddress } from '../../domain/emailAddress.js'
import { Refusal } from '../../i18n/refusal.js'
import { say } from '../../i18n/translate.js'
import type { MailedAccount } from '../../mail/accountMail.js'
import { requireFields } from '../fieldErrors.js'

type Id = string | number

/**
 * Makes an account of the customer for a person and writes the invitation; for somebody who is invited already, a new
 * invitation.
 *
 * @throws ValidationError 400, APIError 404 no such customer, 409 when the address has an account that is not to be invited
 */
export async function invite(
  req: PayloadRequest,
  crm: Crm,
  customerId: Id,
  body: Record<string, unknown>,
): Promise<MailedAccount> {
  const collection = crm.slugs.accounts
  const email = typeof body.email === 'string' ? subscriberAddress(body.email) : ''
  const name = cleanName(body.name)
  requireFields(req, collection, {
    email: isEmailAddress(email) ? null : say(req, 'error:email'),
    name: name ? null : say(req, 'error:blank'),
  })
  return inTransaction(req, async () => {
    const customer = (await req.payload.findByID({
      collection: crm.slugs.customers,
      id: customerId,
      depth: 0,
      select: { language: true },
      overrideAccess: false,
      user: req.user,
      disableErrors: true,
      req,
    })) as { id: Id; language?: 'de' | 'en' } | null
    if (!customer) throw new NotFound(req.t)
    const existing = await lockedAccount(req, crm, email)
    if (existing) {
      if (String(idOf(existing.customer)) !== String(customer.id))
        throw new Refusal(say(req, 'account:takenElsewhere'), 409, { path: 'email' })
      if (accountStage(existing) !== 'invited')
        throw new Refusal(say(req, 'account:taken'), 409, { path: 'email' })
    }
    const account =
      existing ??
      ((await req.payload.create({
        collection,
        data: {
          email,
          name,
          customer: customer.id,
          language: customer.language ?? 'de',
          status: 'invited',
          origin: 'invitation',
          // Nobody knows it; the person chooses one when accepting.
          password: randomBytes(32).toString('base64url'),
        },
        depth: 0,
        overrideAccess: true,
        req,
      })) as unknown as MailedAccount)
    await inviteAgain(req, crm, account)
    return account
  })
}

/** Read again once it is locked: its customer may have been deleted meanwhile, and the account with it. */
async function lockedAccount(req: PayloadRequest, crm: Crm, email: string): Promise<StoredAccount | null> {
  const known = await accountByEmail(req, crm, email)
  if (!known) return null
  await lockRows(req, crm.slugs.accounts, [known.id])
  return accountById(req, crm, known.id)
}
