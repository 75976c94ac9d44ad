import type { TypedUser } from 'payload'
import type { Crm } from './resolve.js'

type Id = string | number

/** Who is logged in with a customer's account, and for which customer. */
export interface CurrentAccount {
  id: Id
  customer: Id
}

/** Whether the user is an account at all, in whatever state. */
export function isAccount(crm: Crm, user: TypedUser | null | undefined): boolean {
  return user?.collection === crm.slugs.accounts
}

/** @returns null for staff, for nobody, and for an account that is not active or belongs to no customer */
export function accountOf(crm: Crm, user: TypedUser | null | undefined): CurrentAccount | null {
  if (!user || !isAccount(crm, user)) return null
  const { customer, status } = user as unknown as { customer?: Id | { id: Id } | null; status?: string }
  if (status !== 'active' || customer === null || customer === undefined) return null
  return { id: user.id, customer: typeof customer === 'object' ? customer.id : customer }
}
