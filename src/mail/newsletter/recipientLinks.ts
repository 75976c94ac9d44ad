import type { Payload } from 'payload'
import { publicApiUrl } from '../../config/publicUrl.js'
import { signSubscriberToken } from '../subscriberToken.js'

type Id = string | number

/** @returns where a newsletter's own pages are for one subscriber */
export function recipientLinks(payload: Payload, newsletter: Id) {
  const { secret } = payload
  const unsubscribeBase = publicApiUrl(payload, '/newsletter/unsubscribe')
  const preferencesBase = publicApiUrl(payload, '/newsletter/preferences')
  return (subscriber: Id) => ({
    unsubscribeUrl: `${unsubscribeBase}/${signSubscriberToken(secret, 'unsubscribe', subscriber, newsletter)}`,
    preferencesUrl: `${preferencesBase}/${signSubscriberToken(secret, 'preferences', subscriber, newsletter)}`,
  })
}
