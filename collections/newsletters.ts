import type { CollectionConfig } from 'payload'
import { forgetInMails } from '../hooks/forgetInMails.js'
import { guardNewsletterDelete } from '../hooks/guardNewsletterDelete.js'
import { lockDocuments } from '../hooks/lockDocuments.js'
import { protectNewsletter } from '../hooks/protectNewsletter.js'
import type { Crm } from '../src/config/resolve.js'
import { newsletterStatuses } from '../src/domain/newsletterLife.js'
import { label } from '../src/i18n/translate.js'
import { allow, nobody, serverOnly } from './access/staff.js'
import { choice } from './fields/choice.js'
import { instant, number } from './fields/number.js'
import { requiredName, text } from './fields/text.js'

/** A campaign: what is written, to whom, and how far it has come. */
export function newslettersCollection(crm: Crm): CollectionConfig {
  const marketing = allow(crm, 'admin', 'marketing')
  return {
    slug: crm.slugs.newsletters,
    labels: { singular: label('entity:newsletter'), plural: label('entity:newsletters') },
    lockDocuments: false,
    defaultSort: '-createdAt',
    access: { read: marketing, create: marketing, update: marketing, delete: marketing },
    admin: {
      group: 'CRM',
      useAsTitle: 'name',
      defaultColumns: ['name', 'subject', 'status', 'scheduledAt', 'progress.recipients', 'progress.sent'],
      listSearchableFields: ['name', 'subject'],
    },
    fields: [
      requiredName('name', 'field:name', { index: true }),
      requiredName('subject', 'field:subject'),
      text('preheader', 'field:preheader'),
      { name: 'content', type: 'richText', label: label('field:content') },
      { name: 'audience', type: 'json', label: label('field:audience') },
      instant('scheduledAt', 'field:scheduledAt', { index: true, admin: { readOnly: false } }),
      choice('status', 'field:status', newsletterStatuses, {
        access: serverOnly,
        defaultValue: 'draft',
        index: true,
        admin: { readOnly: true, position: 'sidebar' },
      }),
      {
        name: 'progress',
        type: 'group',
        label: label('field:progress'),
        access: serverOnly,
        admin: { readOnly: true },
        fields: [
          number('recipients', 'field:recipients', { defaultValue: 0 }),
          number('sent', 'field:sentCount', { defaultValue: 0 }),
          number('failed', 'field:failedCount', { defaultValue: 0 }),
          number('unknown', 'field:unknownCount', { defaultValue: 0 }),
          number('bounced', 'field:bouncedCount', { defaultValue: 0 }),
          number('unsubscribed', 'field:unsubscribedCount', { defaultValue: 0 }),
        ],
      },
      {
        name: 'run',
        type: 'group',
        label: label('campaign:run'),
        access: serverOnly,
        admin: {
          readOnly: true,
          condition: (data: { status?: string } | undefined) => data?.status !== 'draft',
        },
        fields: [
          instant('startedAt', 'campaign:startedAt'),
          instant('frozenAt', 'campaign:frozenAt'),
          instant('finishedAt', 'campaign:finishedAt'),
          text('note', 'campaign:note'),
          // Only so many mails go out until it is known how the first ones fared; 0 when all may.
          { name: 'canary', type: 'number', defaultValue: 0, admin: { hidden: true } },
        ],
      },
      {
        // What is sent, by language: content, sender and limits as they were at the start.
        name: 'frozen',
        type: 'json',
        access: { read: nobody, ...serverOnly },
        admin: { hidden: true },
      },
    ],
    hooks: crm.enabled
      ? {
          beforeOperation: [lockDocuments(crm, 'newsletters')],
          beforeChange: [protectNewsletter(crm)],
          beforeDelete: [guardNewsletterDelete(crm)],
          afterDelete: [forgetInMails(crm, 'newsletter')],
        }
      : {},
  }
}
