import type { CollectionBeforeChangeHook } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { isErasedAddress } from '../src/domain/erasedAddress.js'
import type { Subscriber } from '../src/subscription/subscriber.js'
import { reportViolations } from './reportViolations.js'

/**
 * A consent belongs to the address that gave it: another address is another subscriber. Only the address of an erased
 * person may take its place, to which nothing is ever sent.
 */
export function guardSubscriber(crm: Crm): CollectionBeforeChangeHook {
  return ({ data, operation, originalDoc, req }) => {
    const stored = originalDoc as Subscriber | undefined
    const { email } = data as Subscriber
    const changed = operation === 'update' && email !== stored?.email && !isErasedAddress(email)
    if (changed && (stored?.status !== 'pending' || stored.requestedAt))
      reportViolations(req, crm.slugs.subscribers, [{ path: 'email', message: 'addressBound' }])
    return data as unknown
  }
}
