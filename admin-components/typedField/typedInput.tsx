'use client'

import type { ReactNode } from 'react'
import styles from './index.module.css'
import type { TypedKind } from './kinds.js'
import { useTypedText, type Rule } from './useTypedText.js'

interface Props<Value> {
  kind: TypedKind<Value>
  label: string
  path: string
  readOnly?: boolean
  rule?: Rule
  /** Stands in the field beside the number: €, %. */
  symbol?: string
}

/** The bare input, for a table cell: its label is heard, not seen. */
export function TypedInput<Value>({ kind, label, path, readOnly, rule, symbol }: Props<Value>) {
  const field = useTypedText({ path }, kind, rule)
  const id = idOf(field.path)
  return (
    <>
      <Framed symbol={symbol}>
        <input
          aria-describedby={field.error ? `${id}-error` : undefined}
          aria-invalid={field.error ? true : undefined}
          aria-label={label}
          autoComplete="off"
          className={styles.input}
          disabled={readOnly}
          id={id}
          inputMode="decimal"
          onBlur={field.input.onBlur}
          onChange={(event) => field.input.onChange(event.target.value)}
          type="text"
          value={field.input.value}
        />
      </Framed>
      <Problem id={id} message={field.error} />
    </>
  )
}

export const idOf = (path: string) => `field-${path.replaceAll('.', '__')}`

export function Framed({ children, symbol }: { children: ReactNode; symbol?: string | undefined }) {
  return (
    <span className={styles.frame} data-symbol={symbol !== undefined}>
      {children}
      {symbol !== undefined && (
        <span aria-hidden className={styles.symbol}>
          {symbol}
        </span>
      )}
    </span>
  )
}

export function Problem({ id, message }: { id: string; message: string | undefined }) {
  return message ? (
    <span className={styles.error} id={`${id}-error`} role="alert">
      {message}
    </span>
  ) : null
}
