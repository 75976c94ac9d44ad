'use client'

import { ReactSelect } from '@payloadcms/ui'
import { useId } from 'react'
import styles from './index.module.css'

export type Id = string | number
export interface Choice {
  id: Id
  name: string
}

/** Several of a known number of things. */
export function Many(props: {
  choices: Choice[]
  disabled: boolean
  label: string
  value: Id[]
  onChange: (ids: Id[]) => void
}) {
  const id = useId()
  const options = props.choices.map((choice) => ({ value: choice.id, label: choice.name }))
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {props.label}
      </label>
      <ReactSelect
        disabled={props.disabled}
        inputId={id}
        isClearable
        isMulti
        onChange={(chosen) =>
          props.onChange((Array.isArray(chosen) ? chosen : []).map((option) => option.value as Id))
        }
        options={options}
        value={props.value.map(
          (one) => options.find(({ value }) => value === one) ?? { value: one, label: String(one) },
        )}
      />
    </div>
  )
}
