import type { CollectionConfig } from 'payload'
import { chainConsent } from '../hooks/chainConsent.js'
import { refuseConsentDelete, refuseConsentUpdate } from '../hooks/keepConsents.js'
import type { Crm } from '../src/config/resolve.js'
import { consentKinds, legalBases } from '../src/domain/consent.js'
import { label } from '../src/i18n/translate.js'
import { allow, nobody } from './access/staff.js'
import { choice } from './fields/choice.js'
import { instant, number } from './fields/number.js'
import { text, textarea } from './fields/text.js'

/**
 * The evidence that a subscriber agreed: append-only, nobody changes or deletes a row (DSGVO Art. 7(1)). The rows of one
 * person are a chain of hashes. They outlive the subscriber, whose relation then becomes empty, until their time is over.
 */
export function consentsCollection(crm: Crm): CollectionConfig {
  const relation = (name: 'subscriber' | 'newsletter', relationTo: string) => ({
    name,
    type: 'relationship' as const,
    relationTo,
    index: true,
    label: label(`field:${name}`),
  })
  return {
    slug: crm.slugs.consents,
    labels: { singular: label('entity:consent'), plural: label('entity:consents') },
    lockDocuments: false,
    disableDuplicate: true,
    defaultSort: '-createdAt',
    access: { read: allow(crm, 'admin', 'marketing'), create: nobody, update: nobody, delete: nobody },
    admin: {
      group: 'CRM',
      useAsTitle: 'email',
      defaultColumns: ['recordedAt', 'kind', 'email', 'basis', 'requestedAt', 'confirmedAt', 'revokedAt'],
      listSearchableFields: ['email'],
    },
    indexes: [{ fields: ['subscriberKey', 'sequence'], unique: true }],
    fields: [
      relation('subscriber', crm.slugs.subscribers),
      choice('kind', 'field:kind', consentKinds, { required: true, index: true }),
      choice('basis', 'field:legalBasis', legalBases, { index: true }),
      text('email', 'field:email', { required: true, index: true }),
      textarea('text', 'field:consentText'),
      text('textVersion', 'field:textVersion'),
      { name: 'lists', type: 'json', label: label('field:lists') },
      instant('requestedAt', 'field:requestedAt', { index: true }),
      text('requestIp', 'field:requestIp'),
      text('requestUrl', 'field:requestUrl'),
      instant('confirmedAt', 'field:confirmedAt'),
      text('confirmIp', 'field:confirmIp'),
      instant('revokedAt', 'field:revokedAt'),
      text('revokeIp', 'field:revokeIp'),
      text('reason', 'field:reason'),
      text('source', 'field:source'),
      relation('newsletter', crm.slugs.newsletters),
      text('declaredBy', 'field:declaredBy'),
      text('mailMessageId', 'field:messageId'),
      textarea('mailText', 'field:checkMail'),
      instant('recordedAt', 'field:recordedAt', { index: true }),
      text('subscriberKey', 'field:subscriberKey', { required: true }),
      number('sequence', 'field:sequence'),
      text('prevHash', 'field:prevHash'),
      text('hash', 'field:hash', { index: true }),
    ],
    hooks: crm.enabled
      ? { beforeChange: [refuseConsentUpdate(), chainConsent(crm)], beforeDelete: [refuseConsentDelete()] }
      : {},
  }
}
