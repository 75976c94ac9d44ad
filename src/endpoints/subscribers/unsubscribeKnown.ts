import type { Endpoint } from 'payload'
import { NotFound } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { inTransaction } from '../../database/inTransaction.js'
import { endSubscription } from '../../subscription/endSubscription.js'
import { assertRecorded } from '../../subscription/recordConsent.js'
import { lockedSubscriber } from '../../subscription/subscriber.js'
import { whoAnswers } from '../../subscription/whoAnswers.js'
import { assertMarketing } from '../assertMarketing.js'
import { routeId } from '../routeId.js'

/**
 * `POST /:id/unsubscribe` of the subscribers: for somebody who said on the telephone or in a letter that they want no more
 * newsletters. The same as their own click, and on record with the name of whoever took it down.
 */
export function unsubscribeKnownEndpoint(crm: Crm): Endpoint {
  return {
    path: '/:id/unsubscribe',
    method: 'post',
    handler: async (req) => {
      assertMarketing(req, crm)
      const hash = await inTransaction(req, async () => {
        const subscriber = await lockedSubscriber(req, crm, routeId(req))
        if (!subscriber) throw new NotFound(req.t)
        return endSubscription(req, crm, subscriber, {
          ip: null,
          newsletter: null,
          declaredBy: whoAnswers(req),
        })
      })
      if (hash) await assertRecorded(req, crm, hash)
      return Response.json({ result: hash ? 'unsubscribed' : 'unchanged' })
    },
  }
}
