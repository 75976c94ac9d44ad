import type { CollectionConfig, Field } from 'payload'
import { forgetInMails } from '../hooks/forgetInMails.js'
import { forgetReactionsOf } from '../hooks/forgetReactions.js'
import { forgetSubscriber } from '../hooks/forgetSubscriber.js'
import { guardSubscriber } from '../hooks/guardSubscriber.js'
import { holdCustomers } from '../hooks/holdCustomers.js'
import { lockDocuments } from '../hooks/lockDocuments.js'
import { announceStatus } from '../hooks/webhooks/announceStatus.js'
import { clientComponent } from '../src/config/componentPaths.js'
import type { Crm } from '../src/config/resolve.js'
import { legalBases, subscriberStatuses } from '../src/domain/consent.js'
import { label } from '../src/i18n/translate.js'
import { allow, serverOnly } from './access/staff.js'
import { bouncesPanel } from './fields/bouncesPanel.js'
import { choice, language } from './fields/choice.js'
import { instant, number } from './fields/number.js'
import { reference } from './fields/reference.js'
import { formal, text } from './fields/text.js'

/**
 * A person who may get newsletters, by the e-mail address. Status and legal basis are the outcome of the workflows; what
 * the person consented to stands in `consents`.
 */
export function subscribersCollection(crm: Crm): CollectionConfig {
  const marketing = allow(crm, 'admin', 'marketing')
  return {
    slug: crm.slugs.subscribers,
    labels: { singular: label('entity:subscriber'), plural: label('entity:subscribers') },
    lockDocuments: false,
    disableDuplicate: true,
    defaultSort: 'email',
    access: { read: marketing, create: marketing, update: marketing, delete: marketing },
    admin: {
      group: 'CRM',
      useAsTitle: 'email',
      defaultColumns: ['email', 'firstName', 'lastName', 'status', 'legalBasis', 'createdAt'],
      listSearchableFields: ['email', 'firstName', 'lastName'],
      components: {
        beforeListTable: [
          {
            path: clientComponent('SubscriberImport'),
            clientProps: { listsSlug: crm.slugs.mailingLists, subscribersSlug: crm.slugs.subscribers },
          },
        ],
      },
    },
    fields: subscriberFields(crm),
    hooks: crm.enabled
      ? {
          beforeOperation: [lockDocuments],
          beforeChange: [guardSubscriber(crm), holdCustomers(crm)],
          afterChange: [
            announceStatus(crm, {
              confirmed: 'subscriber.confirmed',
              unsubscribed: 'subscriber.unsubscribed',
            }),
          ],
          beforeDelete: [forgetSubscriber(crm), forgetReactionsOf(crm, 'subscriber')],
          afterDelete: [forgetInMails(crm, 'subscriber')],
        }
      : {},
  }
}

function subscriberFields(crm: Crm): Field[] {
  const sidebar = { readOnly: true, position: 'sidebar' as const }
  // What has not happened needs no empty box.
  const once = (name: string) => ({
    ...sidebar,
    condition: (data: Record<string, unknown>) => Boolean(data[name]),
  })
  const lists = { type: 'relationship' as const, relationTo: crm.slugs.mailingLists, hasMany: true as const }
  return [
    formal('email', 'field:email', 'subscriber', { required: true, unique: true }),
    choice('salutation', 'field:salutation', ['ms', 'mr', 'neutral']),
    { type: 'row', fields: [text('firstName', 'field:firstName'), text('lastName', 'field:lastName')] },
    language({ index: true }),
    reference('customer', 'field:customer', crm.slugs.customers, { index: true }),
    { ...lists, name: 'lists', index: true, label: label('field:lists') },
    choice('status', 'field:status', subscriberStatuses, {
      required: true,
      defaultValue: 'pending',
      index: true,
      access: serverOnly,
      admin: sidebar,
    }),
    choice('legalBasis', 'field:legalBasis', legalBases, { access: serverOnly, index: true, admin: sidebar }),
    {
      name: 'evidence',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: clientComponent('SubscriberEvidence') },
      },
    },
    instant('requestedAt', 'field:checkMailSince', {
      access: serverOnly,
      index: true,
      admin: once('requestedAt'),
    }),
    instant('confirmedAt', 'field:consentedAt', { access: serverOnly, admin: once('confirmedAt') }),
    instant('unsubscribedAt', 'field:unsubscribedAt', {
      access: serverOnly,
      index: true,
      admin: once('unsubscribedAt'),
    }),
    instant('trackingConsentAt', 'field:trackingConsentAt', {
      access: serverOnly,
      admin: once('trackingConsentAt'),
    }),
    number('softBounces', 'field:softBounces', {
      access: serverOnly,
      defaultValue: 0,
      admin: once('softBounces'),
    }),
    instant('bouncedAt', 'field:bouncedAt', { access: serverOnly, admin: once('bouncedAt') }),
    text('bounceReason', 'field:diagnostic', { access: serverOnly, admin: once('bounceReason') }),
    bouncesPanel(crm, 'subscriber'),
    // What was asked for and waits for the confirmation.
    {
      ...lists,
      name: 'requestedLists',
      access: serverOnly,
      label: label('field:lists'),
      admin: { hidden: true },
    },
    { name: 'requestedTracking', type: 'checkbox', access: serverOnly, admin: { hidden: true } },
  ]
}
