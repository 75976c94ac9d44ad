import type { WidgetServerProps } from 'payload'
import { formatDate } from '../../src/i18n/format.js'
import { languageOf, say } from '../../src/i18n/translate.js'
import { findAgenda } from '../../src/overview/agenda.js'
import { slugsOf, timeZoneOf } from '../../src/overview/options.js'
import { workspaceUrl } from '../../src/overview/workspaceUrl.js'
import { entryUrl, listUrl } from './listQuery.js'
import { Panel, Quiet } from './panel.js'
import styles from './index.module.css'

const shown = 8

/** What is due today or was due before. */
export async function CrmAgenda({ permissions, req }: WidgetServerProps) {
  const { activities, customers } = slugsOf(req.payload)
  const title = say(req, 'admin:agenda')
  if (!permissions?.collections?.[activities]?.read)
    return (
      <Panel title={title}>
        <Quiet>{say(req, 'admin:notPermitted')}</Quiet>
      </Panel>
    )
  const { docs, total } = await findAgenda(req, shown)
  const language = languageOf(req.i18n.language)
  const timeZone = timeZoneOf(req.payload)
  const workspace = { customersSlug: customers, tab: 'activities' } as const
  const all = {
    href: listUrl(req, activities, { 'where[and][0][done][equals]': 'false', sort: 'dueDate' }),
    label: say(req, 'admin:allOf', { count: total }),
  }
  return (
    <Panel all={all} title={title}>
      {docs.length === 0 && <Quiet>{say(req, 'admin:agendaEmpty')}</Quiet>}
      <ul className={styles.entries}>
        {docs.map((item) => (
          <li key={item.id}>
            <a
              href={
                workspaceUrl(req.payload.config.routes.admin, workspace, { ...item }) ??
                entryUrl(req, activities, item.id)
              }
            >
              {item.name}
            </a>
            <span className={styles.detail}>{item.company}</span>
            <span className={item.overdue ? styles.overdue : styles.aside}>
              {item.overdue
                ? say(req, 'admin:overdueSince', { date: formatDate(item.dueDate, language, timeZone) })
                : say(req, 'admin:today')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
