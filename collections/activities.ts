import type { CollectionConfig } from 'payload'
import { lockDocuments } from '../hooks/lockDocuments.js'
import { stampActivity } from '../hooks/stampActivity.js'
import type { Crm } from '../src/config/resolve.js'
import { label } from '../src/i18n/translate.js'
import { allow, serverOnly } from './access/staff.js'
import { choice } from './fields/choice.js'
import { day, instant } from './fields/number.js'
import { personFields } from './fields/person.js'
import { reference } from './fields/reference.js'
import { requiredName, textarea } from './fields/text.js'

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
    },
    indexes: [{ fields: ['customer', 'done'] }],
    fields: [
      reference('customer', 'field:customer', crm.slugs.customers, { required: true, index: true }),
      requiredName('name', 'field:name', { index: true }),
      textarea('description', 'field:description'),
      reference('author', 'field:author', crm.usersSlug),
      choice(
        'action',
        'field:action',
        ['call', 'email', 'meeting', 'visit', 'letter', 'offer', 'task', 'other'],
        {
          index: true,
        },
      ),
      reference('partner', 'field:partner', crm.slugs.customers),
      day('dueDate', 'field:dueDate', { index: true }),
      { name: 'done', type: 'checkbox', defaultValue: false, index: true, label: label('field:done') },
      instant('doneAt', 'field:doneAt', { access: serverOnly }),
      { name: 'contact', type: 'group', label: label('field:contact'), fields: personFields() },
    ],
    hooks: crm.enabled
      ? { beforeOperation: [lockDocuments(crm, 'activities')], beforeChange: [stampActivity(crm)] }
      : {},
  }
}
