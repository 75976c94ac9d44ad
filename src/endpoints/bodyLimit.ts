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
 * this has to stand before Payload. One that says so is never handed on, any other is cut off.
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
      await discard(given.getReader())
      return tooLarge(request)
    }
    return new Promise((resolve, reject) => {
      let isTooLarge = false
      const body = counted(given, limit, (rest) => {
        isTooLarge = true
        void discard(rest).then(() => resolve(tooLarge(request)))
      })
      // `duplex` is what the standard asks of a body that is a stream; the types do not know it yet.
      const init: RequestInit & { duplex: 'half' } = { body, duplex: 'half' }
      // What Payload makes of half a body is of no interest.
      route(new Request(request, init), ...rest).then(
        (answer) => isTooLarge || resolve(answer),
        (error: unknown) => isTooLarge || reject(error as Error),
      )
    })
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>

/** Hands on what comes, and fails as soon as it is too much; then `exceeded` has the rest. */
function counted(
  body: ReadableStream<Uint8Array>,
  limit: number,
  exceeded: (rest: Reader) => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  let bytes = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read()
      if (done) return controller.close()
      bytes += value.byteLength
      if (bytes <= limit) return controller.enqueue(value)
      exceeded(reader)
      controller.error(new Error(`The body has more than ${limit} bytes.`))
    },
    cancel: (reason) => reader.cancel(reason),
  })
}

/**
 * Reads on and keeps nothing, up to a point: whoever is answered in the middle of sending, and then hung up on, often never
 * gets to see the answer.
 */
async function discard(reader: Reader): Promise<void> {
  for (let rest = patience; rest > 0;) {
    // The client may be gone: then there is nothing left to read.
    const { done, value } = await reader.read().catch(() => ({ done: true as const, value: undefined }))
    if (done) return
    rest -= value.byteLength
  }
}

/** In the shape of Payload's errors. */
function tooLarge({ headers }: Request): Response {
  const config = { i18n: { fallbackLanguage: 'de', supportedLanguages: texts } } as unknown as SanitizedConfig
  const language = getRequestLanguage({ config, cookies: parseCookies(headers), headers })
  const message = translate(languageOf(language), 'account:tooLarge')
  return Response.json({ errors: [{ message }] }, { status: 413 })
}
