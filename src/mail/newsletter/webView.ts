import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Payload } from 'payload'
import { publicApiUrl } from '../../config/publicUrl.js'

type Id = string | number

/** The page of a newsletter in the web. Its address is signed: whoever has no link cannot count through the others. */
export function webViewUrl(payload: Payload, newsletter: Id): string {
  return publicApiUrl(
    payload,
    `/newsletter/view/${newsletter}.${signature(payload.secret, String(newsletter))}`,
  )
}

/** @returns the id of the newsletter, `null` for an address that is not ours */
export function readWebViewToken(payload: Payload, token: string): string | null {
  const dot = token.lastIndexOf('.')
  const id = token.slice(0, Math.max(0, dot))
  const given = Buffer.from(token.slice(dot + 1))
  const expected = Buffer.from(signature(payload.secret, id))
  return id !== '' && given.length === expected.length && timingSafeEqual(given, expected) ? id : null
}

function signature(secret: string, id: string): string {
  return createHmac('sha256', secret).update(`mozaikoo-crm:view:${id}`).digest('base64url').slice(0, 20)
}
