import type { CollectionConfig } from 'payload'
import { forgetInMails } from '../hooks/forgetInMails.js'
import { lockDocuments } from '../hooks/lockDocuments.js'
import type { Crm } from '../src/config/resolve.js'
import { label } from '../src/i18n/translate.js'
import { allow } from './access/staff.js'
import { choice, language } from './fields/choice.js'
import { reference } from './fields/reference.js'
import { formal, text } from './fields/text.js'

/** A person who may get newsletters, by the e-mail address; what they consented to stands in `consents`. */
export function subscribersCollection(crm: Crm): CollectionConfig {
  const marketing = allow(crm, 'admin', 'marketing')
  return {
    slug: crm.slugs.subscribers,
    labels: { singular: label('entity:subscriber'), plural: label('entity:subscribers') },
    lockDocuments: false,
    defaultSort: 'email',
    access: { read: marketing, create: marketing, update: marketing, delete: marketing },
    admin: {
      group: 'CRM',
      useAsTitle: 'email',
      defaultColumns: ['email', 'firstName', 'lastName', 'status', 'language', 'createdAt'],
      listSearchableFields: ['email', 'firstName', 'lastName'],
    },
    fields: [
      formal('email', 'field:email', 'email', { required: true, unique: true }),
      choice('salutation', 'field:salutation', ['ms', 'mr', 'neutral']),
      { type: 'row', fields: [text('firstName', 'field:firstName'), text('lastName', 'field:lastName')] },
      language({ index: true }),
      reference('customer', 'field:customer', crm.slugs.customers, { index: true }),
      {
        name: 'lists',
        type: 'relationship',
        relationTo: crm.slugs.mailingLists,
        hasMany: true,
        index: true,
        label: label('field:lists'),
      },
      choice('status', 'field:status', ['pending', 'confirmed', 'unsubscribed', 'bounced', 'complained'], {
        required: true,
        defaultValue: 'pending',
        index: true,
      }),
    ],
    hooks: crm.enabled
      ? {
          beforeOperation: [lockDocuments(crm, 'subscribers')],
          afterDelete: [forgetInMails(crm, 'subscriber')],
        }
      : {},
  }
}
