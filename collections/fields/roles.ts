import type { Access, Field, FieldAccess } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import { label } from '../../src/i18n/translate.js'
import { choice } from './choice.js'

/** The roles of a member of staff. The very first user becomes an administrator; afterwards only those change roles. */
export function rolesField(crm: Crm): Field {
  const administrators: FieldAccess & Access = ({ req }) => crm.rolesOf(req.user).includes('admin')
  return choice('roles', 'field:roles', ['admin', 'marketing', 'sales'], {
    hasMany: true,
    saveToJWT: true,
    index: true,
    label: label('field:roles'),
    access: { create: administrators, update: administrators },
    hooks: {
      beforeChange: [
        async ({ operation, req, value }) => {
          if (operation !== 'create') return value as unknown
          const { totalDocs } = await req.payload.count({
            collection: crm.usersSlug,
            overrideAccess: true,
            req,
          })
          return totalDocs === 0 ? ['admin'] : ((value as unknown) ?? [])
        },
      ],
    },
  })
}
