import type { PayloadRequest } from 'payload'
import { crmOf } from '../config/resolve.js'
import { readAsUser, type Found } from './readAsUser.js'

export interface WaitingAccount {
  id: string | number
  name: string
  email: string
  registeredCompany?: string | null
}

/** Registrations that wait for approval, as the query of a list has them; `accountStage` is the rule. */
export const waitingFilter = {
  'where[and][0][status][equals]': 'invited',
  'where[and][1][origin][equals]': 'registration',
  'where[and][2][verifiedAt][exists]': 'true',
}

/** Registrations that wait for approval, the longest waiting first. */
export function findWaitingAccounts(req: PayloadRequest, limit: number): Promise<Found<WaitingAccount>> {
  return readAsUser(req, crmOf(req.payload).slugs.accounts, {
    where: {
      and: [
        { status: { equals: 'invited' } },
        { origin: { equals: 'registration' } },
        { verifiedAt: { exists: true } },
      ],
    },
    sort: 'verifiedAt',
    limit,
    fields: ['name', 'email', 'registeredCompany'],
  })
}
