import type { AfterErrorHook, ErrorResult } from 'payload'

type Told = ErrorResult['errors'][number]

/** An error of Payload, known by what it carries: not by its class, which another copy does not share. */
interface Carried {
  data?: unknown
  isPublic?: boolean
  message: unknown
  status?: number
}

/**
 * Tells a client what an error says, and the path of each refused field, also where the host's production build holds
 * Payload twice, once for the pages and once for the API: an error thrown by one is no `APIError` to the other, which then
 * leaves out the paths. Such a build takes the names of classes away as well, and an error without a name is "unknown".
 */
export const keepErrorPaths: AfterErrorHook = ({ error, result }) => {
  const { data, isPublic, message, status } = error as Carried
  const [told, ...more] = result?.errors ?? []
  // Payload's own rule for what may be told at all.
  const mayBeTold = isPublic === true || (isPublic !== false && status !== undefined && status !== 500)
  if (!told || more.length > 0 || told.data || typeof message !== 'string' || !mayBeTold) return
  const name = isObject(data) && Array.isArray(data.errors) ? 'ValidationError' : 'APIError'
  const whole: Told = isObject(data) ? { name, data, message } : { ...told, message }
  return { response: { ...result, errors: [whole] } }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
