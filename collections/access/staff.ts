import type { Access, FieldAccess, Where } from 'payload'
import { nobody } from '../../src/config/nobody.js'
import type { Crm } from '../../src/config/resolve.js'
import type { Role } from '../../src/domain/role.js'

/** Members of staff with one of the roles; an account of a customer never passes, whatever it claims to be. */
export function allow(crm: Crm, ...roles: Role[]): Access {
  return ({ req }) => crm.rolesOf(req.user).some((role) => roles.includes(role))
}

/** The same for one field. */
export function allowField(crm: Crm, ...roles: Role[]): FieldAccess {
  return ({ req }) => crm.rolesOf(req.user).some((role) => roles.includes(role))
}

/** `admin` sees everything, the other roles what the filter lets through. */
export function allowFiltered(crm: Crm, filters: Partial<Record<Role, Where>>): Access {
  return ({ req }) => {
    const roles = crm.rolesOf(req.user)
    if (roles.includes('admin')) return true
    const allowed = roles
      .map((role) => filters[role])
      .filter((filter): filter is Where => filter !== undefined)
    return allowed.length > 0 ? { or: allowed } : false
  }
}

export { nobody }

/** Set by the server only: whatever a client sends is dropped. */
export const serverOnly = { create: nobody, update: nobody }
