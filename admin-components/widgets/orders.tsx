import type { WidgetServerProps } from 'payload'
import { formatMoney } from '../../src/i18n/format.js'
import { languageOf, say } from '../../src/i18n/translate.js'
import { slugsOf } from '../../src/overview/options.js'
import { findOpenOrders, sumOrdersByMonth } from '../../src/overview/orderFigures.js'
import { workspaceUrl } from '../../src/overview/workspaceUrl.js'
import { StateDot, toneOf } from '../stateDot/index.js'
import { entryUrl, listUrl } from './listQuery.js'
import { MonthChart } from './monthChart.js'
import { Panel, Quiet } from './panel.js'
import styles from './index.module.css'

const shown = 8
const months = 12

function mayRead({ permissions, req }: WidgetServerProps): boolean {
  return permissions?.collections?.[slugsOf(req.payload).orders]?.read === true
}

/** Orders that are not done yet. */
export async function CrmOpenOrders(props: WidgetServerProps) {
  const { req } = props
  const { customers, orders } = slugsOf(req.payload)
  const title = say(req, 'admin:openOrders')
  if (!mayRead(props))
    return (
      <Panel title={title}>
        <Quiet>{say(req, 'admin:notPermitted')}</Quiet>
      </Panel>
    )
  const { docs, total } = await findOpenOrders(req, shown)
  const language = languageOf(req.i18n.language)
  const workspace = { customersSlug: customers, tab: 'orders' } as const
  const all = {
    href: listUrl(req, orders, { 'where[and][0][status][in]': 'open,confirmed' }),
    label: say(req, 'admin:allOf', { count: total }),
  }
  return (
    <Panel all={all} title={title}>
      {docs.length === 0 && <Quiet>{say(req, 'admin:openOrdersEmpty')}</Quiet>}
      <ul className={styles.entries}>
        {docs.map((order) => (
          <li key={order.id}>
            <a
              href={
                workspaceUrl(req.payload.config.routes.admin, workspace, { ...order }) ??
                entryUrl(req, orders, order.id)
              }
            >
              {order.name}
            </a>
            <span className={styles.detail}>
              {order.company}
              <StateDot label={say(req, `option:${order.status}`)} tone={toneOf(order.status)} />
            </span>
            <span className={styles.aside}>{formatMoney(order.totals?.gross ?? 0, language)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** What was ordered in each of the last twelve months. */
export async function CrmOrderTotals(props: WidgetServerProps) {
  const { req } = props
  const title = say(req, 'admin:orderTotals')
  if (!mayRead(props))
    return (
      <Panel title={title}>
        <Quiet>{say(req, 'admin:notPermitted')}</Quiet>
      </Panel>
    )
  const totals = await sumOrdersByMonth(req, months)
  return (
    <Panel title={title}>
      <MonthChart language={languageOf(req.i18n.language)} totals={totals} />
      <p className={styles.note}>{say(req, 'admin:orderTotalsNote')}</p>
    </Panel>
  )
}
