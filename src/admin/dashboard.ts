import type { Config, PayloadRequest, Widget } from 'payload'
import { serverComponent } from '../config/componentPaths.js'
import type { Crm } from '../config/resolve.js'
import { label } from '../i18n/translate.js'

type Dashboard = NonNullable<NonNullable<Config['admin']>['dashboard']>

const widgets = [
  ['agenda', 'CrmAgenda', 'admin:agenda', 'medium', ['admin', 'sales']],
  ['openOrders', 'CrmOpenOrders', 'admin:openOrders', 'medium', ['admin', 'sales']],
  ['orderTotals', 'CrmOrderTotals', 'admin:orderTotals', 'large', ['admin', 'sales']],
  ['accounts', 'CrmWaitingAccounts', 'account:waitingTitle', 'small', ['admin', 'sales']],
  ['mails', 'CrmTroubledMails', 'admin:troubledMails', 'small', ['admin', 'sales']],
  ['newsletters', 'CrmNewsletters', 'admin:recentNewsletters', 'large', ['admin', 'marketing']],
] as const

/** The dashboard's widgets. A host that arranged its dashboard itself keeps it, and can add ours on the page. */
export function withDashboard(dashboard: Dashboard | undefined, crm: Crm): Dashboard {
  const ours = widgets.map(([slug, component, labelKey]): Widget => ({
    slug: `crm-${slug}`,
    Component: serverComponent(component),
    label: label(labelKey),
    minWidth: 'small',
  }))
  const layout = ({ req }: { req: PayloadRequest }) => {
    const roles = crm.rolesOf(req.user)
    const visible = widgets.filter(([, , , , readers]) =>
      roles.some((role) => (readers as readonly string[]).includes(role)),
    )
    return [
      ...visible.map(([slug, , , width]) => ({ widgetSlug: `crm-${slug}`, width })),
      { widgetSlug: 'collections', width: 'full' },
    ]
  }
  return {
    ...dashboard,
    widgets: [...(dashboard?.widgets ?? []), ...ours],
    defaultLayout: dashboard?.defaultLayout ?? (layout as Dashboard['defaultLayout']),
  }
}
