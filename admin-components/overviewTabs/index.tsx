import type { ServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { say } from '../../src/i18n/translate.js'
import { readable, type Area, type Place } from '../../src/overview/areas.js'
import { OverviewTabsClient, type Tab } from './index.client.js'

type Props = Pick<ServerProps, 'i18n' | 'payload' | 'permissions'> & { areas: Area[]; slug: string }

/** The Reiter above the lists, for what the reader may see. */
export function OverviewTabs({ areas, i18n, payload, permissions, slug }: Props) {
  const adminRoute = payload.config.routes.admin
  const tab = (place: Place, current: boolean): Tab => ({
    href: formatAdminURL({ adminRoute, path: `/${place.kind}/${place.slug}` }),
    label: say(i18n, place.label),
    current,
  })
  const visible = readable(areas, permissions)
  const holds = (area: Area) => [area, ...area.within].some((place) => place.slug === slug)
  const groups = (['main', 'apart', 'end'] as const)
    .map((group) => visible.filter((area) => area.group === group).map((area) => tab(area, holds(area))))
    .filter((tabs) => tabs.length > 0)
  const here = visible.find(holds)
  const within =
    here && here.within.length > 0
      ? [here, ...here.within].map((place) => tab(place, place.slug === slug))
      : []
  const area = here ? say(i18n, here.label) : ''
  return (
    <OverviewTabsClient
      groups={groups}
      label={say(i18n, 'admin:areas')}
      within={within}
      withinLabel={say(i18n, 'admin:within', { area })}
    />
  )
}
