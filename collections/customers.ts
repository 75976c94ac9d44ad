import type { CollectionConfig, Field, GroupField } from 'payload'
import { lockCustomersRecords } from '../hooks/lockCustomersRecords.js'
import { lockDocuments } from '../hooks/lockDocuments.js'
import { numberCustomer } from '../hooks/numberCustomer.js'
import { removeCustomersRecords } from '../hooks/removeCustomersRecords.js'
import { clientComponent } from '../src/config/componentPaths.js'
import type { Crm } from '../src/config/resolve.js'
import { label } from '../src/i18n/translate.js'
import { staffOrOwn } from './access/account.js'
import { allow, allowField, serverOnly } from './access/staff.js'
import { customerPages } from './customerPages.js'
import { addressFields } from './fields/address.js'
import { bouncesPanel } from './fields/bouncesPanel.js'
import { bankGroup } from './fields/bank.js'
import { language } from './fields/choice.js'
import { personFields } from './fields/person.js'
import { panel } from './fields/panel.js'
import { formal, requiredName, text, textarea } from './fields/text.js'

export function customersCollection(crm: Crm): CollectionConfig {
  const { accounts, customers, mailingLists, subscribers } = crm.slugs
  return {
    slug: customers,
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
      components: crm.enabled ? customerPages(crm) : {},
    },
    fields: [
      {
        // Left half: who the customer is. Right half: the bank account, what else there is to say, and who has access.
        // `label: false` keeps the word "Group" out of what Payload says about a field that it refuses.
        type: 'row',
        fields: [
          { type: 'group', label: false, fields: whoFields(), admin: { width: '50%' } },
          {
            type: 'group',
            label: false,
            fields: [
              bankGroup(crm),
              furtherGroup(crm),
              panel(crm, 'accounts', 'CustomerAccounts', { slugs: { accounts, customers } }),
              panel(crm, 'newsletterPeople', 'CustomerNewsletter', {
                slugs: { customers, mailingLists, subscribers },
              }),
              bouncesPanel(crm, 'customer'),
            ],
            admin: { width: '50%' },
          },
        ],
      },
    ],
    hooks: crm.enabled
      ? {
          beforeOperation: [lockCustomersRecords(crm), lockDocuments],
          beforeChange: [numberCustomer()],
          beforeDelete: [removeCustomersRecords(crm)],
        }
      : {},
  }
}

function whoFields(): Field[] {
  return [
    requiredName('company', 'field:company', { index: true }),
    {
      name: 'address',
      type: 'group',
      label: label('field:address'),
      fields: addressFields(),
      admin: { hideGutter: true },
    },
    {
      type: 'row',
      fields: [formal('email', 'field:email', 'email', { index: true }), text('phone', 'field:phone')],
    },
    { type: 'row', fields: [text('website', 'field:website'), formal('vatId', 'field:vatId', 'vatId')] },
    {
      name: 'contacts',
      type: 'array',
      label: label('field:contacts'),
      labels: { singular: label('field:contact'), plural: label('field:contacts') },
      admin: {
        description: label('hint:mainContact'),
        components: { RowLabel: clientComponent('ContactLabel') },
      },
      fields: [...personFields(), text('position', 'field:position')],
    },
  ]
}

function furtherGroup(crm: Crm): GroupField {
  // What the house notes about a customer is not for the customer's eyes.
  const internal = { read: allowField(crm, 'admin', 'sales', 'marketing') }
  return {
    type: 'group',
    label: label('workspace:further'),
    admin: { hideGutter: true },
    fields: [
      {
        type: 'row',
        fields: [
          text('customerNumber', 'field:customerNumber', {
            unique: true,
            access: serverOnly,
            admin: { readOnly: true },
          }),
          language({ index: true }),
        ],
      },
      text('tags', 'field:tags', { hasMany: true, index: true, access: internal }),
      textarea('notes', 'field:notes', { access: internal }),
    ],
  }
}
