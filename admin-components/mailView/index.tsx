import type { DocumentViewServerProps } from 'payload'
import { formatInstant } from '../../src/i18n/format.js'
import { languageOf, say, type TextKey } from '../../src/i18n/translate.js'
import { mayDecide, type MailDecision } from '../../src/domain/mailLife.js'
import { slugsOf, timeZoneOf } from '../../src/overview/options.js'
import { StateDot, toneOf } from '../stateDot/index.js'
import { entryUrl, listUrl } from '../widgets/listQuery.js'
import { Facts } from '../recordPage/facts.js'
import { RecordHead, type Decision } from '../recordPage/index.client.js'
import styles from '../recordPage/index.module.css'

type Id = string | number

interface Mail {
  id: Id
  state: string
  kind: string
  to: string
  subject: string
  attempts?: number | null
  createdAt: string
  sentAt?: string | null
  nextAttemptAt?: string | null
  lastError?: string | null
  cause?: 'workerStopped' | 'lineBroken' | null
  response?: string | null
  messageId?: string | null
  html?: string | null
  text?: string | null
  order?: Id | { id: Id } | null
  customer?: Id | { id: Id } | null
}

/** Scripts and foreign sources are off twice: by the sandbox and by the policy inside it. */
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data: https: http:">`

/** A mail of the ledger as it went out, and what can still be decided about it. */
export function MailView({ doc, initPageResult }: DocumentViewServerProps) {
  const { req } = initPageResult
  const mail = doc as unknown as Mail
  const slugs = slugsOf(req.payload)
  const language = languageOf(req.i18n.language)
  const timeZone = timeZoneOf(req.payload)
  const at = (value: string | null | undefined) => (value ? formatInstant(value, language, timeZone) : null)
  const idOf = (value: Mail['order']) => (typeof value === 'object' && value !== null ? value.id : value)
  const link = (slug: string, value: Mail['order'], text: string) => {
    const id = idOf(value)
    return id ? <a href={entryUrl(req, slug, id)}>{text}</a> : null
  }
  const facts: [TextKey, React.ReactNode][] = [
    ['field:to', mail.to],
    ['field:kind', say(req, `option:${mail.kind}` as TextKey)],
    ['admin:writtenAt', at(mail.createdAt)],
    ['field:sentAt', at(mail.sentAt)],
    ['field:nextAttemptAt', mail.state === 'deferred' ? at(mail.nextAttemptAt) : null],
    ['field:attempts', mail.attempts ?? 0],
    ['field:order', link(slugs.orders, mail.order, say(req, 'admin:openOrder'))],
    ['field:customer', link(slugs.customers, mail.customer, say(req, 'admin:openCustomer'))],
    ['field:cause', mail.cause ? say(req, `option:${mail.cause}`) : null],
    ['field:lastError', mail.lastError],
    ['field:response', mail.response],
    ['field:messageId', mail.messageId],
  ]
  const unknown = mail.state === 'unknown'
  // Of a doubtful mail the buttons say what each decision means, and it is not cancelled but counted.
  const decisions = (['retry', 'cancel', 'settle'] as const)
    .filter((name) => mayDecide(name, mail.state) && !(unknown && name === 'cancel'))
    .map((name: MailDecision): Decision => ({
      name,
      label: say(req, unknown && name === 'retry' ? 'admin:mail_retryUnknown' : `admin:mail_${name}`),
      done: say(req, `admin:mail_${name}Done`),
    }))
  return (
    <div className={styles.record}>
      <RecordHead
        decisions={decisions}
        id={mail.id}
        idPrefix="crm-mail"
        listLabel={say(req, 'entity:mails')}
        listUrl={listUrl(req, slugs.mails)}
        slug={slugs.mails}
        title={mail.subject}
      >
        <p className={styles.state}>
          <StateDot label={say(req, `option:${mail.state}` as TextKey)} tone={toneOf(mail.state)} />
          <span>{say(req, `admin:mail_${mail.state}` as TextKey)}</span>
        </p>
      </RecordHead>
      <Facts facts={facts} req={req} />
      {mail.html ? (
        <iframe
          className={styles.content}
          sandbox=""
          srcDoc={policy + mail.html}
          title={say(req, 'admin:mailContent')}
        />
      ) : (
        <p className={styles.none}>{say(req, 'admin:mailNotRendered')}</p>
      )}
      {mail.text && (
        <details className={styles.text}>
          <summary>{say(req, 'admin:mailText')}</summary>
          <pre>{mail.text}</pre>
        </details>
      )}
    </div>
  )
}
