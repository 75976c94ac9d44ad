import type { Endpoint, PayloadRequest } from 'payload'
import { Forbidden, NotFound } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { tableOf } from '../database/table.js'
import { pooled } from '../database/transaction.js'
import { Refusal } from '../i18n/refusal.js'
import { say } from '../i18n/translate.js'
import { described } from '../openapi/describe.js'
import { object, ref } from '../openapi/schema.js'
import { routeId } from './routeId.js'

/** `POST /:id/retry`: brings a delivery that failed or waits, or one the receiver has lost, on its way again. */
export function webhookDeliveryEndpoints(crm: Crm): Endpoint[] {
  const retry = described(
    {
      path: '/:id/retry',
      method: 'post',
      handler: async (req) => Response.json({ doc: await retryDelivery(req, crm) }),
    },
    {
      operationId: 'webhookDeliveries.retry',
      summary: 'api:retryWebhook',
      answers: { 200: object({ doc: ref(crm.slugs.webhookDeliveries) }) },
      errors: [409],
    },
  )
  return [retry]
}

async function retryDelivery(req: PayloadRequest, crm: Crm) {
  if (!crm.rolesOf(req.user).includes('admin')) throw new Forbidden(req.t)
  const collection = crm.slugs.webhookDeliveries
  const id = routeId(req)
  const find = () =>
    req.payload.findByID({ collection, id, depth: 0, overrideAccess: true, disableErrors: true })
  const delivery = await find()
  if (!delivery) throw new NotFound(req.t)
  const { rows } = await pooled(req.payload).execute(sql`
    UPDATE ${tableOf(req.payload, collection)}
    SET state = 'queued', attempts = 0, next_attempt_at = NULL, lease_until = NULL, updated_at = now()
    WHERE id = ${delivery.id} AND state <> 'sending' RETURNING id`)
  if (rows.length === 0) throw new Refusal(say(req, 'api:webhookInHand'), 409, { path: 'state' })
  return find()
}
