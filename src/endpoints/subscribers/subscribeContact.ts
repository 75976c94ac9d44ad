import type { Endpoint, PayloadRequest } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { subscriberAddress } from '../../domain/emailAddress.js'
import type { ImportedPerson } from '../../domain/subscriberImport.js'
import type { Id } from '../../subscription/subscriber.js'
import { described } from '../../openapi/describe.js'
import { object } from '../../openapi/schema.js'
import { assertMarketing } from '../assertMarketing.js'
import { readBody } from '../body.js'
import { routeId } from '../routeId.js'
import { refuse } from './declaration.js'
import { basisSchema, subscribedAnswers, subscribePerson } from './subscribePerson.js'

interface Customer {
  id: Id
  email?: string | null
  language?: 'de' | 'en' | null
  contacts?: Partial<Record<'salutation' | 'firstName' | 'lastName' | 'email', string | null>>[] | null
}

/**
 * `POST /:id/subscribe` of the customers: subscribes one of their addresses. With `basis: 'doubleOptIn'` the person is asked
 * by mail, otherwise a member of staff answers for it with a `declaration`.
 */
export function subscribeContactEndpoint(crm: Crm): Endpoint {
  const endpoint: Endpoint = {
    path: '/:id/subscribe',
    method: 'post',
    handler: async (req) => {
      assertMarketing(req, crm)
      const customer = (await req.payload.findByID({
        collection: crm.slugs.customers,
        id: routeId(req),
        depth: 0,
        overrideAccess: false,
        user: req.user,
        req,
      })) as unknown as Customer
      const body = await readBody(req)
      const person = personOf(req, crm, customer, body.email)
      return subscribePerson(req, crm, { person, customer: customer.id, body })
    },
  }
  return described(endpoint, {
    operationId: 'customers.subscribe',
    summary: 'api:subscribeContact',
    body: object({ email: { type: 'string', format: 'email' }, ...basisSchema }, ['declaration', 'lists']),
    answers: subscribedAnswers,
    errors: [409],
  })
}

function personOf(req: PayloadRequest, crm: Crm, customer: Customer, given: unknown): ImportedPerson {
  const email = subscriberAddress(typeof given === 'string' ? given : '')
  const is = (address: string | null | undefined) =>
    Boolean(address) && subscriberAddress(address ?? '') === email
  const contact = customer.contacts?.find((entry) => is(entry.email))
  if (!contact && !is(customer.email)) refuse(req, crm, 'email', 'consent:notContact')
  return {
    email,
    salutation: (contact?.salutation as ImportedPerson['salutation']) ?? null,
    firstName: contact?.firstName ?? null,
    lastName: contact?.lastName ?? null,
    language: customer.language ?? 'de',
    consentedAt: null,
    consentIp: null,
    consentUrl: null,
  }
}
