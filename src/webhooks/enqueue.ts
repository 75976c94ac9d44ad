import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Crm } from '../config/resolve.js'
import type { WebhookEvent } from '../domain/webhookEvent.js'

type Id = string | number

const maxBodyBytes = 256 * 1024

/**
 * Writes a delivery for every active webhook that wants the event, in the transaction of the change it tells of: if that
 * fails, nobody hears of it; once it is committed, everybody does.
 *
 * @param document what has changed; when it is very large only its id is told
 */
export async function enqueueWebhookEvent(
  req: PayloadRequest,
  crm: Crm,
  event: WebhookEvent,
  document: { id: Id },
): Promise<void> {
  const { docs } = await req.payload.find({
    collection: crm.slugs.webhooks,
    where: { active: { equals: true }, events: { in: [event] } },
    depth: 0,
    pagination: false,
    select: {},
    overrideAccess: true,
    req,
  })
  if (docs.length === 0) return
  const eventId = `evt_${randomUUID()}`
  const bodyOf = (data: object) => JSON.stringify({ type: event, timestamp: new Date().toISOString(), data })
  const whole = bodyOf(document)
  const body = Buffer.byteLength(whole) > maxBodyBytes ? bodyOf({ id: document.id }) : whole
  for (const webhook of docs)
    await req.payload.create({
      collection: crm.slugs.webhookDeliveries,
      data: { webhook: webhook.id, event, eventId, body, state: 'queued', attempts: 0 },
      depth: 0,
      overrideAccess: true,
      req,
    })
}
