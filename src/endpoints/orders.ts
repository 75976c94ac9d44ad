import type { Endpoint, PayloadRequest } from 'payload'
import { commitTransaction, Forbidden, initTransaction, killTransaction } from 'payload'
import type { Crm } from '../config/resolve.js'
import { isFrozen, orderActions, type OrderAction, type OrderStatus } from '../domain/orderLife.js'
import { Refusal } from '../i18n/refusal.js'
import { say } from '../i18n/translate.js'
import { described, type EndpointDescription } from '../openapi/describe.js'
import { object, ref } from '../openapi/schema.js'
import { readBody } from './body.js'
import { confirmationPdfEndpoint } from './confirmationPdf.js'
import { placeOrderEndpoint } from './placeOrder.js'
import { routeId } from './routeId.js'
import { assertStored, transitionOrder, type MovedOrder } from './transitionOrder.js'

/** `POST /:id/confirm | complete | cancel | reopen | resend-confirmation` of the orders. */
export function orderEndpoints(crm: Crm): Endpoint[] {
  const describe = (name: string, more: Pick<EndpointDescription, 'body' | 'summary'>) => ({
    operationId: `orders.${name}`,
    answers: { 200: object({ doc: ref(crm.slugs.orders) }) },
    errors: [409, 422, 503],
    bodyOptional: true,
    ...more,
  })
  const transitions = orderActions.map((action) =>
    described(
      {
        path: `/:id/${action}`,
        method: 'post',
        handler: async (req) => {
          const sendConfirmation = action === 'complete' && (await readBody(req)).sendConfirmation === true
          return Response.json({ doc: await moveOrder(req, crm, routeId(req), action, sendConfirmation) })
        },
      },
      describe(action, {
        summary: `api:${action}Order`,
        ...(action === 'complete'
          ? { body: object({ sendConfirmation: { type: 'boolean', default: false } }, ['sendConfirmation']) }
          : {}),
      }),
    ),
  )
  const resend = described(
    {
      path: '/:id/resend-confirmation',
      method: 'post',
      handler: async (req) => Response.json({ doc: await resendConfirmation(req, crm, routeId(req)) }),
    },
    describe('resendConfirmation', { summary: 'api:resendConfirmation' }),
  )
  return [placeOrderEndpoint(crm), confirmationPdfEndpoint(crm), ...transitions, resend]
}

/** Carries out an action on an order for a member of staff, the same by REST and GraphQL. */
export async function moveOrder(
  req: PayloadRequest,
  crm: Crm,
  id: string,
  action: OrderAction,
  sendConfirmation = false,
): Promise<MovedOrder> {
  assertStaff(req, crm)
  if (action === 'complete') req.context.crmSendConfirmation = sendConfirmation
  try {
    return await transitionOrder(req, crm, id, action)
  } finally {
    // A GraphQL request may hold several mutations; the wish is this one's.
    delete req.context.crmSendConfirmation
  }
}

/** Writes a new mail from the frozen order; the earlier ones stay in the ledger. */
export async function resendConfirmation(req: PayloadRequest, crm: Crm, id: string) {
  assertStaff(req, crm)
  const collection = crm.slugs.orders
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
      throw new Refusal(say(req, 'error:notConfirmed'), 409, { path: 'status', status: order.status })
    if (!order.confirmation?.recipient?.email) throw new Refusal(say(req, 'error:noRecipient'), 422)
    req.context.crmResendConfirmation = order.id
    const doc = await req.payload.update({ collection, id, data: {}, ...access })
    if (owner) await commitTransaction(req)
    await assertStored(req, collection, doc)
    return doc
  } catch (error) {
    if (owner) await killTransaction(req)
    throw error
  } finally {
    delete req.context.crmResendConfirmation
  }
}

function assertStaff(req: PayloadRequest, crm: Crm): void {
  if (crm.rolesOf(req.user).length === 0) throw new Forbidden(req.t)
}
