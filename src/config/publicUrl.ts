import type { Payload } from 'payload'
import { readEnvironment } from './environment.js'

/**
 * An address for the outside, for example in a mail.
 *
 * @param path of the API, for example `/newsletter/unsubscribe/…`
 */
export function publicApiUrl(payload: Payload, path: string): string {
  return absoluteUrl(`${payload.config.routes.api}${path}`)
}

/** Leaves an absolute address as it is and puts the server's own before a path. */
export function absoluteUrl(pathOrUrl: string): string {
  return new URL(pathOrUrl, `${readEnvironment().serverUrl}/`).href
}
