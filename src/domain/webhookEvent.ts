/** What a webhook can be told of. */
export const webhookEvents = [
  'order.confirmed',
  'order.done',
  'order.cancelled',
  'newsletter.sent',
  'subscriber.confirmed',
  'subscriber.unsubscribed',
] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/**
 * Whether events may be posted to the address: HTTPS, no name and password in it. Where it leads is looked at again with
 * every delivery, when its name is resolved.
 *
 * @param privateNetworks whether plain HTTP will do, for receivers in one's own network
 */
export function isWebhookUrl(value: unknown, privateNetworks: boolean): value is string {
  if (typeof value !== 'string' || value.length > 2000) return false
  try {
    const url = new URL(value)
    const protocols = privateNetworks ? ['https:', 'http:'] : ['https:']
    return (
      protocols.includes(url.protocol) && url.username === '' && url.password === '' && url.hostname !== ''
    )
  } catch {
    return false
  }
}
