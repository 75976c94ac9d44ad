import type { CollectionConfig } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { suppressionReasons } from '../src/domain/consent.js'
import { label } from '../src/i18n/translate.js'
import { allow, nobody } from './access/staff.js'
import { choice } from './fields/choice.js'
import { instant } from './fields/number.js'
import { text } from './fields/text.js'

/**
 * Addresses that no campaign ever mails again, whatever is imported later. The hash is enough for that; the address itself
 * is forgotten with the person. Only an administrator lifts an entry, or the person by a new confirmed sign-up.
 */
export function suppressionsCollection(crm: Crm): CollectionConfig {
  return {
    slug: crm.slugs.suppressions,
    labels: { singular: label('entity:suppression'), plural: label('entity:suppressions') },
    lockDocuments: false,
    disableDuplicate: true,
    defaultSort: '-since',
    access: {
      read: allow(crm, 'admin', 'marketing'),
      create: nobody,
      update: nobody,
      delete: allow(crm, 'admin'),
    },
    admin: {
      group: 'CRM',
      useAsTitle: 'address',
      defaultColumns: ['address', 'reason', 'since'],
      listSearchableFields: ['address'],
    },
    fields: [
      text('address', 'field:email', { index: true }),
      text('addressHash', 'field:hash', { required: true, unique: true }),
      choice('reason', 'field:reason', suppressionReasons, { required: true, index: true }),
      instant('since', 'field:since', { required: true, index: true }),
    ],
  }
}
