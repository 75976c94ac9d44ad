import type { CollectionConfig, TextField } from 'payload'
import { announceable } from './fields/webhookEvents.js'
import { hideSecret, keepSecret, showNewSecret } from '../hooks/webhooks/keepSecret.js'
import { removeDeliveries } from '../hooks/webhooks/removeDeliveries.js'
import type { Crm } from '../src/config/resolve.js'
import { isWebhookUrl } from '../src/domain/webhookEvent.js'
import { label } from '../src/i18n/translate.js'
import { allow, nobody } from './access/staff.js'
import { choice } from './fields/choice.js'
import { instant, number } from './fields/number.js'
import { reference } from './fields/reference.js'
import { requiredName, text, textarea } from './fields/text.js'
import { validateWith } from './fields/validators.js'

/** Where the world is told of what happens here; an administrator's affair. */
export function webhooksCollection(crm: Crm): CollectionConfig {
  const admin = allow(crm, 'admin')
  return {
    slug: crm.slugs.webhooks,
    labels: { singular: label('entity:webhook'), plural: label('entity:webhooks') },
    lockDocuments: false,
    disableDuplicate: true,
    access: { read: admin, create: admin, update: admin, delete: admin },
    admin: { group: 'CRM', useAsTitle: 'name', defaultColumns: ['name', 'url', 'events', 'active'] },
    fields: [
      requiredName('name', 'field:name'),
      text('url', 'field:webhookUrl', {
        required: true,
        admin: { description: label('hint:webhookUrl') },
        validate: validateWith((value) =>
          isWebhookUrl(value, crm.webhooks.allowPrivateNetworks) ? null : 'webhookUrl',
        ) as TextField['validate'],
      } as object),
      announceable({ required: true, hasMany: true }),
      text('secret', 'field:webhookSecret', {
        admin: { description: label('hint:webhookSecret') },
        ...(crm.enabled ? { hooks: { afterRead: [hideSecret] } } : {}),
      }),
      { name: 'active', type: 'checkbox', defaultValue: true, index: true, label: label('field:active') },
    ],
    hooks: crm.enabled
      ? {
          beforeChange: [keepSecret(crm)],
          afterChange: [showNewSecret],
          beforeDelete: [removeDeliveries(crm)],
        }
      : {},
  }
}

/** One row an event and webhook, written with the change itself; the worker brings it there. */
export function webhookDeliveriesCollection(crm: Crm): CollectionConfig {
  return {
    slug: crm.slugs.webhookDeliveries,
    labels: { singular: label('entity:webhookDelivery'), plural: label('entity:webhookDeliveries') },
    lockDocuments: false,
    disableDuplicate: true,
    defaultSort: '-createdAt',
    access: { read: allow(crm, 'admin'), create: nobody, update: nobody, delete: nobody },
    admin: { group: 'CRM', useAsTitle: 'eventId' },
    indexes: [{ fields: ['state', 'nextAttemptAt'] }],
    fields: [
      reference('webhook', 'field:webhook', crm.slugs.webhooks, { index: true }),
      announceable({ name: 'event', label: label('field:event') }),
      text('eventId', 'field:eventId', { required: true, index: true }),
      choice('state', 'field:state', ['queued', 'sending', 'sent', 'deferred', 'failed'], {
        required: true,
        defaultValue: 'queued',
        index: true,
      }),
      number('attempts', 'field:attempts', { defaultValue: 0, admin: { step: 1 } }),
      number('responseStatus', 'field:responseStatus', { admin: { step: 1 } }),
      text('lastError', 'field:lastError'),
      instant('sentAt', 'field:sentAt'),
      instant('nextAttemptAt', 'field:nextAttemptAt'),
      textarea('body', 'field:text', { required: true }),
      { name: 'leaseUntil', type: 'date', index: true, admin: { hidden: true } },
    ],
  }
}
