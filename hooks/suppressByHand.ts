import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { mayAskAgain, type SuppressionReason } from '../src/domain/consent.js'
import { isEmailAddress } from '../src/domain/emailAddress.js'
import { lockName } from '../src/database/namedLock.js'
import { say } from '../src/i18n/translate.js'
import { endSubscription } from '../src/subscription/endSubscription.js'
import { subscriberOf } from '../src/subscription/requestSubscription.js'
import { addressHash, liftSuppression, suppressionOf } from '../src/subscription/suppress.js'
import { whoAnswers } from '../src/subscription/whoAnswers.js'
import { reportViolations } from './reportViolations.js'

interface Suppression {
  address?: string | null
  addressHash: string
  reason: SuppressionReason
}

/**
 * Gives a new entry the hash that counts, and the place of one that lets the person be asked again. Where nothing would
 * become stricter, the address is said to be on the list already, and for what.
 */
export function hashSuppressed(crm: Crm): CollectionBeforeChangeHook {
  return async ({ data, operation, req }) => {
    const { address } = data as Suppression
    // The rule of the field has the word then.
    if (operation !== 'create' || !address || !isEmailAddress(address)) return data as unknown
    // A sign-up of this person that runs at the same time comes before or after, never in between.
    await lockName(req, `subscriber:${address}`)
    // Whoever unsubscribes holds their row and then writes here: in the same order nobody waits in a circle.
    await subscriberOf(req, crm, address)
    const known = await suppressionOf(req, crm, address)
    if (known && !mayAskAgain(known))
      reportViolations(req, crm.slugs.suppressions, [
        {
          path: 'address',
          message: 'alreadySuppressed',
          values: { reason: say(req, `option:${known}`) },
        },
      ])
    if (known) await liftSuppression(req, crm, address)
    return { ...data, addressHash: addressHash(address) }
  }
}

/**
 * Whoever asks never to be written to is no subscriber any more, nor about to become one, and has that on record. Nobody
 * asks `assertRecorded` here: Payload commits behind its last hook.
 */
export function endSuppressed(crm: Crm): CollectionAfterChangeHook {
  return async ({ doc, operation, req }) => {
    const { address, reason } = doc as Suppression
    if (operation !== 'create' || reason !== 'manual' || !address) return doc as unknown
    const subscriber = await subscriberOf(req, crm, address)
    if (subscriber)
      await endSubscription(req, crm, subscriber, {
        ip: null,
        newsletter: null,
        // Code of the host enters an address without anybody who answers for it.
        declaredBy: whoAnswers(req) || null,
      })
    return doc as unknown
  }
}
