import type { ServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { say } from '../../src/i18n/translate.js'
import { readable, type Area } from '../../src/overview/areas.js'
import { CrmNavLinkClient } from './index.client.js'

/** The one entry of the CRM in the main menu. It leads to the first list its reader may see. */
export function CrmNavLink({ areas, i18n, payload, permissions }: ServerProps & { areas: Area[] }) {
  const adminRoute = payload.config.routes.admin
  const paths = readable(areas, permissions)
    .flatMap((area) => [area, ...area.within])
    .map(({ kind, slug }) => formatAdminURL({ adminRoute, path: `/${kind}/${slug}` }))
  const [href] = paths
  return href ? <CrmNavLinkClient href={href} label={say(i18n, 'entity:crm')} paths={paths} /> : null
}
