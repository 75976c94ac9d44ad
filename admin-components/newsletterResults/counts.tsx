'use client'

import { formatDecimal, formatPercent } from '../../src/i18n/format.js'
import { useNotation, useSay } from '../language.js'
import styles from './index.module.css'

export interface Counted {
  name: string
  count: number
  /** What the share is of, and how many those are; none where a share would say nothing. */
  share?: {
    of: 'newsletterAdmin:ofRecipients' | 'newsletterAdmin:ofDelivered' | 'tracking:ofConsenting'
    all: number
  }
}

/** Numbers side by side, with what share they are. */
export function Counts({ counts }: { counts: Counted[] }) {
  const say = useSay()
  const notation = useNotation()
  return (
    <dl className={styles.counts}>
      {counts.map(({ count, name, share }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{formatDecimal(count, notation)}</dd>
          {share && share.all > 0 && (
            <dd className={styles.share}>
              {say(share.of, { percent: formatPercent(rounded(count / share.all), notation) })}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

/** Percent with one decimal: a hundredth of a percent of a newsletter's readers is nobody. */
const rounded = (share: number) => Math.round(share * 1000) / 10
