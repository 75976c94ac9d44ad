'use client'

import { useForm, useFormFields, useFormProcessing, useFormSubmitted } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

interface Refusal {
  /** What stood in the fields when the save was refused. */
  values: [path: string, value: unknown][]
  marks: Map<string, string>
  repairs: number
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
  const isPending = useRef(false)
  const refusal = useRef<Refusal | null>(null)

  useEffect(() => {
    if (processing || !submitted) {
      isPending.current = processing
      refusal.current = null
      return
    }
    if (isPending.current) {
      isPending.current = false
      const values = Object.entries(fields).map(([path, { value }]): [string, unknown] => [path, value])
      refusal.current = { values, marks: new Map(), repairs: 0 }
    }
    const held = refusal.current
    if (!held) return
    if (held.values.some(([path, value]) => fields[path]?.value !== value)) {
      refusal.current = null
      return
    }
    // The marks come with the end of the save or just after.
    for (const [path, { errorMessage, valid }] of Object.entries(fields))
      if (valid === false) held.marks.set(path, errorMessage ?? '')
    const lost = [...held.marks].filter(([path]) => fields[path]?.valid !== false)
    if (lost.length === 0 || held.repairs === mostRepairs) return
    held.repairs += 1
    dispatchFields({ type: 'ADD_SERVER_ERRORS', errors: lost.map(([path, message]) => ({ path, message })) })
  }, [dispatchFields, fields, processing, submitted])
}
