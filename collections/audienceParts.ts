import type { CollectionConfig } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { label } from '../src/i18n/translate.js'
import { closed } from './internal.js'

/**
 * Of the audience of a newsletter that has started: those who have no row in the outbox yet. Written and deleted by
 * `src/mail/newsletter/audienceParts.ts` only.
 */
export function audiencePartsCollection(crm: Crm): CollectionConfig {
  return {
    ...closed,
    slug: crm.slugs.audienceParts,
    labels: { singular: label('field:audience'), plural: label('field:audience') },
    fields: [
      { name: 'newsletter', type: 'relationship', relationTo: crm.slugs.newsletters, index: true },
      { name: 'part', type: 'number', required: true },
      { name: 'recipients', type: 'number', required: true },
      // Ids, in ascending order.
      { name: 'subscribers', type: 'json', required: true },
      // The newsletter was cancelled: only "send to those who did not get it" brings these back.
      { name: 'takenBack', type: 'checkbox' },
    ],
  }
}
