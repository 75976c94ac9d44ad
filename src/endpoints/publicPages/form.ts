import type { PayloadRequest } from 'payload'
import { Refusal } from '../../i18n/refusal.js'
import { say } from '../../i18n/translate.js'

const largest = 64_000

/** What a form or a JSON body says, every value a list of texts; nothing else comes through. */
export type Form = ReadonlyMap<string, readonly string[]>

/**
 * Reads a body whichever way it was sent: JSON, urlencoded (the one-click POST of RFC 8058 among them) or multipart.
 *
 * @throws Refusal 400 when it cannot be read, 413 when it is larger than any form
 */
export async function readForm(req: PayloadRequest): Promise<Form> {
  const type = req.headers.get('content-type') ?? ''
  const body = Buffer.from((await req.arrayBuffer?.()) ?? new ArrayBuffer(0))
  if (body.length > largest) throw new Refusal(say(req, 'error:badRequest'), 413)
  try {
    if (/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type))
      return fromFields(await new Response(body, { headers: { 'content-type': type } }).formData())
    return fromJson(body.toString('utf8'))
  } catch {
    throw new Refusal(say(req, 'error:badRequest'), 400)
  }
}

function fromFields(fields: FormData): Form {
  const form = new Map<string, string[]>()
  for (const [name, value] of fields)
    if (typeof value === 'string') form.set(name, [...(form.get(name) ?? []), value])
  return form
}

function fromJson(text: string): Form {
  const body: unknown = text.trim() === '' ? {} : JSON.parse(text)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new TypeError('not an object')
  return formOf(body)
}

/** An object as a form: its texts and numbers, alone or in lists. */
export function formOf(body: object): Form {
  const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number'
  return new Map(
    Object.entries(body).map(([name, value]: [string, unknown]): [string, string[]] => [
      name,
      (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isPlain).map(String),
    ]),
  )
}

/** One line of text: control characters, which no field of ours holds and the database refuses, become spaces. */
export function lineOf(form: Form, name: string, longest = 100): string {
  const [value = ''] = form.get(name) ?? []
  const line = value
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .slice(0, longest)
  // A lone half of a character would be stored as something else than it was.
  return Buffer.from(line).toString()
}
