import type { CollectionConfig } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { bounceKinds } from '../src/domain/bounce.js'
import { label } from '../src/i18n/translate.js'
import { allow, nobody } from './access/staff.js'
import { choice } from './fields/choice.js'
import { instant } from './fields/number.js'
import { text } from './fields/text.js'

/** What mail servers reported back about our mails, one row a report: seen at subscriber, customer and newsletter. */
export function bouncesCollection(crm: Crm): CollectionConfig {
  const relation = (name: 'mail' | 'subscriber' | 'customer' | 'newsletter', relationTo: string) => ({
    name,
    type: 'relationship' as const,
    relationTo,
    index: true,
    label: label(`field:${name}`),
  })
  return {
    slug: crm.slugs.bounces,
    labels: { singular: label('entity:bounce'), plural: label('entity:bounces') },
    lockDocuments: false,
    disableDuplicate: true,
    defaultSort: '-receivedAt',
    access: {
      read: allow(crm, 'admin', 'marketing', 'sales'),
      create: nobody,
      update: nobody,
      delete: nobody,
    },
    admin: {
      group: 'CRM',
      useAsTitle: 'recipient',
      defaultColumns: ['receivedAt', 'kind', 'recipient', 'statusCode', 'diagnostic', 'newsletter'],
      listSearchableFields: ['recipient', 'diagnostic'],
    },
    fields: [
      choice('kind', 'field:kind', bounceKinds, { required: true, index: true }),
      text('recipient', 'field:to', { index: true }),
      text('statusCode', 'field:statusCode'),
      text('diagnostic', 'field:diagnostic'),
      relation('mail', crm.slugs.mails),
      relation('subscriber', crm.slugs.subscribers),
      relation('customer', crm.slugs.customers),
      relation('newsletter', crm.slugs.newsletters),
      instant('receivedAt', 'field:receivedAt', { index: true }),
      // The same report, fetched twice or by two workers, counts once.
      { name: 'reportKey', type: 'text', required: true, unique: true, admin: { hidden: true } },
    ],
  }
}
