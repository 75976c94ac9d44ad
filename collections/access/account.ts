import type { Access, Where } from 'payload'
import { accountOf, type CurrentAccount } from '../../src/config/account.js'
import type { Crm } from '../../src/config/resolve.js'
import type { Role } from '../../src/domain/role.js'

/** Staff with one of the roles sees everything, an active account what the filter says is its own. */
export function staffOrOwn(crm: Crm, roles: Role[], own: (account: CurrentAccount) => Where): Access {
  return ({ req }) => {
    if (crm.rolesOf(req.user).some((role) => roles.includes(role))) return true
    const account = accountOf(crm, req.user)
    return account ? own(account) : false
  }
}

/** Staff with one of the roles, and every active account. */
export function staffOrAccount(crm: Crm, ...roles: Role[]): Access {
  return ({ req }) =>
    crm.rolesOf(req.user).some((role) => roles.includes(role)) || accountOf(crm, req.user) !== null
}
