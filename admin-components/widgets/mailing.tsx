import type { WidgetServerProps } from 'payload'
import { say, type TextKey } from '../../src/i18n/translate.js'
import {
  countGivenUpDeliveries,
  findRecentNewsletters,
  findTroubledMails,
} from '../../src/overview/mailing.js'
import { slugsOf } from '../../src/overview/options.js'
import { StateDot, toneOf } from '../stateDot/index.js'
import { entryUrl, listUrl } from './listQuery.js'
import { Panel, Quiet } from './panel.js'
import styles from './index.module.css'

const shown = 6

/** Mails that wait for somebody's decision. */
export async function CrmTroubledMails({ permissions, req }: WidgetServerProps) {
  const { mails } = slugsOf(req.payload)
  const title = say(req, 'admin:troubledMails')
  if (!permissions?.collections?.[mails]?.read)
    return (
      <Panel title={title}>
        <Quiet>{say(req, 'admin:notPermitted')}</Quiet>
      </Panel>
    )
  const { docs, total } = await findTroubledMails(req, shown)
  const all = {
    href: listUrl(req, mails, { 'where[and][0][state][in]': 'unknown,failed,bounced' }),
    label: say(req, 'admin:allOf', { count: total }),
  }
  return (
    <Panel all={all} title={title}>
      {docs.length === 0 && <Quiet>{say(req, 'admin:troubledMailsEmpty')}</Quiet>}
      <ul className={styles.entries}>
        {docs.map((mail) => (
          <li key={mail.id}>
            <a href={entryUrl(req, mails, mail.id)}>{mail.subject}</a>
            <span className={styles.detail}>{mail.to}</span>
            <StateDot label={say(req, `option:${mail.state}` as TextKey)} tone={toneOf(mail.state)} />
          </li>
        ))}
      </ul>
      <GivenUp count={await countGivenUpDeliveries(req)} req={req} />
    </Panel>
  )
}

/** Deliveries to webhooks that nobody tries any more; for who may see them. */
function GivenUp({ count, req }: { count: number } & Pick<WidgetServerProps, 'req'>) {
  if (count === 0) return null
  const { webhookDeliveries } = slugsOf(req.payload)
  return (
    <p className={styles.note}>
      <a href={listUrl(req, webhookDeliveries, { 'where[and][0][state][equals]': 'failed' })}>
        {say(req, 'webhook:givenUp', { count })}
      </a>
    </p>
  )
}

/** The last newsletters and how far they have come. */
export async function CrmNewsletters({ permissions, req }: WidgetServerProps) {
  const { newsletters } = slugsOf(req.payload)
  const title = say(req, 'admin:recentNewsletters')
  if (!permissions?.collections?.[newsletters]?.read)
    return (
      <Panel title={title}>
        <Quiet>{say(req, 'admin:notPermitted')}</Quiet>
      </Panel>
    )
  const { docs, total } = await findRecentNewsletters(req, shown)
  const all = { href: listUrl(req, newsletters), label: say(req, 'admin:allOf', { count: total }) }
  return (
    <Panel all={all} title={title}>
      {docs.length === 0 && <Quiet>{say(req, 'admin:empty_newsletters')}</Quiet>}
      <ul className={styles.entries}>
        {docs.map(({ id, name, progress, status }) => (
          <li key={id}>
            <a href={entryUrl(req, newsletters, id)}>{name}</a>
            <span className={styles.detail}>{say(req, `newsletterSending:status_${status}` as TextKey)}</span>
            <span className={styles.aside}>
              {say(req, 'admin:sentOf', { sent: progress?.sent ?? 0, recipients: progress?.recipients ?? 0 })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
