import type { PayloadRequest } from 'payload'
import type { ReactNode } from 'react'
import { say, type TextKey } from '../../src/i18n/translate.js'
import styles from './index.module.css'

/** What is known of a record; what is empty is left out. */
export function Facts({ facts, req }: { facts: [TextKey, ReactNode][]; req: PayloadRequest }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([key, value]) => (
          <div key={key}>
            <dt>{say(req, key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
