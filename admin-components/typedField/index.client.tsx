'use client'

import { FieldDescription, fieldBaseClass } from '@payloadcms/ui'
import type { DateFieldClientProps, NumberFieldClientProps } from 'payload'
import { useMemo, useRef, type ReactNode } from 'react'
import type { TextKey } from '../../src/i18n/translate.js'
import { useNotation, useSay } from '../language.js'
import styles from './index.module.css'
import { dayIn, money, percent, quantity, type TypedKind } from './kinds.js'
import { Framed, idOf, Problem } from './typedInput.js'
import { useTypedText } from './useTypedText.js'

/** Payload keeps the label of a custom field in the language of its first reader, so ours come by their keys. */
type Labelled = { labelKey: TextKey }
type NumberProps = NumberFieldClientProps & Labelled

/** An amount in euro; the form holds cents. */
export const MoneyField = (props: NumberProps) => <TypedField kind={money} props={props} symbol="€" />
export const PercentField = (props: NumberProps) => <TypedField kind={percent} props={props} symbol="%" />
export const QuantityField = (props: NumberProps) => <TypedField kind={quantity} props={props} />

/** A day, typed or picked from the browser's calendar, with its weekday beside it so that a mistake is seen. */
export function DayField({ timeZone, ...props }: DateFieldClientProps & Labelled & { timeZone: string }) {
  const kind = useMemo(() => dayIn(timeZone), [timeZone])
  return <TypedField calendar={timeZone} kind={kind} props={props} />
}

interface Props<Value> {
  calendar?: string
  kind: TypedKind<Value>
  props: (NumberFieldClientProps | DateFieldClientProps) & Labelled
  symbol?: string
}

function TypedField<Value>({ calendar, kind, props, symbol }: Props<Value>) {
  const { field: config, readOnly } = props
  const field = useTypedText({ potentiallyStalePath: props.path }, kind)
  const say = useSay()
  const id = idOf(field.path)
  const isReadOnly = readOnly === true || config.admin?.readOnly === true
  const described = [field.error && `${id}-error`, calendar && `${id}-day`].filter(Boolean).join(' ')
  return (
    <div className={`${fieldBaseClass} ${styles.field}`} style={widthOf(config.admin?.width)}>
      <label className="field-label" htmlFor={id}>
        {say(props.labelKey)}
        {config.required && <span className="required">*</span>}
      </label>
      <span className={styles.line}>
        <Framed symbol={symbol}>
          <input
            aria-describedby={described || undefined}
            aria-invalid={field.error ? true : undefined}
            autoComplete="off"
            className={styles.input}
            disabled={isReadOnly}
            id={id}
            inputMode={calendar ? undefined : 'decimal'}
            onBlur={field.input.onBlur}
            onChange={(event) => field.input.onChange(event.target.value)}
            placeholder={calendar ? say('workspace:dayPattern') : undefined}
            type="text"
            value={field.input.value}
          />
        </Framed>
        {calendar && (
          <Calendar
            day={field.value as string | null | undefined}
            disabled={isReadOnly}
            id={id}
            set={field.set}
            timeZone={calendar}
          />
        )}
      </span>
      <Problem id={id} message={field.error} />
      {config.admin?.description && (
        <FieldDescription description={config.admin.description} path={field.path} />
      )}
    </div>
  )
}

const widthOf = (width: unknown) =>
  typeof width === 'string' ? ({ '--field-width': width } as React.CSSProperties) : undefined

interface CalendarProps {
  day: string | null | undefined
  disabled: boolean
  id: string
  set: (value: unknown) => void
  timeZone: string
}

/** The browser's own calendar behind a button, and the day in words. */
function Calendar({ day, disabled, id, set, timeZone }: CalendarProps): ReactNode {
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
