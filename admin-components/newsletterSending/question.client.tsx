'use client'

import { ConfirmationModal } from '@payloadcms/ui'
import { useRef } from 'react'
import type { NewsletterAction } from '../../src/domain/newsletterLife.js'
import { formatDecimal, formatInstant } from '../../src/i18n/format.js'
import { useNotation, useSay } from '../language.js'
import styles from './index.module.css'
import { ReportBody, type Report } from './reportBody.client.js'

export type Asked =
  | { about: 'send'; at: string | null; report: Report }
  | { about: 'cancel'; isScheduled: boolean }
  | { about: 'missing'; certain: number; unknown: number }

interface Props {
  asked: Asked
  carryOut: (action: NewsletterAction, body?: object) => Promise<void>
  modalSlug: string
  timeZone: string
}

/** The question before a step that cannot be taken back. What the check forbids is explained, not asked. */
export function Question({ asked, carryOut, modalSlug, timeZone }: Props) {
  const say = useSay()
  const notation = useNotation()
  const withUnknown = useRef(false)
  const number = (count: number) => formatDecimal(count, notation)

  if (asked.about === 'cancel') {
    const which = asked.isScheduled ? 'askCancelSchedule' : 'askCancel'
    return (
      <ConfirmationModal
        body={say(`newsletterSending:${which}Body`)}
        cancelLabel={say('newsletterSending:close')}
        confirmLabel={say(
          asked.isScheduled ? 'newsletterSending:cancelSchedule' : 'newsletterSending:confirmCancel',
        )}
        heading={say(`newsletterSending:${which}`)}
        modalSlug={modalSlug}
        onConfirm={() => carryOut('cancel')}
      />
    )
  }
  if (asked.about === 'missing') {
    const { certain, unknown } = asked
    return (
      <ConfirmationModal
        body={
          <div className={styles.report}>
            <p>{say('newsletterSending:askMissingBody', { count: number(certain) })}</p>
            {unknown > 0 && (
              <label className={styles.choice}>
                <input
                  onChange={(event) => {
                    withUnknown.current = event.target.checked
                  }}
                  type="checkbox"
                />
                <span>{say('newsletterSending:askMissingUnknown', { count: number(unknown) })}</span>
              </label>
            )}
          </div>
        }
        confirmLabel={say('newsletterSending:confirmMissing')}
        heading={say('newsletterSending:askMissing')}
        modalSlug={modalSlug}
        onConfirm={() => carryOut('sendMissing', { includeUnknown: withUnknown.current })}
      />
    )
  }
  const { at, report } = asked
  const isBlocked = report.light === 'red'
  const count = number(report.recipients)
  const heading = isBlocked
    ? say('newsletterSending:blocked')
    : at === null
      ? say('newsletterSending:askSend', { count })
      : say('newsletterSending:askSchedule', { count, at: formatInstant(at, notation, timeZone) })
  const confirm = isBlocked
    ? say('newsletterSending:understood')
    : at === null
      ? say('newsletterSending:confirmSend', { count })
      : say('newsletterSending:confirmSchedule')
  return (
    <ConfirmationModal
      body={<ReportBody isPlanned={at !== null} report={report} />}
      className={isBlocked ? styles.refused : ''}
      confirmLabel={confirm}
      heading={heading}
      modalSlug={modalSlug}
      onConfirm={() => {
        if (isBlocked) return undefined
        return at === null ? carryOut('send') : carryOut('schedule', { scheduledAt: at })
      }}
    />
  )
}
