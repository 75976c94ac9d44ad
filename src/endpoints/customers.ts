import type { Endpoint } from 'payload'
import type { Crm } from '../config/resolve.js'
import { readBody } from './body.js'
import { invite } from './accounts/invite.js'
import { assertSales } from './accounts/staff.js'
import { routeId } from './routeId.js'

/** `POST /:id/invite` `{ email, name }`: an account for one of the customer's people. */
export function customerEndpoints(crm: Crm): Endpoint[] {
  return [
    {
      path: '/:id/invite',
      method: 'post',
      handler: async (req) => {
        assertSales(req, crm)
        const { customer, email, id, language, name } = await invite(
          req,
          crm,
          routeId(req),
          await readBody(req),
        )
        return Response.json(
          { doc: { id, email, name, customer, language, status: 'invited' } },
          { status: 201 },
        )
      },
    },
  ]
}
