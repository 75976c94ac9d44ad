import type { PayloadRequest } from 'payload'
import { Refusal } from '../i18n/refusal.js'
import { say } from '../i18n/translate.js'

/** Far more than any of our endpoints needs. */
const maxBytes = 64 * 1024

/**
 * The JSON object of a request; no body counts as an empty one.
 *
 * @throws Refusal 400 when there is a body and it is not a JSON object, 413 when it is too large
 */
export async function readBody(req: PayloadRequest, limit = maxBytes): Promise<Record<string, unknown>> {
  const text = await readText(req, limit)
  if (text.trim() === '') return {}
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    body = null
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refusal(say(req, 'error:badRequest'), 400)
  return body as Record<string, unknown>
}

/** Whether the body comes from an HTML form. */
export function isForm(req: PayloadRequest): boolean {
  return (req.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded')
}

/**
 * The fields of an HTML form, or of a JSON object.
 *
 * @throws Refusal 400 not readable, 413 too large
 */
export async function readFields(req: PayloadRequest): Promise<Record<string, unknown>> {
  return isForm(req) ? Object.fromEntries(new URLSearchParams(await readText(req, maxBytes))) : readBody(req)
}

/** Reads no more than it may, whatever the header says about the length. */
export async function readText(req: PayloadRequest, limit: number): Promise<string> {
  const tooLarge = () => new Refusal(say(req, 'account:tooLarge'), 413)
  if (Number(req.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  if (!req.body) return ''
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of req.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
