import type { DefaultServerCellComponentProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import type { NewsletterStatus } from '../../src/domain/newsletterLife.js'
import type { WebhookEvent } from '../../src/domain/webhookEvent.js'
import { formatDate, formatInstant, formatMoney, formatPercent } from '../../src/i18n/format.js'
import { languageOf, say, type TextKey } from '../../src/i18n/translate.js'
import { webhookEventTexts } from '../../src/i18n/webhookEvents.js'
import { timeZoneOf } from '../../src/overview/options.js'
import { StateDot, toneOf } from '../stateDot/index.js'
import styles from './index.module.css'

type Props<Value> = Pick<DefaultServerCellComponentProps, 'i18n' | 'payload' | 'rowData'> & {
  cellData?: Value | null
}

type LinkedProps<Value> = Props<Value> & Pick<DefaultServerCellComponentProps, 'collectionSlug'>

/** What stands where there is nothing; Payload's own `<Kein …>` is loud in a list. */
const nothing = <span className={styles.nothing}>–</span>

export function TextCell({ cellData }: Props<string>) {
  return cellData ? <span>{cellData}</span> : nothing
}

export function ChoiceCell({ cellData, i18n }: Props<string>) {
  return cellData ? <span>{say(i18n, `option:${cellData}` as TextKey)}</span> : nothing
}

/** Where a newsletter is in its life: one is not revoked like an order, it is broken off. */
export function NewsletterStatusCell({ cellData, i18n }: Props<NewsletterStatus>) {
  return cellData ? <span>{say(i18n, `newsletterSending:status_${cellData}`)}</span> : nothing
}

/** Integer cents as an amount of the reader's language. */
export function MoneyCell({ cellData, i18n }: Props<number>) {
  if (typeof cellData !== 'number') return nothing
  return <span className={styles.number}>{formatMoney(cellData, languageOf(i18n.language))}</span>
}

export function PercentCell({ cellData, i18n }: Props<number>) {
  if (typeof cellData !== 'number') return nothing
  return <span className={styles.number}>{formatPercent(cellData, languageOf(i18n.language))}</span>
}

export function YesNoCell({ cellData, i18n }: Props<boolean>) {
  return <span>{say(i18n, cellData ? 'admin:yes' : 'admin:no')}</span>
}

export function DayCell({ cellData, i18n, payload }: Props<string>) {
  if (!cellData) return nothing
  const day = formatDate(cellData, languageOf(i18n.language), timeZoneOf(payload))
  return <span className={styles.number}>{day}</span>
}

export function InstantCell({ cellData, i18n, payload }: Props<string>) {
  if (!cellData) return nothing
  const instant = formatInstant(cellData, languageOf(i18n.language), timeZoneOf(payload))
  return <span className={styles.number}>{instant}</span>
}

/** The state of an order or mail. */
export function StateCell({ cellData, i18n }: Props<string>) {
  if (!cellData) return nothing
  return <StateDot label={say(i18n, `option:${cellData}` as TextKey)} tone={toneOf(cellData)} />
}

/** What a webhook was told, which opens the delivery. */
export function EventCell({ cellData, collectionSlug, i18n, payload, rowData }: LinkedProps<WebhookEvent>) {
  const { id } = rowData as { id: string | number }
  const path = `/collections/${collectionSlug}/${encodeURIComponent(id)}` as const
  const url = formatAdminURL({ adminRoute: payload.config.routes.admin, path })
  return <a href={url}>{cellData ? say(i18n, webhookEventTexts[cellData]) : String(id)}</a>
}

/** Whether an activity is done. */
export function DoneCell({ cellData, i18n }: Props<boolean>) {
  const state = cellData ? 'done' : 'open'
  return <StateDot label={say(i18n, `option:${state}`)} tone={state} />
}

/** The first of a customer's contact persons. */
export function MainContactCell({ cellData }: Props<{ firstName?: string; lastName?: string }[]>) {
  const [main] = Array.isArray(cellData) ? cellData : []
  const name = [main?.firstName, main?.lastName].filter(Boolean).join(' ')
  return name ? <span>{name}</span> : nothing
}
