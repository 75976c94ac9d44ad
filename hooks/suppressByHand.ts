import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import type { SuppressionReason } from '../src/domain/consent.js'
import { isEmailAddress } from '../src/domain/emailAddress.js'
import { lockName } from '../src/database/namedLock.js'
import { say } from '../src/i18n/translate.js'
import { endSubscription } from '../src/subscription/endSubscription.js'
import { subscriberOf } from '../src/subscription/requestSubscription.js'
import { addressHash, suppressionOf } from '../src/subscription/suppress.js'
import { whoAnswers } from '../src/subscription/whoAnswers.js'
import { reportViolations } from './reportViolations.js'

interface Suppression {
  address?: string | null
  addressHash: string
  reason: SuppressionReason
}

/** Gives a new entry the hash that counts. An address that is on the list already is said to be, and for what. */
export function hashSuppressed(crm: Crm): CollectionBeforeChangeHook {
  return async ({ data, operation, req }) => {
    const { address } = data as Suppression
    // The rule of the field has the word then.
    if (operation !== 'create' || !address || !isEmailAddress(address)) return data as unknown
    // A sign-up of this person that runs at the same time comes before or after, never in between.
    await lockName(req, `subscriber:${address}`)
    const known = await suppressionOf(req, crm, address)
    if (known)
      reportViolations(req, crm.slugs.suppressions, [
        {
          path: 'address',
          message: 'alreadySuppressed',
          values: { reason: say(req, `option:${known}`) },
        },
      ])
    return { ...data, addressHash: addressHash(address) }
  }
}

/** Whoever asks never to be written to is no subscriber any more, nor about to become one, and has that on record. */
export function endSuppressed(crm: Crm): CollectionAfterChangeHook {
  return async ({ doc, operation, req }) => {
    const { address, reason } = doc as Suppression
    if (operation !== 'create' || reason !== 'manual' || !address) return doc as unknown
    const subscriber = await subscriberOf(req, crm, address)
    if (subscriber)
      await endSubscription(req, crm, subscriber, { ip: null, newsletter: null, declaredBy: whoAnswers(req) })
    return doc as unknown
  }
}
