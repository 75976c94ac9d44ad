import type { CollectionAfterChangeHook } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import type { WebhookEvent } from '../../src/domain/webhookEvent.js'
import { enqueueWebhookEvent } from '../../src/webhooks/enqueue.js'

/** Tells the webhooks when a document comes into a status, in the transaction that brings it there. */
export function announceStatus(crm: Crm, events: Record<string, WebhookEvent>): CollectionAfterChangeHook {
  return async ({ collection, data, doc, previousDoc, req }) => {
    const { status } = data as { status?: string }
    const before = (previousDoc as { status?: string } | undefined)?.status
    const event = status === undefined || status === before ? undefined : events[status]
    const { id } = doc as { id: string | number }
    if (!event) return
    // The document of the hook is cut to what the writer may see and asked for.
    const whole = await req.payload.findByID({
      collection: collection.slug,
      id,
      depth: 0,
      overrideAccess: true,
      req,
    })
    await enqueueWebhookEvent(req, crm, event, whole)
  }
}
