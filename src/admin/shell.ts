import type { Config, CustomComponent } from 'payload'
import { clientComponent, serverComponent } from '../config/componentPaths.js'
import type { Crm } from '../config/resolve.js'
import { crmAreas } from '../overview/areas.js'
import { withDashboard } from './dashboard.js'

const favicon = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><g fill="#17616f"><rect x="2" y="2" width="9" height="9" rx="2"/><rect x="13" y="2" width="9" height="9" rx="4.5" opacity=".55"/><rect x="2" y="13" width="9" height="9" rx="4.5" opacity=".55"/></g><rect x="13" y="13" width="9" height="9" rx="2" fill="#1fa3b8"/></svg>`,
)}`

/** The shell around every page: sign, title, menu. What the host has set itself stays. */
export function withShell(admin: Config['admin'], crm: Crm): NonNullable<Config['admin']> {
  const navLink: CustomComponent = {
    path: serverComponent('CrmNavLink'),
    serverProps: { areas: crmAreas(crm.slugs) },
  }
  return {
    ...admin,
    // Payload's own default asks a foreign server for a picture of everybody who logs in.
    avatar: admin?.avatar ?? 'default',
    dateFormat: admin?.dateFormat ?? 'dd.MM.yyyy HH:mm',
    meta: {
      titleSuffix: ' · mozaikoo CRM',
      icons: [{ rel: 'icon', type: 'image/svg+xml', url: favicon }],
      ...admin?.meta,
    },
    dashboard: withDashboard(admin?.dashboard, crm),
    components: {
      ...admin?.components,
      graphics: {
        Logo: serverComponent('CrmLogo'),
        Icon: serverComponent('CrmIcon'),
        ...admin?.components?.graphics,
      },
      providers: [
        ...(admin?.components?.providers ?? []),
        clientComponent('NativeLabels'),
        clientComponent('HistoryProvider'),
      ],
      beforeNavLinks: [navLink, ...(admin?.components?.beforeNavLinks ?? [])],
    },
  }
}
