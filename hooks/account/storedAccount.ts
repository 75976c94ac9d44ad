import type { PayloadRequest } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import type { AccountState } from '../../src/domain/accountLife.js'
import type { MailedAccount } from '../../src/mail/accountMail.js'

type Id = string | number

export interface StoredAccount extends MailedAccount, AccountState {
  registeredCompany?: string | null
}

/** @returns the account with this address, in the request's transaction; null when there is none */
export async function accountByEmail(
  req: PayloadRequest,
  crm: Crm,
  email: string,
): Promise<StoredAccount | null> {
  const { docs } = await req.payload.find({
    collection: crm.slugs.accounts,
    where: { email: { equals: email.trim().toLowerCase() } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return (docs[0] as unknown as StoredAccount | undefined) ?? null
}

export async function accountById(req: PayloadRequest, crm: Crm, id: Id): Promise<StoredAccount | null> {
  const account: unknown = await req.payload.findByID({
    collection: crm.slugs.accounts,
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  return account as StoredAccount | null
}
