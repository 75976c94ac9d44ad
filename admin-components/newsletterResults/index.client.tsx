'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { NewsletterSending } from '../newsletterSending/index.client.js'
import type { SendingProps } from '../newsletterSending/props.js'
import { useApi } from '../useApi.js'
import { useSay } from '../language.js'
import { Chart } from './chart.js'
import { Reactions, type ReactionFigures } from './reactions.js'
import styles from './index.module.css'

const events = ['delivered', 'bounced', 'unsubscribed'] as const
type Point = { at: string } & Record<(typeof events)[number], number>
interface Results {
  recipients: number
  states: { sent: number; bounced: number; failed: number; unknown: number; queued: number; deferred: number }
  unsubscribed: number
  series: Point[]
  reactions: ReactionFigures | null
}

/** What became of a newsletter: counts, what happened when, and the list for spreadsheets. */
export function NewsletterResults({ sending }: { sending: SendingProps }) {
  const { collectionSlug, id } = useDocumentInfo()
  const say = useSay()
  const api = useApi()
  const [results, setResults] = useState<Results | null>(null)
  const path = `/${collectionSlug}/${id}/results`
  const look = useCallback(
    () => void api.get<Results>(path).then(({ body, ok }) => setResults(ok ? body : null)),
    [api, path],
  )
  useEffect(look, [look])
  if (!results) return <section aria-busy="true" className={styles.results} />
  const { reactions, recipients, series, states, unsubscribed } = results
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
        events.map((event) => (
          <Chart
            event={event}
            key={event}
            name={say(`newsletterAdmin:${event}`)}
            points={series.map((point) => ({ at: point.at, count: point[event] }))}
          />
        ))
      )}
      {reactions && <Reactions figures={reactions} />}
      <p>
        <a href={api.url(`${path}.csv`)}>{say('newsletterAdmin:csv')}</a>
      </p>
    </section>
  )
}
