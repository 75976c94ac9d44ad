'use client'

import { useState } from 'react'
import { isUnreadable, typedText, unreadable } from '../../src/domain/unreadable.js'
import { useNotation } from '../language.js'
import type { TypedKind } from './kinds.js'

/**
 * The text of a value that is typed in the reader's notation, wherever the value is kept. While somebody types, the text is
 * theirs; afterwards it is written the usual way. What cannot be read is kept as it is, marked.
 */
export function useTypedDraft<Value>(kind: TypedKind<Value>, value: unknown, set: (value: unknown) => void) {
  const notation = useNotation()
  const [draft, setDraft] = useState<string | null>(null)
  const shown = isUnreadable(value)
    ? typedText(value)
    : value === null || value === undefined || value === ''
      ? ''
      : kind.format(value as Value, notation)
  return {
    /** Only when somebody has left the field: half a date is no mistake yet. */
    refused: isUnreadable(value) && draft === null,
    input: {
      value: draft ?? shown,
      onBlur: () => setDraft(null),
      onChange: (text: string) => {
        setDraft(text)
        const typed = kind.parse(text, notation)
        set('value' in typed ? typed.value : unreadable(text))
      },
    },
  }
}
