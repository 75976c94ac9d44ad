import type { WidgetServerProps } from 'payload'
import { say } from '../../src/i18n/translate.js'
import { slugsOf } from '../../src/overview/options.js'
import { findWaitingAccounts, waitingFilter } from '../../src/overview/waitingAccounts.js'
import { entryUrl, listUrl } from './listQuery.js'
import { Panel, Quiet } from './panel.js'
import styles from './index.module.css'

const shown = 6

/** Registrations that somebody has to approve. */
export async function CrmWaitingAccounts({ permissions, req }: WidgetServerProps) {
  const { accounts } = slugsOf(req.payload)
  const title = say(req, 'account:waitingTitle')
  if (!permissions?.collections?.[accounts]?.read)
    return (
      <Panel title={title}>
        <Quiet>{say(req, 'admin:notPermitted')}</Quiet>
      </Panel>
    )
  const { docs, total } = await findWaitingAccounts(req, shown)
  const all = {
    href: listUrl(req, accounts, waitingFilter),
    label: say(req, 'admin:allOf', { count: total }),
  }
  return (
    <Panel all={all} title={title}>
      {docs.length === 0 && <Quiet>{say(req, 'account:waitingEmpty')}</Quiet>}
      <ul className={styles.entries}>
        {docs.map(({ email, id, name, registeredCompany }) => (
          <li key={id}>
            <a href={entryUrl(req, accounts, id)}>{name}</a>
            <span className={styles.detail}>
              {registeredCompany && <span>{registeredCompany}</span>}
              <span>{email}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
