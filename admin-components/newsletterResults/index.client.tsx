'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { NewsletterSending } from '../newsletterSending/index.client.js'
import type { SendingProps } from '../newsletterSending/props.js'
import { useApi } from '../useApi.js'
import { useTexts, type Texts } from '../useTexts.js'
import styles from './index.module.css'

const events = ['delivered', 'bounced', 'unsubscribed'] as const
type Point = { at: string } & Record<(typeof events)[number], number>
interface Results {
  recipients: number
  states: { sent: number; bounced: number; failed: number; unknown: number; queued: number; deferred: number }
  unsubscribed: number
  series: Point[]
}

/** What became of a newsletter: counts, what happened when, and the list for spreadsheets. */
export function NewsletterResults({ sending }: { sending: SendingProps }) {
  const { collectionSlug, id } = useDocumentInfo()
  const say = useTexts()
  const api = useApi()
  const [results, setResults] = useState<Results | null>(null)
  const path = `/${collectionSlug}/${id}/results`
  const look = useCallback(
    () => void api.get<Results>(path).then(({ body, ok }) => setResults(ok ? body : null)),
    [api, path],
  )
  useEffect(look, [look])
  if (!results) return <section aria-busy="true" className={styles.results} />
  const { recipients, series, states, unsubscribed } = results
  const counts: [string, number][] = [
    [say('field:recipients'), recipients],
    [say('newsletterAdmin:delivered'), states.sent],
    [say('field:bouncedCount'), states.bounced],
    [say('field:failedCount'), states.failed],
    [say('field:unknownCount'), states.unknown],
    [say('field:unsubscribedCount'), unsubscribed],
  ]
  return (
    <section className={styles.results}>
      <NewsletterSending {...sending} onStatus={look} />
      <dl className={styles.counts}>
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {series.length === 0 ? (
        <p>{say('newsletterAdmin:nothingYet')}</p>
      ) : (
        events.map((event) => <Chart event={event} key={event} say={say} series={series} />)
      )}
      <p>
        <a href={api.url(`${path}.csv`)}>{say('newsletterAdmin:csv')}</a>
      </p>
    </section>
  )
}

/** A bar a stretch of time. It is a list: whoever does not see the bars reads time and count. */
function Chart({ event, say, series }: { event: (typeof events)[number]; say: Texts; series: Point[] }) {
  const { i18n } = useTranslation()
  const highest = Math.max(1, ...series.map((point) => point[event]))
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'short', timeStyle: 'short' })
  return (
    <figure className={styles.chart} data-event={event}>
      <figcaption>{say(`newsletterAdmin:${event}`)}</figcaption>
      <ol>
        {series.map((point) => {
          const described = `${time.format(new Date(point.at))}: ${point[event]}`
          return (
            <li key={point.at} title={described}>
              <span className={styles.described}>{described}</span>
              <span
                aria-hidden="true"
                className={styles.bar}
                style={{ height: `${(point[event] / highest) * 100}%` }}
              />
            </li>
          )
        })}
      </ol>
    </figure>
  )
}
