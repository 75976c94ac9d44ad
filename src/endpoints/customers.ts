import type { Endpoint } from 'payload'
import type { Crm } from '../config/resolve.js'
import { described } from '../openapi/describe.js'
import { object, ref } from '../openapi/schema.js'
import { readBody } from './body.js'
import { invite } from './accounts/invite.js'
import { assertSales } from './accounts/staff.js'
import { routeId } from './routeId.js'

/** `POST /:id/invite` `{ email, name }`: an account for one of the customer's people. */
export function customerEndpoints(crm: Crm): Endpoint[] {
  const invitation = described(
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
    {
      operationId: 'customers.invite',
      summary: 'api:invitePerson',
      body: object({ email: { type: 'string', format: 'email' }, name: { type: 'string' } }),
      answers: { 201: object({ doc: ref(crm.slugs.accounts) }) },
      errors: [409],
    },
  )
  return [invitation]
}
