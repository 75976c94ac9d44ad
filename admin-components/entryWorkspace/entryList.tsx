'use client'

import { Link } from '@payloadcms/ui'
import { useState } from 'react'
import type { Id } from '../api.js'
import { useSay } from '../language.js'
import type { Entry, EntryEntity } from './entry.js'
import styles from './index.module.css'

interface Props {
  base: string
  canCreate: boolean
  entity: EntryEntity
  entries: Entry[]
  more: number | null
  /** Absent where the dot only tells and is no button. */
  onToggle: ((entry: Entry) => Promise<void>) | undefined
  open: Id | null
  total: number
}

/** All activities or orders of the customer, with a plus button for the next one. */
export function EntryList({ base, canCreate, entity, entries, more, onToggle, open, total }: Props) {
  const say = useSay()
  const title = say(`entity:${entity}`)
  return (
    <nav aria-label={title} className={styles.list}>
      <div className={styles.head}>
        <h2>
          {title} <span className={styles.count}>{total}</span>
        </h2>
        {canCreate && (
          <Link
            aria-label={say(`creating:${entity}`)}
            className={styles.plus}
            href={`${base}?entry=new`}
            id="crm-add-entry"
            prefetch={false}
            title={say(`creating:${entity}`)}
          >
            <span aria-hidden>+</span>
          </Link>
        )}
      </div>
      <ul>
        {entries.map((entry) => (
          <li className={styles.entry} data-current={entry.id === open} key={entry.id}>
            {onToggle ? <DoneButton entry={entry} onToggle={onToggle} /> : <Dot entry={entry} />}
            <Link
              aria-current={entry.id === open ? 'true' : undefined}
              href={`${base}?entry=${entry.id}`}
              prefetch={false}
            >
              <span className={styles.name}>{entry.name}</span>
              <span className={styles.details}>
                {[entry.state, ...entry.details].map((detail) => (
                  <span key={detail}>{detail}</span>
                ))}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {more !== null && (
        <Link className={styles.more} href={`${base}?limit=${more}`} prefetch={false}>
          {say('workspace:more', { shown: entries.length, total })}
        </Link>
      )}
    </nav>
  )
}

/** Red is open, green is done; the tick says the same to those who do not see the colour. */
function Dot({ entry }: { entry: Entry }) {
  return <span aria-hidden className={styles.dot} data-done={entry.done} title={entry.state} />
}

function DoneButton({ entry, onToggle }: { entry: Entry; onToggle: (entry: Entry) => Promise<void> }) {
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const label = say(entry.done ? 'workspace:markOpen' : 'workspace:markDone', { name: entry.name })
  const toggle = async () => {
    setBusy(true)
    await onToggle(entry)
    setBusy(false)
  }
  return (
    <button
      aria-label={label}
      aria-pressed={entry.done}
      className={styles.toggle}
      disabled={busy}
      onClick={() => void toggle()}
      title={label}
      type="button"
    >
      <Dot entry={entry} />
    </button>
  )
}
