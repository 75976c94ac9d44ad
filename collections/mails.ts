import type { CollectionConfig } from 'payload'
import { wordLastError } from '../hooks/wordLastError.js'
import type { Crm } from '../src/config/resolve.js'
import { label } from '../src/i18n/translate.js'
import { doubtCauses, mailKinds, mailStates } from '../src/mail/mailRow.js'
import { allowFiltered, nobody } from './access/staff.js'
import { choice, language } from './fields/choice.js'
import { instant, number } from './fields/number.js'
import { text, textarea } from './fields/text.js'

/** The outbox and ledger: every mail is a row here before it is a mail, and stays one afterwards. */
export function mailsCollection(crm: Crm): CollectionConfig {
  const internal = { admin: { hidden: true } }
  // A link's token can be worked out from these with the host's secret: no reader gets them.
  const secret = { hidden: true }
  return {
    slug: crm.slugs.mails,
    labels: { singular: label('entity:mail'), plural: label('entity:mails') },
    lockDocuments: false,
    defaultSort: '-createdAt',
    access: {
      read: allowFiltered(crm, {
        sales: { order: { exists: true } },
        marketing: { kind: { equals: 'newsletter' } },
      }),
      create: nobody,
      update: nobody,
      delete: nobody,
    },
    admin: {
      group: 'CRM',
      useAsTitle: 'subject',
      defaultColumns: ['state', 'kind', 'to', 'subject', 'attempts', 'sentAt'],
      listSearchableFields: ['to', 'subject', 'messageId'],
    },
    // Every index is paid for three times a mail, so there are few: what waits, what is being sent, what belongs together.
    indexes: [
      { fields: ['kind', 'state', 'nextAttemptAt'] },
      { fields: ['newsletter', 'state', 'position'] },
    ],
    fields: [
      choice('kind', 'field:kind', mailKinds, { required: true }),
      choice('state', 'field:state', mailStates, { required: true, defaultValue: 'queued' }),
      text('to', 'field:to', { required: true }),
      text('subject', 'field:subject', { required: true }),
      language(),
      {
        name: 'order',
        type: 'relationship',
        relationTo: crm.slugs.orders,
        index: true,
        label: label('field:order'),
      },
      {
        name: 'newsletter',
        type: 'relationship',
        relationTo: crm.slugs.newsletters,
        label: label('field:newsletter'),
      },
      {
        name: 'subscriber',
        type: 'relationship',
        relationTo: crm.slugs.subscribers,
        index: true,
        label: label('field:subscriber'),
      },
      {
        name: 'account',
        type: 'relationship',
        relationTo: crm.slugs.accounts,
        index: true,
        label: label('field:account'),
      },
      {
        name: 'customer',
        type: 'relationship',
        relationTo: crm.slugs.customers,
        index: true,
        label: label('field:customer'),
      },
      number('attempts', 'field:attempts', { defaultValue: 0 }),
      text('messageId', 'field:messageId', { index: true }),
      text('lastError', 'field:lastError', { hooks: { afterRead: [wordLastError] } }),
      choice('cause', 'field:cause', doubtCauses),
      text('response', 'field:response'),
      instant('sentAt', 'field:sentAt'),
      instant('nextAttemptAt', 'field:nextAttemptAt'),
      text('attachmentDigest', 'field:attachmentDigest'),
      textarea('text', 'field:text'),
      textarea('html', 'field:html', { admin: { condition: () => false } }),
      // The workings of the delivery; the same row can never be written twice, nor held by two workers.
      { name: 'dedupeKey', type: 'text', required: true, unique: true, ...internal },
      { name: 'details', type: 'json', ...secret },
      { name: 'lease', type: 'text', ...internal },
      { name: 'leaseUntil', type: 'date', ...internal },
      { name: 'enqueuedAt', type: 'date', ...internal },
      // The place of a recipient in the audience of the newsletter: 1, 2, 3, …
      { name: 'position', type: 'number', ...internal },
    ],
  }
}
