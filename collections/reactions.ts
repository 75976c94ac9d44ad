import type { CollectionConfig, Field } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { label } from '../src/i18n/translate.js'
import { closed } from './internal.js'

const relation = (name: 'newsletter' | 'subscriber', relationTo: string): Field => ({
  name,
  type: 'relationship',
  relationTo,
  index: true,
})

/** How often a newsletter was opened and its links were clicked, one row a day and link: nothing in it is about a person. */
export function reactionCountsCollection(crm: Crm): CollectionConfig {
  return {
    ...closed,
    slug: crm.slugs.reactionCounts,
    labels: { singular: label('tracking:reactions'), plural: label('tracking:reactions') },
    fields: [
      { name: 'key', type: 'text', required: true, unique: true },
      relation('newsletter', crm.slugs.newsletters),
      { name: 'day', type: 'text', required: true },
      { name: 'link', type: 'number', required: true },
      { name: 'count', type: 'number', required: true },
    ],
  }
}

/** What people who agreed to it did with a newsletter; written and deleted by `src/mail/newsletter/reactions.ts` only. */
export function reactionsCollection(crm: Crm): CollectionConfig {
  return {
    ...closed,
    slug: crm.slugs.reactions,
    labels: { singular: label('tracking:reactions'), plural: label('tracking:reactions') },
    fields: [
      { name: 'key', type: 'text', required: true, unique: true },
      relation('newsletter', crm.slugs.newsletters),
      relation('subscriber', crm.slugs.subscribers),
      { name: 'link', type: 'number', required: true },
      { name: 'count', type: 'number', required: true },
      { name: 'firstAt', type: 'date', required: true },
      { name: 'lastAt', type: 'date', required: true },
    ],
  }
}
