import type { Endpoint, PayloadRequest } from 'payload'
import { APIError, commitTransaction, Forbidden, initTransaction, killTransaction } from 'payload'
import type { Crm } from '../config/resolve.js'
import { isFrozen, orderActions, type OrderStatus } from '../domain/orderLife.js'
import { say } from '../i18n/translate.js'
import { readBody } from './body.js'
import { confirmationPdfEndpoint } from './confirmationPdf.js'
import { placeOrderEndpoint } from './placeOrder.js'
import { routeId } from './routeId.js'
import { assertStored, transitionOrder } from './transitionOrder.js'

/** `POST /:id/confirm | complete | cancel | reopen | resend-confirmation` of the orders. */
export function orderEndpoints(crm: Crm): Endpoint[] {
  const transitions = orderActions.map((action): Endpoint => ({
    path: `/:id/${action}`,
    method: 'post',
    handler: async (req) => {
      assertStaff(req, crm)
      if (action === 'complete') {
        const { sendConfirmation } = await readBody(req)
        req.context.crmSendConfirmation = sendConfirmation === true
      }
      return Response.json({ doc: await transitionOrder(req, crm, routeId(req), action) })
    },
  }))
  return [
    placeOrderEndpoint(crm),
    confirmationPdfEndpoint(crm),
    ...transitions,
    {
      path: '/:id/resend-confirmation',
      method: 'post',
      handler: async (req) => {
        assertStaff(req, crm)
        return Response.json({ doc: await resendConfirmation(req, crm) })
      },
    },
  ]
}

/** Writes a new mail from the frozen order; the earlier ones stay in the ledger. */
async function resendConfirmation(req: PayloadRequest, crm: Crm) {
  const collection = crm.slugs.orders
  const id = routeId(req)
  const owner = await initTransaction(req)
  try {
    const access = { overrideAccess: false, user: req.user, req, depth: 0 } as const
    const order = (await req.payload.findByID({ collection, id, ...access })) as unknown as {
      id: string | number
      status?: OrderStatus
      number?: string | null
      confirmation?: { recipient?: { email?: string | null } }
    }
    if (!order.number || !order.status || !isFrozen(order.status))
      throw new APIError(say(req, 'error:notConfirmed'), 409, { path: 'status', status: order.status })
    if (!order.confirmation?.recipient?.email) throw new APIError(say(req, 'error:noRecipient'), 422)
    req.context.crmResendConfirmation = order.id
    const doc = await req.payload.update({ collection, id, data: {}, ...access })
    if (owner) await commitTransaction(req)
    await assertStored(req, collection, doc)
    return doc
  } catch (error) {
    if (owner) await killTransaction(req)
    throw error
  }
}

function assertStaff(req: PayloadRequest, crm: Crm): void {
  if (crm.rolesOf(req.user).length === 0) throw new Forbidden(req.t)
}
