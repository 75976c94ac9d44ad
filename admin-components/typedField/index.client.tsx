'use client'

import { FieldDescription, fieldBaseClass } from '@payloadcms/ui'
import type { DateFieldClientProps, NumberFieldClientProps } from 'payload'
import { useMemo } from 'react'
import type { TextKey } from '../../src/i18n/translate.js'
import { useSay } from '../language.js'
import { Calendar } from './calendar.js'
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
