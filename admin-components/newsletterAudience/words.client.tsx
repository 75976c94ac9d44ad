'use client'

import { useId, useState } from 'react'
import { useSay } from '../language.js'
import { suggestionsFor } from './definition.js'
import styles from './index.module.css'

interface Props {
  disabled: boolean
  label: string
  /** Words that there are; others can be typed as well. */
  suggestions?: readonly string[] | undefined
  value: string[]
  onChange: (words: string[]) => void
}

/** Several words, parted by commas. The text stays as it is typed until the field is left. */
export function Words({ disabled, label, onChange, suggestions = [], value }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const say = useSay()
  const id = useId()
  const text = typed ?? value.join(', ')
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        autoComplete="off"
        className={styles.input}
        disabled={disabled}
        id={id}
        list={suggestions.length > 0 ? `${id}-words` : undefined}
        onBlur={() => setTyped(null)}
        onChange={({ target }) => {
          setTyped(target.value)
          onChange(
            target.value
              .split(',')
              .map((word) => word.trim())
              .filter((word) => word !== ''),
          )
        }}
        placeholder={say('newsletterAdmin:commas')}
        type="text"
        value={text}
      />
      {suggestions.length > 0 && (
        <datalist id={`${id}-words`}>
          {suggestionsFor(text, suggestions).map((whole) => (
            <option key={whole} value={whole} />
          ))}
        </datalist>
      )}
    </div>
  )
}
