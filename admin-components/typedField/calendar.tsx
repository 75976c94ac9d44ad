'use client'

import { useRef, type ReactNode } from 'react'
import { useNotation, useSay } from '../language.js'
import styles from './index.module.css'

interface CalendarProps {
  day: string | null | undefined
  disabled: boolean
  id: string
  set: (value: unknown) => void
  timeZone: string
}

/** The browser's own calendar behind a button, and the day in words. */
export function Calendar({ day, disabled, id, set, timeZone }: CalendarProps): ReactNode {
  const picker = useRef<HTMLInputElement>(null)
  const notation = useNotation()
  const say = useSay()
  const words = day
    ? new Intl.DateTimeFormat(notation === 'de' ? 'de-DE' : 'en-GB', {
        timeZone,
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
      }).format(new Date(day))
    : ''
  // Sweden writes dates the way the browser's calendar wants them.
  const iso = day ? new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(day)) : ''
  return (
    <>
      <span className={styles.calendar}>
        <button
          aria-label={say('workspace:calendar')}
          disabled={disabled}
          onClick={() => picker.current?.showPicker()}
          title={say('workspace:calendar')}
          type="button"
        >
          <svg aria-hidden height="16" viewBox="0 0 16 16" width="16">
            <path
              d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.3"
            />
          </svg>
        </button>
        <input
          aria-hidden
          onChange={(event) => set(event.target.value ? `${event.target.value}T12:00:00.000Z` : null)}
          ref={picker}
          tabIndex={-1}
          type="date"
          value={iso}
        />
      </span>
      <span className={styles.words} id={`${id}-day`}>
        {words}
      </span>
    </>
  )
}
