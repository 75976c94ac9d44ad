'use client'

import { useField } from '@payloadcms/ui'
import { useCallback, useState } from 'react'
import { isUnreadable, typedText, unreadable } from '../../src/domain/unreadable.js'
import { useNotation, useSay } from '../language.js'
import type { TypedKind } from './kinds.js'

/** A field of its own has the path of its place in the form; one inside another field names its path itself. */
type FieldAt = { path: string } | { potentiallyStalePath: string }

/**
 * The text of a field that is typed in the reader's notation. While somebody types, the text is theirs; afterwards it is
 * written the usual way. What cannot be read stays, with the reason, and is never saved as the value before it.
 */
export function useTypedText<Value>(at: FieldAt, kind: TypedKind<Value>) {
  const notation = useNotation()
  const say = useSay()
  const validate = useCallback(
    (value: unknown) => (isUnreadable(value) ? say(kind.unreadable) : true),
    [kind.unreadable, say],
  )
  const field = useField<unknown>({ ...at, validate })
  const [draft, setDraft] = useState<string | null>(null)
  const { errorMessage, path, setValue, showError, value } = field

  const write = (text: string) => {
    const typed = kind.parse(text, notation)
    setValue('value' in typed ? typed.value : unreadable(text))
  }
  const shown = isUnreadable(value)
    ? typedText(value)
    : value === null || value === undefined || value === ''
      ? ''
      : kind.format(value as Value, notation)
  const refused = isUnreadable(value) && draft === null
  return {
    path,
    value: isUnreadable(value) ? null : (value as Value | null | undefined),
    error: refused ? say(kind.unreadable) : showError ? errorMessage : undefined,
    set: setValue,
    input: {
      value: draft ?? shown,
      onBlur: () => setDraft(null),
      onChange: (text: string) => {
        setDraft(text)
        write(text)
      },
    },
  }
}
