'use client'

import type { RateLimits } from '../../src/domain/sendingRate.js'
import { formatDecimal } from '../../src/i18n/format.js'
import { useNotation, useSay } from '../language.js'
import styles from './index.module.css'

/** What the check before sending says. */
export interface Report {
  light: 'green' | 'yellow' | 'red'
  recipients: number
  sending: RateLimits & { canarySize: number; canaryPercent: number }
  findings: { check: string; light: 'green' | 'yellow' | 'red'; title: string; message: string }[]
}

const limits = ['perSecond', 'perMinute', 'perHour', 'perDay'] as const

/** The body of the question before sending: what the check found, and how the mails will go out. */
export function ReportBody({ isPlanned, report }: { isPlanned: boolean; report: Report }) {
  const say = useSay()
  const notation = useNotation()
  const { findings, light, sending } = report
  const isBlocked = light === 'red'
  const listed = findings.filter((finding) => finding.light === (isBlocked ? 'red' : 'yellow'))
  const given = limits.filter((name) => sending[name] !== null)
  const limited = given
    .map((name) =>
      say(`newsletterSending:limit_${name}`, { count: formatDecimal(sending[name] ?? 0, notation) }),
    )
    .join(', ')
  return (
    <div className={styles.report} data-light={light}>
      {!isBlocked && (
        <p>{say(isPlanned ? 'newsletterSending:askFrozenLater' : 'newsletterSending:askFrozen')}</p>
      )}
      <p>
        {listed.length === 0
          ? say('newsletterSending:noHints')
          : say(isBlocked ? 'newsletterSending:blockedBy' : 'newsletterSending:hints')}
      </p>
      {listed.length > 0 && (
        <ul>
          {listed.map(({ check, message, title }) => (
            <li data-check={check} key={check}>
              <strong>{title}:</strong> {message}
            </li>
          ))}
        </ul>
      )}
      {isBlocked ? (
        <p>{say('newsletterSending:blockedWhere')}</p>
      ) : (
        <>
          <p>{say('newsletterSending:limits', { limits: limited || say('newsletterSending:noLimits') })}</p>
          <p>
            {sending.canarySize > 0
              ? say('newsletterSending:canary', {
                  size: formatDecimal(sending.canarySize, notation),
                  percent: formatDecimal(sending.canaryPercent, notation),
                })
              : say('newsletterSending:noCanary')}
          </p>
        </>
      )}
    </div>
  )
}
