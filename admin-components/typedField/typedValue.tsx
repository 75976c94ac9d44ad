'use client'

import { useId } from 'react'
import { isUnreadable } from '../../src/domain/unreadable.js'
import { useSay } from '../language.js'
import { Calendar } from './calendar.js'
import styles from './index.module.css'
import type { TypedKind } from './kinds.js'
import { Framed, Problem } from './typedInput.js'
import { useTypedDraft } from './useTypedDraft.js'

interface Props<Value> {
  /** The time zone of a day: with a calendar behind a button. */
  calendar?: string
  disabled: boolean
  kind: TypedKind<Value>
  label: string
  /** What is wrong with a value that can be read. */
  problem?: string | undefined
  symbol?: string
  value: unknown
  /** Gets `null` for an empty text and a marked text for one that cannot be read. */
  onChange: (value: unknown) => void
}

/** A value typed in the reader's notation that is no field of a form by itself, but a part of one. */
export function TypedValue<Value>(props: Props<Value>) {
  const { calendar, disabled, kind, label, onChange, symbol, value } = props
  const say = useSay()
  const id = useId()
  const { input, refused } = useTypedDraft(kind, value, onChange)
  const problem = refused ? say(kind.unreadable) : props.problem
  const described = [problem && `${id}-error`, calendar && `${id}-day`].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <span className={styles.line}>
        <Framed symbol={symbol}>
          <input
            aria-describedby={described || undefined}
            aria-invalid={problem ? true : undefined}
            autoComplete="off"
            className={styles.input}
            disabled={disabled}
            id={id}
            inputMode={calendar ? undefined : 'decimal'}
            onBlur={input.onBlur}
            onChange={(event) => input.onChange(event.target.value)}
            placeholder={calendar ? say('workspace:dayPattern') : undefined}
            type="text"
            value={input.value}
          />
        </Framed>
        {calendar && (
          <Calendar
            day={isUnreadable(value) || typeof value !== 'string' ? null : value}
            disabled={disabled}
            id={id}
            set={onChange}
            timeZone={calendar}
          />
        )}
      </span>
      <Problem id={id} message={problem} />
    </div>
  )
}
