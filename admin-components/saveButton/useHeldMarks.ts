'use client'

import { useForm, useFormFields, useFormProcessing, useFormSubmitted } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useEffect, useRef } from 'react'

interface Refused {
  errorMessage: string | undefined
  value: unknown
  wrong: boolean
}

/** A rule that only the save itself checks is not found again while typing: marking it for ever would ask for ever. */
const mostRepairs = 3

/**
 * Keeps the marks of a refused save beside their fields. An answer about the form as it was before, which knows nothing of
 * the save, would take them away when it comes late. As soon as a value changes, the server checks the form anew anyway.
 */
export function useHeldMarks(): void {
  const { dispatchFields } = useForm()
  const fields = useFormFields(([state]) => state)
  const processing = useFormProcessing()
  const submitted = useFormSubmitted()
  const wasProcessing = useRef(false)
  const repairs = useRef(0)
  const refused = useRef<[string, Refused][]>([])

  useEffect(() => {
    const hasEnded = wasProcessing.current && !processing
    wasProcessing.current = processing
    if (processing || !submitted) {
      refused.current = []
    } else if (hasEnded) {
      refused.current = remember(fields)
      repairs.current = 0
    } else if (refused.current.some(([path, { value }]) => fields[path]?.value !== value)) {
      refused.current = []
    } else if (repairs.current < mostRepairs) {
      const errors = refused.current
        .filter(([path, { wrong }]) => wrong && fields[path]?.valid !== false)
        .map(([path, { errorMessage }]) => ({ path, message: errorMessage ?? '' }))
      if (errors.length === 0) return
      repairs.current += 1
      dispatchFields({ type: 'ADD_SERVER_ERRORS', errors })
    }
  }, [dispatchFields, fields, processing, submitted])
}

// Payload writes into the state it holds, so what is compared later is kept apart.
const remember = (fields: FormState): [string, Refused][] =>
  Object.entries(fields).map(([path, { errorMessage, valid, value }]) => [
    path,
    { errorMessage, value, wrong: valid === false },
  ])
