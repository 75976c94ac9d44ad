import type { PayloadRequest } from 'payload'
import { APIError, commitTransaction, initTransaction, killTransaction } from 'payload'
import type { Crm } from '../config/resolve.js'
import { lockRows } from '../database/rowLock.js'
import { orderTransitions, type OrderAction, type OrderStatus } from '../domain/orderLife.js'
import { Refusal } from '../i18n/refusal.js'
import { say } from '../i18n/translate.js'

type Id = string | number

export interface MovedOrder {
  id: Id
  status?: OrderStatus | null
  revision?: number | null
}

/**
 * Moves an order by an action. Repeating an action that has been carried out changes nothing.
 *
 * The caller is told of success only after another connection has read the change: Payload reports a failed COMMIT as a
 * success.
 *
 * @throws APIError 404 unknown or not visible, 403 no right, 409 wrong state, 422 no recipient, 503 not stored
 */
export async function transitionOrder(
  req: PayloadRequest,
  crm: Crm,
  id: Id,
  action: OrderAction,
): Promise<MovedOrder> {
  const { from, to } = orderTransitions[action]
  const collection = crm.slugs.orders
  const owner = await initTransaction(req)
  let result: MovedOrder
  try {
    if (req.payload.db.defaultIDType !== 'number' || /^\d{1,9}$/.test(String(id)))
      await lockRows(req, collection, [id])
    const order = (await req.payload.findByID({
      collection,
      id,
      depth: 0,
      overrideAccess: false,
      user: req.user,
      req,
    })) as unknown as MovedOrder
    const status = order.status ?? 'open'
    if (status === to) {
      result = order
    } else if (from.includes(status)) {
      result = await req.payload.update({
        collection,
        id,
        data: { status: to },
        depth: 0,
        overrideAccess: false,
        user: req.user,
        req,
      })
    } else {
      const values = { from: say(req, `option:${status}`), to: say(req, `option:${to}`) }
      throw new Refusal(say(req, 'error:transition', values), 409, { path: 'status', status })
    }
    if (owner) await commitTransaction(req)
  } catch (error) {
    if (owner) await killTransaction(req)
    throw error
  }
  await assertStored(req, collection, result)
  return result
}

/** @throws APIError 503 when the change did not reach the database */
export async function assertStored(
  req: PayloadRequest,
  collection: string,
  expected: MovedOrder,
): Promise<void> {
  const stored = (await req.payload.findByID({
    collection,
    id: expected.id,
    depth: 0,
    select: { revision: true },
    overrideAccess: true,
    disableErrors: true,
  })) as MovedOrder | null
  if (!stored || (stored.revision ?? 0) < (expected.revision ?? 0))
    throw new APIError(say(req, 'error:notStored'), 503)
}
