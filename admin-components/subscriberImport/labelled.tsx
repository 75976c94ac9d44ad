'use client'

import { useId, type ReactNode } from 'react'
import styles from './index.module.css'

/** A field with its label and, if there is one, a sentence that helps. */
export function Labelled(props: {
  hint?: string
  label: string
  children: (id: string, hintId: string) => ReactNode
}) {
  const id = useId()
  const hintId = `${id}-hint`
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {props.label}
      </label>
      {props.children(id, hintId)}
      {props.hint && (
        <p className={styles.hint} id={hintId}>
          {props.hint}
        </p>
      )}
    </div>
  )
}
