import type { CollectionConfig } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { label } from '../src/i18n/translate.js'
import { allow, nobody } from './access/staff.js'
import { instant } from './fields/number.js'
import { reference } from './fields/reference.js'
import { text, textarea } from './fields/text.js'

/** The evidence that a subscriber agreed: append-only, nobody changes or deletes a row (DSGVO Art. 7(1)). */
export function consentsCollection(crm: Crm): CollectionConfig {
  return {
    slug: crm.slugs.consents,
    labels: { singular: label('entity:consent'), plural: label('entity:consents') },
    lockDocuments: false,
    defaultSort: '-createdAt',
    access: { read: allow(crm, 'admin', 'marketing'), create: nobody, update: nobody, delete: nobody },
    admin: {
      group: 'CRM',
      useAsTitle: 'kind',
      defaultColumns: ['subscriber', 'kind', 'requestedAt', 'confirmedAt'],
    },
    fields: [
      reference('subscriber', 'field:subscriber', crm.slugs.subscribers, { required: true, index: true }),
      text('kind', 'field:kind', { required: true, index: true }),
      textarea('text', 'field:consentText'),
      text('textVersion', 'field:textVersion'),
      instant('requestedAt', 'field:requestedAt', { index: true }),
      text('requestIp', 'field:requestIp'),
      text('requestUrl', 'field:requestUrl'),
      instant('confirmedAt', 'field:confirmedAt'),
      text('confirmIp', 'field:confirmIp'),
      instant('revokedAt', 'field:revokedAt'),
    ],
  }
}
