import { getRequestLanguage, parseCookies, type SanitizedConfig } from 'payload'
import { languageOf, texts, translate } from '../i18n/translate.js'

export interface BodyLimits {
  /**
   * The most bytes of a body that is no form: JSON, GraphQL, a CSV file.
   * @default 10 MiB
   */
  json?: number
  /**
   * The most bytes of a form, which is what uploads are.
   * @default 16 MiB
   */
  form?: number
}

/** What the makers of Payload's routes return: `REST_POST(config)`, `GRAPHQL_POST(config)`. */
type Route<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>

const mebibyte = 1024 * 1024
/** How many bytes of a refused body are still read. */
const patience = 64 * mebibyte

/**
 * A route that answers 413 to a body that is too large. Payload reads bodies whole before anything of a plugin runs, so
 * this has to stand before Payload. What says that it is too long is refused at once; what does not, as soon as it is.
 */
export function withBodyLimit<Rest extends unknown[]>(
  route: Route<Rest>,
  { form = 16 * mebibyte, json = 10 * mebibyte }: BodyLimits = {},
): Route<Rest> {
  return async (request, ...rest) => {
    if (!request.body) return route(request, ...rest)
    const isForm = (request.headers.get('content-type') ?? '').startsWith('multipart/')
    const limit = isForm ? form : json
    const given: ReadableStream<Uint8Array> = request.body
    if (Number(request.headers.get('content-length') ?? 0) > limit) {
      discard(given.getReader())
      return tooLarge(request)
    }
    return new Promise((resolve, reject) => {
      const body = counted(given, limit, () => resolve(tooLarge(request)))
      // `duplex` is what the standard asks of a body that is a stream; the types do not know it yet.
      const init: RequestInit & { duplex: 'half' } = { body, duplex: 'half' }
      // Once it was too much, whatever Payload makes of half a body comes too late to count.
      route(new Request(request, init), ...rest).then(resolve, reject)
    })
  }
}

/** Hands on what comes, and fails as soon as it is too much. */
function counted(
  body: ReadableStream<Uint8Array>,
  limit: number,
  exceeded: () => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  let bytes = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read()
      if (done) return controller.close()
      bytes += value.byteLength
      if (bytes <= limit) return controller.enqueue(value)
      exceeded()
      controller.error(new Error(`The body has more than ${limit} bytes.`))
      discard(reader)
    },
    cancel: (reason) => reader.cancel(reason),
  })
}

/**
 * Reads on and keeps nothing: whoever is hung up on in the middle of sending often never gets to see the answer. Who does
 * not heed the answer is hung up on all the same.
 */
function discard(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  const read = async () => {
    for (let rest = patience; rest > 0;) {
      const { done, value } = await reader.read()
      if (done) return
      rest -= value.byteLength
    }
    await reader.cancel()
  }
  // The client may be gone: then there is nothing left to read.
  read().catch(() => undefined)
}

/** In the shape of Payload's errors. */
function tooLarge({ headers }: Request): Response {
  const config = { i18n: { fallbackLanguage: 'de', supportedLanguages: texts } } as unknown as SanitizedConfig
  const language = getRequestLanguage({ config, cookies: parseCookies(headers), headers })
  const message = translate(languageOf(language), 'account:tooLarge')
  return Response.json({ errors: [{ message }] }, { status: 413 })
}
