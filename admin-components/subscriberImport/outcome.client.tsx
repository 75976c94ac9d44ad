'use client'

import { formatDecimal } from '../../src/i18n/format.js'
import { useNotation, useSay } from '../language.js'
import styles from './index.module.css'

const results = ['created', 'updated', 'unchanged', 'skipped', 'invalid'] as const

export interface Outcome {
  dryRun: boolean
  totals: Record<(typeof results)[number], number>
  rows: { row: number; email: string; message: string | null }[]
}

const texts = {
  created: 'newsletterSending:importCreated',
  updated: 'newsletterSending:importUpdated',
  unchanged: 'newsletterSending:importUnchanged',
  skipped: 'newsletterSending:importSkipped',
  invalid: 'newsletterSending:importInvalid',
} as const

const shown = 50

/** What an import did or would do, and every row that is left out, with the reason. */
export function ImportOutcome({ outcome }: { outcome: Outcome }) {
  const say = useSay()
  const notation = useNotation()
  const told = outcome.rows.filter(({ message }) => message !== null)
  return (
    <div className={styles.outcome} data-dry-run={outcome.dryRun} role="status">
      <p>
        <strong>
          {say(outcome.dryRun ? 'newsletterSending:importWould' : 'newsletterSending:importDone')}
        </strong>{' '}
        {results
          .filter((result) => outcome.totals[result] > 0)
          .map((result) => say(texts[result], { count: formatDecimal(outcome.totals[result], notation) }))
          .join(', ')}
      </p>
      {told.length > 0 && (
        <ul>
          {told.slice(0, shown).map(({ email, message, row }) => (
            <li key={row}>
              {say('newsletterSending:importRow', { row, email })}: {message}
            </li>
          ))}
        </ul>
      )}
      {told.length > shown && <p>{say('admin:more', { count: told.length - shown })}</p>}
    </div>
  )
}
