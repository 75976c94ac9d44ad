import type { PayloadRequest } from 'payload'
import { Forbidden, NotFound } from 'payload'
import { inviteAgain } from '../../../hooks/account/links.js'
import { accountById, type StoredAccount } from '../../../hooks/account/storedAccount.js'
import type { Crm } from '../../config/resolve.js'
import { lockRows } from '../../database/rowLock.js'
import { inTransaction } from '../../database/inTransaction.js'
import { accountStage, type AccountStage } from '../../domain/accountLife.js'
import { Refusal } from '../../i18n/refusal.js'
import { say } from '../../i18n/translate.js'
import { readBody } from '../body.js'
import { requireFields } from '../fieldErrors.js'
import { routeId } from '../routeId.js'
import { activateRegistration } from './activate.js'

type Id = string | number

export const staffActions = ['invite', 'block', 'unblock', 'approve'] as const
export type StaffAction = (typeof staffActions)[number]

const allowedStages: Record<StaffAction, readonly AccountStage[]> = {
  invite: ['invited'],
  block: ['invited', 'unverified', 'waiting', 'active'],
  unblock: ['blocked'],
  approve: ['waiting'],
}

/** @throws Forbidden unless the user is staff that works with customers */
export function assertSales(req: PayloadRequest, crm: Crm): void {
  if (!crm.rolesOf(req.user).some((role) => role === 'admin' || role === 'sales')) throw new Forbidden(req.t)
}

/**
 * What staff decides about an account: invite again, block, unblock, approve a registration (`{ customer? }`: to whom it
 * belongs; without one a new customer is made).
 *
 * @throws Refusal 403, 404, 409 when the account's stage does not allow it
 */
export async function decideOnAccount(req: PayloadRequest, crm: Crm, action: StaffAction): Promise<unknown> {
  assertSales(req, crm)
  const body = await readBody(req)
  const id = routeId(req)
  if (req.payload.db.defaultIDType === 'number' && !/^\d{1,9}$/.test(id)) throw new NotFound(req.t)
  return inTransaction(req, async () => {
    await lockRows(req, crm.slugs.accounts, [id])
    const account = await accountById(req, crm, id)
    if (!account) throw new NotFound(req.t)
    const stage = accountStage(account)
    if (!allowedStages[action].includes(stage)) {
      const values = { stage: say(req, `account:stage${capital(stage)}`) }
      throw new Refusal(say(req, 'account:wrongStage', values), 409, { path: 'status', stage })
    }
    await carryOut(req, crm, account, action, body)
    return req.payload.findByID({
      collection: crm.slugs.accounts,
      id,
      depth: 0,
      overrideAccess: false,
      user: req.user,
      req,
    })
  })
}

async function carryOut(
  req: PayloadRequest,
  crm: Crm,
  account: StoredAccount,
  action: StaffAction,
  body: Record<string, unknown>,
): Promise<void> {
  if (action === 'invite') return inviteAgain(req, crm, account)
  if (action === 'approve') {
    const customer = body.customer === undefined ? undefined : await existingCustomer(req, crm, body.customer)
    await activateRegistration(req, crm, account, customer === undefined ? {} : { customer })
    return
  }
  // An account that never got as far as being active goes back to where it was.
  const status =
    action === 'block' ? 'blocked' : account.verifiedAt && account.customer ? 'active' : 'invited'
  await req.payload.update({
    collection: crm.slugs.accounts,
    id: account.id,
    data: { status },
    depth: 0,
    overrideAccess: true,
    req,
  })
}

async function existingCustomer(req: PayloadRequest, crm: Crm, value: unknown): Promise<Id> {
  const usable = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const found =
    /^\d{1,9}$/.test(usable) || (req.payload.db.defaultIDType === 'text' && usable !== '')
      ? await req.payload.findByID({
          collection: crm.slugs.customers,
          id: usable,
          depth: 0,
          select: {},
          disableErrors: true,
          overrideAccess: true,
          req,
        })
      : null
  requireFields(req, crm.slugs.accounts, { customer: found ? null : say(req, 'error:notFound') })
  return (found as { id: Id }).id
}

function capital<T extends string>(text: T): Capitalize<T> {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}` as Capitalize<T>
}
