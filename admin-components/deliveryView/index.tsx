import type { DocumentViewServerProps } from 'payload'
import type { WebhookEvent } from '../../src/domain/webhookEvent.js'
import { formatInstant } from '../../src/i18n/format.js'
import { languageOf, say, type TextKey } from '../../src/i18n/translate.js'
import { webhookEventTexts } from '../../src/i18n/webhookEvents.js'
import { slugsOf, timeZoneOf } from '../../src/overview/options.js'
import { readAsUser } from '../../src/overview/readAsUser.js'
import { Facts } from '../recordPage/facts.js'
import { RecordHead, type Decision } from '../recordPage/index.client.js'
import styles from '../recordPage/index.module.css'
import { StateDot, toneOf } from '../stateDot/index.js'
import { entryUrl, listUrl } from '../widgets/listQuery.js'

type Id = string | number

interface Delivery {
  id: Id
  webhook?: Id | { id: Id } | null
  event: WebhookEvent
  eventId: string
  state: 'queued' | 'sending' | 'sent' | 'deferred' | 'failed'
  attempts?: number | null
  responseStatus?: number | null
  lastError?: string | null
  createdAt: string
  sentAt?: string | null
  nextAttemptAt?: string | null
  body: string
}

interface Webhook {
  id: Id
  name: string
  url: string
  active?: boolean | null
}

/** What a webhook was told, how the receiver took it, and a way to tell it again. */
export async function DeliveryView({ doc, initPageResult }: DocumentViewServerProps) {
  const { req } = initPageResult
  const delivery = doc as unknown as Delivery
  const slugs = slugsOf(req.payload)
  const webhook = await webhookOf(req, delivery)
  const language = languageOf(req.i18n.language)
  const timeZone = timeZoneOf(req.payload)
  const at = (value: string | null | undefined) => (value ? formatInstant(value, language, timeZone) : null)
  const facts: [TextKey, React.ReactNode][] = [
    ['field:webhook', webhook && <a href={entryUrl(req, slugs.webhooks, webhook.id)}>{webhook.name}</a>],
    ['field:webhookUrl', webhook?.url],
    ['admin:writtenAt', at(delivery.createdAt)],
    ['field:sentAt', at(delivery.sentAt)],
    ['field:nextAttemptAt', delivery.state === 'deferred' ? at(delivery.nextAttemptAt) : null],
    ['field:attempts', delivery.attempts ?? 0],
    ['field:responseStatus', delivery.responseStatus],
    ['field:lastError', delivery.lastError],
    ['field:eventId', delivery.eventId],
  ]
  const retry: Decision = {
    name: 'retry',
    label: say(req, 'webhook:retry'),
    done: say(req, 'webhook:retryDone'),
  }
  const isRetryable = ['sent', 'deferred', 'failed'].includes(delivery.state)
  return (
    <div className={styles.record}>
      <RecordHead
        decisions={isRetryable ? [retry] : []}
        id={delivery.id}
        idPrefix="crm-delivery"
        listLabel={say(req, 'entity:webhookDeliveries')}
        listUrl={listUrl(req, slugs.webhookDeliveries)}
        slug={slugs.webhookDeliveries}
        title={say(req, webhookEventTexts[delivery.event])}
      >
        <p className={styles.state}>
          <StateDot label={say(req, `option:${delivery.state}`)} tone={toneOf(delivery.state)} />
          <span>{say(req, `webhook:state_${delivery.state}`, { attempts: delivery.attempts ?? 0 })}</span>
        </p>
        {webhook && !webhook.active && delivery.state !== 'sent' && (
          <p className={styles.state}>{say(req, 'webhook:inactive')}</p>
        )}
      </RecordHead>
      <Facts facts={facts} req={req} />
      <details className={styles.text} open>
        <summary>{say(req, 'webhook:body')}</summary>
        <pre>{readable(delivery.body)}</pre>
      </details>
    </div>
  )
}

async function webhookOf(
  req: DocumentViewServerProps['initPageResult']['req'],
  { webhook }: Delivery,
): Promise<Webhook | undefined> {
  const id = typeof webhook === 'object' && webhook !== null ? webhook.id : webhook
  if (!id) return undefined
  const { docs } = await readAsUser<Webhook>(req, slugsOf(req.payload).webhooks, {
    where: { id: { equals: id } },
    sort: 'id',
    limit: 1,
    fields: ['name', 'url', 'active'],
  })
  return docs[0]
}

/** The JSON that is signed has no line ends. */
function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
