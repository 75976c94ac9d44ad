import type { Endpoint } from 'payload'
import { Forbidden, NotFound } from 'payload'
import type { Crm } from '../config/resolve.js'
import { isFrozen, type OrderStatus } from '../domain/orderLife.js'
import { Refusal } from '../i18n/refusal.js'
import { say } from '../i18n/translate.js'
import { readConfirmedOrder } from '../mail/confirmedOrder.js'
import { confirmationPdf, confirmationPdfName } from '../mail/templates/confirmationPdf.js'
import { described } from '../openapi/describe.js'
import { routeId } from './routeId.js'

/** `GET /:id/confirmation.pdf`: the frozen confirmation, for staff and for the customer's own accounts. */
export function confirmationPdfEndpoint(crm: Crm): Endpoint {
  const endpoint: Endpoint = {
    path: '/:id/confirmation.pdf',
    method: 'get',
    handler: async (req) => {
      if (!req.user) throw new Forbidden(req.t)
      const id = routeId(req)
      const visible = (await req.payload.findByID({
        collection: crm.slugs.orders,
        id,
        depth: 0,
        select: { status: true, number: true },
        overrideAccess: false,
        user: req.user,
        disableErrors: true,
        req,
      })) as { id: string | number; status?: OrderStatus; number?: string | null } | null
      if (!visible) throw new NotFound(req.t)
      if (!visible.number || !isFrozen(visible.status ?? 'open'))
        throw new Refusal(say(req, 'error:notConfirmed'), 409, { path: 'status', status: visible.status })
      const { language, order, settings } = await readConfirmedOrder(req.payload, crm, visible.id)
      const file = await confirmationPdf(order, settings, language, crm.timeZone)
      return new Response(new Uint8Array(file), {
        headers: {
          'Content-Type': 'application/pdf',
          'Content-Length': String(file.length),
          'Content-Disposition': `inline; filename="${confirmationPdfName(order, language)}"`,
          'Cache-Control': 'private, no-store',
          'X-Content-Type-Options': 'nosniff',
        },
      })
    },
  }
  return described(endpoint, {
    operationId: 'orders.confirmationPdf',
    summary: 'api:confirmationPdf',
    answers: { 200: { mediaType: 'application/pdf' } },
    errors: [409],
  })
}
