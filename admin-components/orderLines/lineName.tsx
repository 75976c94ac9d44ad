'use client'

import { useField, useFormFields, useFormSubmitted } from '@payloadcms/ui'
import { useCallback } from 'react'
import { useSay } from '../language.js'
import { idOf, Problem } from '../typedField/typedInput.js'
import fieldStyles from '../typedField/index.module.css'
import styles from './index.module.css'

interface Props {
  label: string
  /** Of the line. */
  path: string
  readOnly: boolean
}

/** What is ordered, in the line's own words; its article number below. */
export function LineName({ label, path, readOnly }: Props) {
  const say = useSay()
  const submitted = useFormSubmitted()
  // Absent it is filled in from the product; blank it is refused.
  const validate = useCallback(
    (value: unknown) => (typeof value === 'string' && value.trim() === '' ? say('error:blank') : true),
    [say],
  )
  const { errorMessage, setValue, showError, value } = useField<string | null>({
    path: `${path}.name`,
    validate,
  })
  const sku = useFormFields(([fields]) => fields[`${path}.sku`]?.value as string | null | undefined)
  const product = useFormFields(([fields]) => fields[`${path}.product`])
  const id = idOf(`${path}.name`)
  const wrongProduct = product?.valid === false ? product.errorMessage : undefined
  const checked = validate(value)
  const wrongName = submitted && checked !== true ? checked : showError ? errorMessage : undefined
  const problem = wrongProduct ?? wrongName
  return (
    <>
      <input
        aria-describedby={problem ? `${id}-error` : undefined}
        aria-invalid={problem ? true : undefined}
        aria-label={label}
        className={fieldStyles.input}
        disabled={readOnly}
        id={id}
        onChange={(event) => setValue(event.target.value)}
        type="text"
        value={value ?? ''}
      />
      <Problem id={id} message={problem} />
      {sku && <span className={styles.sku}>{sku}</span>}
    </>
  )
}
