import type { CollectionConfig } from 'payload'
import { announceAccountDeletion } from '../hooks/account/announceDeletion.js'
import { admitActiveAccount, endLockOut, throttleLogin } from '../hooks/account/login.js'
import { noteAccountChange, tellOfAccountChange } from '../hooks/account/changes.js'
import { refuseWeakPassword } from '../hooks/account/passwordRule.js'
import { closePasswordReset, openPasswordReset, queuePasswordReset } from '../hooks/account/passwordReset.js'
import {
  keepOtherSessions,
  lockLeavingAccount,
  lockRefreshedAccount,
  refuseOvertakenLogin,
} from '../hooks/account/sessions.js'
import { holdCustomers } from '../hooks/holdCustomers.js'
import { lockDocuments } from '../hooks/lockDocuments.js'
import type { Crm } from '../src/config/resolve.js'
import { accountOrigins, accountStatuses } from '../src/domain/accountLife.js'
import { label } from '../src/i18n/translate.js'
import { staffOrOwn } from './access/account.js'
import { allow, nobody, serverOnly } from './access/staff.js'
import { panel } from './fields/panel.js'
import { choice, language } from './fields/choice.js'
import { instant } from './fields/number.js'
import { reference } from './fields/reference.js'
import { requiredName, text } from './fields/text.js'

/** The login of a customer's person: reads what is its customer's own and orders, nothing else. */
export function accountsCollection(crm: Crm): CollectionConfig {
  const sales = allow(crm, 'admin', 'sales')
  const sidebar = { readOnly: true, position: 'sidebar' as const }
  return {
    slug: crm.slugs.accounts,
    labels: { singular: label('entity:account'), plural: label('entity:accounts') },
    lockDocuments: false,
    defaultSort: 'email',
    disableDuplicate: true,
    auth: {
      // Wrong passwords are counted by e-mail address, known or not: being locked must not tell that an account exists.
      maxLoginAttempts: 0,
      forgotPassword: { expiration: 3_600_000 },
    },
    access: {
      read: staffOrOwn(crm, ['admin', 'sales'], (account) => ({ id: { equals: account.id } })),
      create: sales,
      update: sales,
      delete: allow(crm, 'admin'),
      unlock: nobody,
      admin: () => false,
    },
    admin: {
      group: 'CRM',
      useAsTitle: 'email',
      defaultColumns: ['email', 'name', 'customer', 'status', 'verifiedAt'],
      listSearchableFields: ['email', 'name'],
    },
    fields: [
      panel(crm, 'stage', 'AccountStageField', { accountsSlug: crm.slugs.accounts }),
      requiredName('name', 'field:name', { index: true }),
      reference('customer', 'field:customer', crm.slugs.customers, { index: true }),
      language(),
      choice('status', 'field:status', accountStatuses, {
        required: true,
        defaultValue: 'invited',
        index: true,
      }),
      choice('origin', 'field:origin', accountOrigins, {
        access: serverOnly,
        defaultValue: 'staff',
        admin: sidebar,
      }),
      text('registeredCompany', 'field:registeredCompany', { access: serverOnly, admin: sidebar }),
      instant('verifiedAt', 'field:verifiedAt', { access: serverOnly, admin: { position: 'sidebar' } }),
    ],
    hooks: crm.enabled
      ? {
          beforeOperation: [
            lockDocuments,
            throttleLogin(crm),
            openPasswordReset(crm),
            lockRefreshedAccount(crm),
          ],
          beforeValidate: [refuseWeakPassword(crm), closePasswordReset()],
          beforeChange: [holdCustomers(crm), noteAccountChange()],
          afterChange: [tellOfAccountChange(crm)],
          beforeLogin: [admitActiveAccount(), refuseOvertakenLogin(crm), keepOtherSessions(crm)],
          afterLogin: [endLockOut(crm)],
          afterLogout: [lockLeavingAccount(crm)],
          afterOperation: [queuePasswordReset(crm)],
          beforeDelete: [announceAccountDeletion(crm)],
        }
      : {},
  }
}
