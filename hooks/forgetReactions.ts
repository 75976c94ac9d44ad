import type { CollectionBeforeDeleteHook } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { forgetReactions } from '../src/mail/newsletter/reactions.js'

/** With a person or a newsletter goes what was counted of it. */
export function forgetReactionsOf(crm: Crm, field: 'newsletter' | 'subscriber'): CollectionBeforeDeleteHook {
  return ({ id, req }) =>
    forgetReactions(req, crm, field === 'newsletter' ? { newsletter: id } : { subscriber: id })
}
