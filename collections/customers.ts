import type { CollectionConfig } from 'payload'
import { lockDocuments } from '../hooks/lockDocuments.js'
import { numberCustomer } from '../hooks/numberCustomer.js'
import { removeCustomersRecords } from '../hooks/removeCustomersRecords.js'
import type { Crm } from '../src/config/resolve.js'
import { label } from '../src/i18n/translate.js'
import { staffOrOwn } from './access/account.js'
import { allow, allowField, serverOnly } from './access/staff.js'
import { addressFields } from './fields/address.js'
import { bankGroup } from './fields/bank.js'
import { language } from './fields/choice.js'
import { personFields } from './fields/person.js'
import { formal, requiredName, text, textarea } from './fields/text.js'

export function customersCollection(crm: Crm): CollectionConfig {
  // What the house notes about a customer is not for the customer's eyes.
  const internal = { read: allowField(crm, 'admin', 'sales', 'marketing') }
  return {
    slug: crm.slugs.customers,
    labels: { singular: label('entity:customer'), plural: label('entity:customers') },
    lockDocuments: false,
    defaultSort: 'company',
    access: {
      read: staffOrOwn(crm, ['admin', 'sales', 'marketing'], (account) => ({
        id: { equals: account.customer },
      })),
      create: allow(crm, 'admin', 'sales'),
      update: allow(crm, 'admin', 'sales'),
      delete: allow(crm, 'admin', 'sales'),
    },
    admin: {
      group: 'CRM',
      useAsTitle: 'company',
      defaultColumns: ['customerNumber', 'company', 'address.city', 'email', 'phone'],
      listSearchableFields: ['company', 'customerNumber', 'email', 'address.city'],
    },
    fields: [
      requiredName('company', 'field:company', { index: true }),
      text('customerNumber', 'field:customerNumber', {
        unique: true,
        access: serverOnly,
        admin: { readOnly: true, position: 'sidebar' },
      }),
      { name: 'address', type: 'group', label: label('field:address'), fields: addressFields() },
      {
        name: 'contacts',
        type: 'array',
        label: label('field:contacts'),
        labels: { singular: label('field:contact'), plural: label('field:contacts') },
        admin: { description: label('hint:mainContact') },
        fields: [...personFields(), text('position', 'field:position')],
      },
      {
        type: 'row',
        fields: [formal('email', 'field:email', 'email', { index: true }), text('phone', 'field:phone')],
      },
      { type: 'row', fields: [text('website', 'field:website'), formal('vatId', 'field:vatId', 'vatId')] },
      bankGroup(crm),
      language({ admin: { position: 'sidebar' }, index: true }),
      text('tags', 'field:tags', {
        hasMany: true,
        index: true,
        access: internal,
        admin: { position: 'sidebar' },
      } as object),
      textarea('notes', 'field:notes', { access: internal }),
    ],
    hooks: crm.enabled
      ? {
          beforeOperation: [lockDocuments(crm, 'customers')],
          beforeChange: [numberCustomer()],
          beforeDelete: [removeCustomersRecords(crm)],
        }
      : {},
  }
}
