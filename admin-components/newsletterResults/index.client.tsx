'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { NewsletterSending } from '../newsletterSending/index.client.js'
import type { SendingProps } from '../newsletterSending/props.js'
import { useApi, useApiUrl } from '../api.js'
import { useSay } from '../language.js'
import { Chart } from './chart.js'
import { Counts, type Counted } from './counts.js'
import { Reactions, type ReactionFigures } from './reactions.js'
import { useTrail } from '../newsletterSending/useTrail.js'
import styles from './index.module.css'

const events = ['delivered', 'bounced', 'unsubscribed'] as const
type Point = { at: string } & Record<(typeof events)[number], number>
interface Results {
  recipients: number
  states: Record<
    'sent' | 'bounced' | 'failed' | 'unknown' | 'cancelled' | 'queued' | 'deferred' | 'sending',
    number
  >
  unsubscribed: number
  step: 'minute' | 'hour' | 'day'
  series: Point[]
  reactions: ReactionFigures | null
}

/** What became of a newsletter: counts, what happened when, and the list for spreadsheets. */
export function NewsletterResults({ sending }: { sending: SendingProps }) {
  const { collectionSlug, id } = useDocumentInfo()
  const say = useSay()
  const api = useApi()
  const urlOf = useApiUrl()
  useTrail('newsletterAdmin:tabResults')
  const [results, setResults] = useState<Results | null>(null)
  const path = `/${collectionSlug}/${id}/results`
  const look = useCallback(
    () =>
      void api<Results>('GET', path)
        .catch(() => null)
        .then(setResults),
    [api, path],
  )
  useEffect(look, [look])
  if (!results) return <section aria-busy="true" className={styles.results} />
  const { reactions, recipients, series, states, step, unsubscribed } = results
  const ofRecipients = { of: 'newsletterAdmin:ofRecipients' as const, all: recipients }
  const ofDelivered = { of: 'newsletterAdmin:ofDelivered' as const, all: states.sent }
  const underway = states.queued + states.sending + states.deferred
  const counts: Counted[] = [
    { name: say('field:recipients'), count: recipients },
    { name: say('newsletterAdmin:delivered'), count: states.sent, share: ofRecipients },
    { name: say('field:bouncedCount'), count: states.bounced, share: ofRecipients },
    { name: say('field:failedCount'), count: states.failed, share: ofRecipients },
    { name: say('field:unknownCount'), count: states.unknown, share: ofRecipients },
    { name: say('field:unsubscribedCount'), count: unsubscribed, share: ofDelivered },
    ...(underway > 0
      ? [{ name: say('newsletterAdmin:underway'), count: underway, share: ofRecipients }]
      : []),
    ...(states.cancelled > 0
      ? [{ name: say('newsletterAdmin:takenBack'), count: states.cancelled, share: ofRecipients }]
      : []),
  ]
  return (
    <section className={styles.results}>
      <NewsletterSending {...sending} onStatus={look} />
      <Counts counts={counts} />
      {series.length === 0 ? (
        <p>{say('newsletterAdmin:nothingYet')}</p>
      ) : (
        events.map((event) => (
          <Chart
            event={event}
            key={event}
            name={say(`newsletterAdmin:${event}`)}
            points={series.map((point) => ({ at: point.at, count: point[event] }))}
            step={step}
            timeZone={sending.timeZone}
          />
        ))
      )}
      {reactions && <Reactions figures={reactions} />}
      <p>
        <a href={urlOf(`${path}.csv`)}>{say('newsletterAdmin:csv')}</a>
      </p>
    </section>
  )
}
