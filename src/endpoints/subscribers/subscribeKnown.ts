import type { Endpoint } from 'payload'
import { NotFound } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { readSubscriber } from '../../subscription/subscriber.js'
import { assertMarketing } from '../assertMarketing.js'
import { readBody } from '../body.js'
import { routeId } from '../routeId.js'
import { subscribePerson } from './subscribePerson.js'

/**
 * `POST /:id/subscribe` of the subscribers: asks somebody who was only written down for the consent, or records the one
 * there is. Without `lists` it is about those the person is on.
 */
export function subscribeKnownEndpoint(crm: Crm): Endpoint {
  return {
    path: '/:id/subscribe',
    method: 'post',
    handler: async (req) => {
      assertMarketing(req, crm)
      const known = await readSubscriber(req, crm, routeId(req))
      if (!known) throw new NotFound(req.t)
      const { email, firstName = null, language, lists, salutation = null, lastName = null } = known
      const person = { email, salutation, firstName, lastName, language }
      const unknown = { consentedAt: null, consentIp: null, consentUrl: null }
      const body = { lists: lists ?? [], ...(await readBody(req)) }
      return subscribePerson(req, crm, { person: { ...person, ...unknown }, customer: null, body })
    },
  }
}
