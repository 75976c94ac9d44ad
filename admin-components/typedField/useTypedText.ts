'use client'

import { useField, useFormSubmitted } from '@payloadcms/ui'
import { useCallback } from 'react'
import { isUnreadable } from '../../src/domain/unreadable.js'
import type { Violation } from '../../src/domain/violation.js'
import { useSay } from '../language.js'
import type { TypedKind } from './kinds.js'
import { useTypedDraft } from './useTypedDraft.js'

/** A field of its own has the path of its place in the form; one inside another field names its path itself. */
type FieldAt = { path: string } | { potentiallyStalePath: string }

/** What is wrong with a value that can be read; `null` when nothing is. */
export type Rule = (value: unknown) => Violation['message'] | null

/**
 * The text of a field that is typed in the reader's notation. What cannot be read stays, with the reason, and is never
 * saved as the value before it. A rule of the domain is checked here as well, so that its mark needs no answer of the server
 * and no answer takes it away.
 */
export function useTypedText<Value>(at: FieldAt, kind: TypedKind<Value>, rule?: Rule) {
  const say = useSay()
  const submitted = useFormSubmitted()
  const validate = useCallback(
    (value: unknown) => {
      if (isUnreadable(value)) return say(kind.unreadable)
      // What is left empty the server may fill in.
      const message = value === null || value === undefined ? null : rule?.(value)
      return message ? say(`error:${message}`) : true
    },
    [kind.unreadable, rule, say],
  )
  const field = useField<unknown>({ ...at, validate })
  const { errorMessage, path, setValue, showError, value } = field
  const { input, refused } = useTypedDraft(kind, value, setValue)
  const checked = validate(value)
  const broken = submitted && checked !== true ? checked : undefined
  return {
    path,
    value: isUnreadable(value) ? null : (value as Value | null | undefined),
    error: refused ? say(kind.unreadable) : (broken ?? (showError ? errorMessage : undefined)),
    set: setValue,
    input,
  }
}
