import type { CollectionConfig } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { label } from '../src/i18n/translate.js'
import { allow } from './access/staff.js'
import { requiredName, textarea } from './fields/text.js'

/** A list that subscribers are on; a public one can be chosen on the sign-up and preference pages. */
export function mailingListsCollection(crm: Crm): CollectionConfig {
  const marketing = allow(crm, 'admin', 'marketing')
  return {
    slug: crm.slugs.mailingLists,
    labels: { singular: label('entity:mailingList'), plural: label('entity:mailingLists') },
    lockDocuments: false,
    defaultSort: 'name',
    access: { read: marketing, create: marketing, update: marketing, delete: marketing },
    admin: { group: 'CRM', useAsTitle: 'name', defaultColumns: ['name', 'description', 'public'] },
    fields: [
      requiredName('name', 'field:name', { index: true }),
      textarea('description', 'field:description'),
      { name: 'public', type: 'checkbox', defaultValue: false, index: true, label: label('field:public') },
    ],
  }
}
