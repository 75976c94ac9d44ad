import type { PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'

/** A list of the admin panel, filtered. */
export function listUrl(req: PayloadRequest, slug: string, filter: Record<string, string> = {}): string {
  const url = formatAdminURL({ adminRoute: req.payload.config.routes.admin, path: `/collections/${slug}` })
  const query = new URLSearchParams(filter).toString()
  return query ? `${url}?${query}` : url
}

/** An entry of the admin panel. */
export function entryUrl(req: PayloadRequest, slug: string, id: string | number): string {
  return formatAdminURL({
    adminRoute: req.payload.config.routes.admin,
    path: `/collections/${slug}/${encodeURIComponent(id)}`,
  })
}
