'use client'

import { useField, useFormFields } from '@payloadcms/ui'
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
  const { errorMessage, setValue, showError, value } = useField<string | null>({ path: `${path}.name` })
  const sku = useFormFields(([fields]) => fields[`${path}.sku`]?.value as string | null | undefined)
  const product = useFormFields(([fields]) => fields[`${path}.product`])
  const id = idOf(`${path}.name`)
  const wrongProduct = product?.valid === false ? product.errorMessage : undefined
  return (
    <>
      <input
        aria-describedby={showError || wrongProduct ? `${id}-error` : undefined}
        aria-invalid={showError || wrongProduct ? true : undefined}
        aria-label={label}
        className={fieldStyles.input}
        disabled={readOnly}
        id={id}
        onChange={(event) => setValue(event.target.value)}
        type="text"
        value={value ?? ''}
      />
      <Problem id={id} message={wrongProduct ?? (showError ? errorMessage : undefined)} />
      {sku && <span className={styles.sku}>{sku}</span>}
    </>
  )
}
