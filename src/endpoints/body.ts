import type { PayloadRequest } from 'payload'
import { APIError } from 'payload'
import { say } from '../i18n/translate.js'

/**
 * The JSON object of a request; no body counts as an empty one.
 *
 * @throws APIError 400 when there is a body and it is not a JSON object
 */
export async function readBody(req: PayloadRequest): Promise<Record<string, unknown>> {
  const text = (await req.text?.()) ?? ''
  if (text.trim() === '') return {}
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    body = null
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new APIError(say(req, 'error:badRequest'), 400)
  return body as Record<string, unknown>
}
