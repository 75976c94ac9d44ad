import type { CollectionAfterChangeHook } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import type { WebhookEvent } from '../../src/domain/webhookEvent.js'
import { enqueueWebhookEvent } from '../../src/webhooks/enqueue.js'

/**
 * Tells the webhooks when a document comes into a status, in the transaction that brings it there.
 *
 * @param passed what it becomes on the way, in order and with where it ends
 */
export function announceStatus(
  crm: Crm,
  events: Record<string, WebhookEvent>,
  passed: (from: string, to: string) => readonly string[] = (_, to) => [to],
): CollectionAfterChangeHook {
  return async ({ collection, data, doc, previousDoc, req }) => {
    const { status } = data as { status?: string }
    const before = (previousDoc as { status?: string } | undefined)?.status
    const statuses = status === undefined || status === before ? [] : passed(before ?? '', status)
    const told = statuses.map((one) => events[one]).filter((event) => event !== undefined)
    const { id } = doc as { id: string | number }
    if (told.length === 0) return
    // The document of the hook is cut to what the writer may see and asked for.
    const whole = await req.payload.findByID({
      collection: collection.slug,
      id,
      depth: 0,
      overrideAccess: true,
      req,
    })
    for (const event of told) await enqueueWebhookEvent(req, crm, event, whole)
  }
}
