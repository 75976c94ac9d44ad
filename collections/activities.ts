import type { CollectionConfig } from 'payload'
import { holdCustomers } from '../hooks/holdCustomers.js'
import { lockDocuments } from '../hooks/lockDocuments.js'
import { stampActivity } from '../hooks/stampActivity.js'
import type { Crm } from '../src/config/resolve.js'
import { label } from '../src/i18n/translate.js'
import { allow, serverOnly } from './access/staff.js'
import { contactPicker, entryPages, invisible } from './customerPages.js'
import { choice } from './fields/choice.js'
import { day, instant } from './fields/number.js'
import { personFields } from './fields/person.js'
import { customerReference, reference } from './fields/reference.js'
import { requiredName, textarea } from './fields/text.js'

const actions = ['call', 'email', 'meeting', 'visit', 'letter', 'offer', 'task', 'other'] as const

export function activitiesCollection(crm: Crm): CollectionConfig {
  const sales = allow(crm, 'admin', 'sales')
  return {
    slug: crm.slugs.activities,
    labels: { singular: label('entity:activity'), plural: label('entity:activities') },
    lockDocuments: false,
    defaultSort: '-createdAt',
    access: { read: sales, create: sales, update: sales, delete: sales },
    admin: {
      group: 'CRM',
      useAsTitle: 'name',
      defaultColumns: ['done', 'name', 'customer', 'action', 'dueDate'],
      listSearchableFields: ['name', 'description'],
      components: crm.enabled ? entryPages(crm, 'activities') : {},
    },
    indexes: [{ fields: ['customer', 'done'] }],
    fields: [
      customerReference(crm),
      requiredName('name', 'field:name', { index: true }),
      textarea('description', 'field:description'),
      {
        type: 'row',
        fields: [
          reference('author', 'field:author', crm.usersSlug),
          day(crm, 'dueDate', 'field:dueDate', { index: true }),
        ],
      },
      {
        type: 'row',
        fields: [
          choice('action', 'field:action', actions, { index: true }),
          reference('partner', 'field:partner', crm.slugs.customers),
        ],
      },
      { name: 'done', type: 'checkbox', defaultValue: false, index: true, label: label('field:done') },
      instant('doneAt', 'field:doneAt', { access: serverOnly, admin: { components: invisible } }),
      {
        name: 'contact',
        type: 'group',
        label: label('field:contact'),
        fields: [contactPicker(crm), ...personFields()],
      },
    ],
    hooks: crm.enabled
      ? {
          beforeOperation: [lockDocuments],
          beforeChange: [holdCustomers(crm), stampActivity(crm)],
        }
      : {},
  }
}
