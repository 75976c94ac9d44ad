import type { PayloadRequest } from 'payload'

/** The `:id` of a route; Payload answers "not found" for one that cannot exist. */
export function routeId(req: PayloadRequest): string {
  const id = req.routeParams?.id
  return typeof id === 'string' || typeof id === 'number' ? String(id) : ''
}
