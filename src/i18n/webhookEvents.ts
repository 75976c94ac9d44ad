import type { WebhookEvent } from '../domain/webhookEvent.js'
import type { TextKey } from './translate.js'

/** What the events are called. */
export const webhookEventTexts: Record<WebhookEvent, TextKey> = {
  'order.confirmed': 'option:orderConfirmed',
  'order.done': 'option:orderDone',
  'order.cancelled': 'option:orderCancelled',
  'newsletter.sent': 'option:newsletterSent',
  'subscriber.confirmed': 'option:subscriberConfirmed',
  'subscriber.unsubscribed': 'option:subscriberUnsubscribed',
}
