import type { PayloadRequest } from 'payload'
import { APIError } from 'payload'
import { say } from '../src/i18n/translate.js'

interface Operation {
  args: unknown
  operation: string
  req: PayloadRequest
}

/**
 * Stands before every write from outside. Refuses bodies that are no object and texts that PostgreSQL cannot store, and
 * drops what only the server sets in every collection; Payload would hand all of them on, to end as a 500.
 */
export function refuseMalformed({ args, operation, req }: Operation): void {
  if (!['create', 'update', 'updateByID'].includes(operation) || req.payloadAPI === 'local') return
  const given = args as { data?: unknown; duplicateFromID?: unknown }
  if (given.data === undefined) return
  if (
    typeof given.data !== 'object' ||
    given.data === null ||
    Array.isArray(given.data) ||
    holdsNull(given.data)
  )
    throw new APIError(say(req, 'error:badRequest'), 400)
  // Payload checks a copy no more than its original was, so what is sent along with the wish for one is left out.
  if (given.duplicateFromID !== undefined) given.data = {}
  for (const name of ['id', 'createdAt', 'updatedAt']) delete (given.data as Record<string, unknown>)[name]
}

/** Whether there is a character U+0000 anywhere: PostgreSQL's texts have none. */
function holdsNull(data: object): boolean {
  return /(^|[^\\])(\\\\)*\\u0000/.test(JSON.stringify(data))
}
