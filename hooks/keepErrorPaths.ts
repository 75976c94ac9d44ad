import type { AfterErrorHook, ErrorResult } from 'payload'

type Told = ErrorResult['errors'][number]

/**
 * Tells a client the path of each refused field also where the host's production build holds Payload twice, once for the
 * pages and once for the API: an error thrown by one is no `APIError` to the other, which then passes on the message alone.
 * The class's name is shortened by such a build as well, so the error is known by what it carries.
 */
export const keepErrorPaths: AfterErrorHook = ({ error, result }) => {
  const { data } = error as { data?: unknown }
  const [told, ...more] = result?.errors ?? []
  // Where the messages differ, Payload has hidden an error of ours that is nobody's business.
  if (!told || more.length > 0 || told.data || !isObject(data) || told.message !== error.message) return
  const name = Array.isArray(data.errors) ? 'ValidationError' : 'APIError'
  const whole: Told = { ...told, name, data }
  return { response: { ...result, errors: [whole] } }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
