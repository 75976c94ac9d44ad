import type { Payload } from 'payload'
import { readEnvironment } from '../config/environment.js'

/** The address of a page that needs no login: `<SERVER_URL>/api/newsletter/<page>/<token>`. */
export function publicUrl(
  payload: Payload,
  page: 'confirm' | 'unsubscribe' | 'preferences',
  token: string,
): string {
  return `${readEnvironment().serverUrl}${payload.config.routes.api}/newsletter/${page}/${token}`
}
