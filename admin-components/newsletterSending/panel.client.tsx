'use client'

import { useFormFields, useFormModified } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useEffect, useRef } from 'react'
import { isWritable } from '../../src/domain/newsletterLife.js'
import { formatDecimal, formatInstant } from '../../src/i18n/format.js'
import type { Id } from '../api.js'
import { useNotation, useSay } from '../language.js'
import { Actions } from './actions.client.js'
import { DoubtfulMails } from './doubtfulMails.client.js'
import { Figures } from './figures.client.js'
import styles from './index.module.css'
import type { SendingProps } from './props.js'
import { endedOf, useProgress, type Progress, type Standstill } from './useProgress.js'

interface Props extends SendingProps {
  id: Id
  /** Called when the status has changed. */
  onStatus: (() => void) | undefined
}

/** State, figures, doubts and buttons of a newsletter's delivery. */
export function SendingPanel({ id, mailsSlug, newslettersSlug, onStatus, timeZone }: Props) {
  const path = `/${newslettersSlug}/${id}`
  const { look, pace, progress } = useProgress(path)
  const modified = useFormModified()
  // The pages beside the form have none.
  const isForm = useFormFields(([fields]) => 'subject' in fields)
  const router = useRouter()
  const say = useSay()
  const shown = useRef<string | null>(null)
  const status = progress?.status ?? null
  useEffect(() => {
    const changed = shown.current !== null && shown.current !== status
    shown.current = status
    if (changed) onStatus?.()
    // The form below shows the status too. Whoever is typing is left alone.
    if (changed && !modified) router.refresh()
  }, [modified, onStatus, router, status])
  if (!progress) return <section aria-busy="true" className={styles.panel} />
  const kind = progress.template ? 'template' : progress.status
  return (
    <section aria-label={say('newsletterSending:panel')} className={styles.panel} data-newsletter={kind}>
      <div className={styles.line}>
        <span className={styles.badge} data-status={kind}>
          {say(`newsletterSending:status_${kind}`)}
        </span>
        <Sentence kind={kind} progress={progress} timeZone={timeZone} />
      </div>
      {progress.run?.note && (
        <p className={styles.note} role="alert">
          {progress.run.note}
        </p>
      )}
      {progress.standstill && <Held standstill={progress.standstill} timeZone={timeZone} />}
      <Figures id={id} mailsSlug={mailsSlug} pace={pace} progress={progress} />
      {progress.states.unknown > 0 && (
        <DoubtfulMails
          count={progress.states.unknown}
          doubts={progress.doubts}
          id={id}
          mailsSlug={mailsSlug}
          newslettersSlug={newslettersSlug}
          onDecided={() => void look()}
        />
      )}
      {progress.webUrl && (
        <p>
          <a href={progress.webUrl} rel="noreferrer" target="_blank">
            {say('newsletterSending:toWeb')}
          </a>
        </p>
      )}
      {isForm && !isWritable(progress.status) && (
        <p className={styles.hint}>{say('newsletterSending:fixed')}</p>
      )}
      <Actions
        {...{ id, look, modified, newslettersSlug, progress, timeZone }}
        key={progress.template ? 'template' : 'letter'}
      />
    </section>
  )
}

function Sentence(props: { kind: Progress['status'] | 'template'; progress: Progress; timeZone: string }) {
  const { kind, progress, timeZone } = props
  const { recipients, scheduledAt, states } = progress
  const say = useSay()
  const notation = useNotation()
  const number = (count: number) => new Intl.NumberFormat(notation === 'de' ? 'de-DE' : 'en-GB').format(count)
  return (
    <p aria-live="polite" className={styles.sentence}>
      {say(`newsletterSending:says_${kind}`, {
        at: scheduledAt ? formatInstant(scheduledAt, notation, timeZone) : '',
        ended: number(endedOf(progress)),
        recipients: number(recipients),
        sent: number(states.sent),
      })}
    </p>
  )
}

/** What keeps the mails waiting, and how long: nobody has to wonder why nothing moves. */
function Held({ standstill, timeZone }: { standstill: NonNullable<Standstill>; timeZone: string }) {
  const say = useSay()
  const notation = useNotation()
  const values: Record<string, string> =
    'until' in standstill
      ? {
          count: formatDecimal(standstill.count, notation),
          at: formatInstant(standstill.until, notation, timeZone),
        }
      : {}
  return (
    <p className={styles.note} data-held={standstill.cause} role="status">
      {say(`newsletterSending:held_${standstill.cause}`, values)}
    </p>
  )
}
