import type { SelectField } from 'payload'
import { webhookEvents, type WebhookEvent } from '../../src/domain/webhookEvent.js'
import { label, type TextKey } from '../../src/i18n/translate.js'

const labels: Record<WebhookEvent, TextKey> = {
  'order.confirmed': 'option:orderConfirmed',
  'order.done': 'option:orderDone',
  'order.cancelled': 'option:orderCancelled',
  'newsletter.sent': 'option:newsletterSent',
  'subscriber.confirmed': 'option:subscriberConfirmed',
  'subscriber.unsubscribed': 'option:subscriberUnsubscribed',
}

/** What a webhook can be told of, one or several. */
export function announceable(
  extras: Partial<Pick<SelectField, 'hasMany' | 'name' | 'required'>>,
): SelectField {
  return {
    name: 'events',
    type: 'select',
    label: label('field:events'),
    options: webhookEvents.map((value) => ({ value, label: label(labels[value]) })),
    ...extras,
  }
}
