'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { formatDecimal } from '../../src/i18n/format.js'
import type { Id } from '../api.js'
import { useNotation, useSay } from '../language.js'
import styles from './index.module.css'
import { endedOf, type Pace, type Progress } from './useProgress.js'

const troubles = ['failed', 'bounced', 'unknown', 'deferred', 'cancelled'] as const

/** The bar with speed and remaining time, and what did not arrive, in words. Nothing before the start. */
export function Figures(props: { id: Id; mailsSlug: string; pace: Pace; progress: Progress }) {
  const { id, mailsSlug, pace, progress } = props
  const { recipients, run, states, status } = progress
  const { config } = useConfig()
  const say = useSay()
  const notation = useNotation()
  if (recipients === 0) return null
  const ended = endedOf(progress)
  const isRunning = status === 'preparing' || status === 'sending'
  const canary = run?.canary ?? 0
  const troubled = troubles.filter((state) => states[state] > 0)
  const isShown = isRunning || status === 'paused' || troubled.length > 0
  if (!isShown) return null
  const mails = formatAdminURL({ adminRoute: config.routes.admin, path: `/collections/${mailsSlug}` })
  const query = `where[and][0][newsletter][equals]=${id}&where[and][1][state][in]=${troubled.join(',')}`
  return (
    <div className={styles.figures}>
      {(isRunning || status === 'paused') && (
        <div className={styles.line}>
          <progress
            aria-label={say('newsletterSending:panel')}
            className={styles.bar}
            max={recipients}
            value={ended}
          />
          {isRunning && pace && (
            <span className={styles.pace}>
              {say('newsletterSending:pace', {
                rate: formatDecimal(pace.perMinute, notation),
                left: leftOf(pace.secondsLeft, say),
              })}
            </span>
          )}
        </div>
      )}
      {isRunning && canary > 0 && canary < recipients && (
        <p>{say('newsletterSending:canaryRuns', { size: formatDecimal(canary, notation) })}</p>
      )}
      {troubled.length > 0 && (
        <p>
          {say('newsletterSending:trouble')}{' '}
          {troubled
            .map((state) =>
              say(`newsletterSending:trouble_${state}`, { count: formatDecimal(states[state], notation) }),
            )
            .join(', ')}
          .{' '}
          <Link href={`${mails}?${query}`} prefetch={false}>
            {say('newsletterSending:toMails')}
          </Link>
        </p>
      )}
    </div>
  )
}

/** In the coarsest measure that is still true: nobody waits by the second. */
function leftOf(seconds: number, say: ReturnType<typeof useSay>): string {
  if (seconds < 60) return say('newsletterSending:leftSeconds')
  if (seconds < 5400) return say('newsletterSending:leftMinutes', { count: Math.round(seconds / 60) })
  return say('newsletterSending:leftHours', { count: Math.round(seconds / 3600) })
}
