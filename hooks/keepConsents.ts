import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'
import { Refusal } from '../src/i18n/refusal.js'
import { say } from '../src/i18n/translate.js'

/** Evidence is only ever added to; this holds for the host's own code on the Local API too. */
export function refuseConsentUpdate(): CollectionBeforeChangeHook {
  return ({ data, operation, req }) => {
    if (operation === 'update') throw new Refusal(say(req, 'error:appendOnly'), 409)
    return data as unknown
  }
}

export function refuseConsentDelete(): CollectionBeforeDeleteHook {
  return ({ req }) => {
    throw new Refusal(say(req, 'error:appendOnly'), 409)
  }
}
