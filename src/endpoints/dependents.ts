import type { Endpoint, Where } from 'payload'
import { Forbidden } from 'payload'
import type { Crm } from '../config/resolve.js'
import { Refusal } from '../i18n/refusal.js'
import { say } from '../i18n/translate.js'
import { findDependents } from '../overview/dependents.js'
import { routeId } from './routeId.js'

/**
 * `GET /:id/dependents` and `GET /dependents?where=…`: what deleting would take along and what it would leave. It counts
 * what a reader may not see otherwise, so it is for those who may delete.
 */
export function dependentsEndpoints(crm: Crm, slug: string): Endpoint[] {
  const handler: Endpoint['handler'] = async (req) => {
    const mayDelete = await req.payload.collections[slug]?.config.access.delete({ req })
    if (crm.rolesOf(req.user).length === 0 || !mayDelete) throw new Forbidden(req.t)
    const id = routeId(req)
    const where = id ? { id: { equals: id } } : req.query.where
    if (typeof where !== 'object' || where === null) throw new Refusal(say(req, 'error:badRequest'), 400)
    return Response.json(await findDependents(req, crm, slug, where as Where), {
      headers: { 'Cache-Control': 'no-store' },
    })
  }
  return ['/dependents', '/:id/dependents'].map((path) => ({
    path: path as `/${string}`,
    method: 'get',
    handler,
  }))
}
