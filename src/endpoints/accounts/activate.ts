import type { PayloadRequest } from 'payload'
import type { StoredAccount } from '../../../hooks/account/storedAccount.js'
import type { Crm } from '../../config/resolve.js'

type Id = string | number

/**
 * Lets a registration in, in the request's transaction. Without a customer to belong to, it becomes one itself.
 *
 * @param changes what else is written with it, for example the customer that staff has found
 */
export async function activateRegistration(
  req: PayloadRequest,
  crm: Crm,
  account: StoredAccount,
  changes: { verifiedAt?: string; customer?: Id; name?: string; password?: string },
): Promise<Record<string, unknown>> {
  const customer = changes.customer ?? account.customer ?? (await newCustomer(req, crm, account))
  return req.payload.update({
    collection: crm.slugs.accounts,
    id: account.id,
    data: { ...changes, customer, status: 'active' },
    depth: 0,
    overrideAccess: true,
    req,
  })
}

async function newCustomer(req: PayloadRequest, crm: Crm, account: StoredAccount): Promise<Id> {
  const name = account.name ?? account.email
  const space = name.lastIndexOf(' ')
  const { id } = await req.payload.create({
    collection: crm.slugs.customers,
    data: {
      company: account.registeredCompany || name,
      email: account.email,
      language: account.language ?? 'de',
      contacts: [
        {
          firstName: space < 0 ? null : name.slice(0, space),
          lastName: name.slice(space + 1),
          email: account.email,
        },
      ],
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return id
}
