import type { CollectionConfig } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { label } from '../src/i18n/translate.js'
import { allow, nobody } from './access/staff.js'
import { choice, language } from './fields/choice.js'
import { reference } from './fields/reference.js'
import { requiredName } from './fields/text.js'

/** The login of a customer's person: reads what is its customer's own and orders, nothing else. */
export function accountsCollection(crm: Crm): CollectionConfig {
  const sales = allow(crm, 'admin', 'sales')
  return {
    slug: crm.slugs.accounts,
    labels: { singular: label('entity:account'), plural: label('entity:accounts') },
    lockDocuments: false,
    defaultSort: 'email',
    auth: true,
    access: {
      read: sales,
      create: sales,
      update: sales,
      delete: allow(crm, 'admin'),
      unlock: nobody,
      admin: () => false,
    },
    admin: { group: 'CRM', useAsTitle: 'email', defaultColumns: ['email', 'name', 'customer', 'status'] },
    fields: [
      requiredName('name', 'field:name', { index: true }),
      reference('customer', 'field:customer', crm.slugs.customers, { index: true }),
      language(),
      choice('status', 'field:status', ['invited', 'active', 'blocked'], {
        required: true,
        defaultValue: 'invited',
        index: true,
      }),
    ],
  }
}
