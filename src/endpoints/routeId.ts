import type { PayloadRequest } from 'payload'
import { NotFound } from 'payload'
import { isStorableId } from '../domain/storable.js'

/**
 * The `:id` of a route, '' where it has none.
 *
 * @throws NotFound for one that cannot exist, which the database would not look for, but fail
 */
export function routeId(req: PayloadRequest): string {
  const id = req.routeParams?.id
  const text = typeof id === 'string' || typeof id === 'number' ? String(id) : ''
  if (text !== '' && req.payload.db.defaultIDType === 'number' && !isStorableId(text))
    throw new NotFound(req.t)
  return text
}
