import type { CollectionBeforeDeleteHook } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { lockedSubscriber } from '../src/subscription/subscriber.js'
import { cancelWaitingNewsletters, forgetAddress } from '../src/subscription/suppress.js'

/**
 * A deleted person gets nothing that still waits, and the list of suppressed addresses keeps only a hash. The evidence
 * stays until its time is over (DSGVO Art. 17(3)(e)); it has no relation to a subscriber any more.
 */
export function forgetSubscriber(crm: Crm): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    const subscriber = await lockedSubscriber(req, crm, id)
    if (!subscriber) return
    await cancelWaitingNewsletters(req, crm, subscriber.id)
    await forgetAddress(req, crm, subscriber.email)
  }
}
