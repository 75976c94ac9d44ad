import type { Endpoint, PayloadRequest } from 'payload'
import { routeId } from './routeId.js'

/**
 * Payload's own endpoint in the place of which one of ours stands.
 *
 * @throws Error when Payload serves no such endpoint
 */
export function payloadsOwn(
  req: PayloadRequest,
  slug: string,
  ours: Pick<Endpoint, 'handler' | 'method' | 'path'>,
) {
  const endpoints = req.payload.collections[slug]?.config.endpoints
  const own = endpoints
    ? endpoints.find(
        ({ handler, method, path }) =>
          method === ours.method && path === ours.path && handler !== ours.handler,
      )
    : undefined
  if (!own) throw new Error(`mozaikoo-crm: Payload has no endpoint ${ours.method} ${ours.path} for ${slug}.`)
  return own
}

/** `POST /access/:id?`: Payload's own, which would end in a 500 for an id that cannot exist. */
export function accessEndpoint(slug: string): Endpoint {
  const ours: Endpoint = {
    method: 'post',
    path: '/access/:id?',
    handler: (req) => {
      routeId(req)
      return payloadsOwn(req, slug, ours).handler(req)
    },
  }
  return ours
}
