import type { CollectionConfig, Endpoint } from 'payload'
import { NotFound } from 'payload'

const routes = [
  ['get', '/versions'],
  ['get', '/versions/:id'],
  ['post', '/versions/:id'],
] as const

/** Payload serves the versions of every collection, also of one that has none, where it ends in a 500. */
export function noVersions({ versions }: Pick<CollectionConfig, 'versions'>): Endpoint[] {
  if (versions) return []
  return routes.map(([method, path]) => ({
    method,
    path,
    handler: (req) => {
      throw new NotFound(req.t)
    },
  }))
}
