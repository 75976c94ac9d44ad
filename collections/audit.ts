import type { CollectionConfig } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { label } from '../src/i18n/translate.js'
import { allow, nobody } from './access/staff.js'
import { choice } from './fields/choice.js'
import { reference } from './fields/reference.js'
import { text } from './fields/text.js'

/** Who answered or erased whose data, and when. The person is a keyed digest: the log must not keep what it erased. */
export function auditCollection(crm: Crm): CollectionConfig {
  return {
    slug: crm.slugs.audit,
    labels: { singular: label('entity:auditEntry'), plural: label('entity:audit') },
    lockDocuments: false,
    disableDuplicate: true,
    defaultSort: '-createdAt',
    access: { read: allow(crm, 'admin'), create: nobody, update: nobody, delete: nobody },
    admin: {
      group: 'CRM',
      useAsTitle: 'action',
      defaultColumns: ['action', 'person', 'author', 'createdAt'],
    },
    fields: [
      choice('action', 'field:action', ['gdprExport', 'gdprErase'], { required: true, index: true }),
      text('person', 'field:personDigest', { required: true, index: true }),
      reference('author', 'field:author', crm.usersSlug),
      { name: 'counts', type: 'json', label: label('field:counts') },
    ],
  }
}
