'use client'

import { useForm, useFormFields, useFormProcessing, useFormSubmitted } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

interface Refusal {
  path: string
  message: string
  value: unknown
}

/**
 * Keeps the marks of a refused save. A check of the form that was already under way knows nothing of the refusal, and its
 * answer would wipe them although nobody has changed the field.
 */
export function useLastingErrors(): void {
  const { dispatchFields, getFields } = useForm()
  const refused = useFormSubmitted()
  const processing = useFormProcessing()
  const [refusals, setRefusals] = useState<Refusal[]>([])

  useEffect(() => {
    if (processing) return
    const found = Object.entries(getFields()).flatMap(([path, { errorMessage, valid, value }]): Refusal[] =>
      valid === false && errorMessage ? [{ path, message: errorMessage, value }] : [],
    )
    setRefusals(refused ? found : [])
  }, [getFields, processing, refused])

  const lost = useFormFields(([fields]) =>
    refusals
      .filter(({ path, value }) => fields[path]?.valid === true && fields[path].value === value)
      .map(({ path }) => path)
      .join(' '),
  )
  useEffect(() => {
    if (lost === '') return
    const paths = lost.split(' ')
    dispatchFields({
      type: 'ADD_SERVER_ERRORS',
      errors: refusals
        .filter(({ path }) => paths.includes(path))
        .map(({ message, path }) => ({ message, path })),
    })
  }, [dispatchFields, lost, refusals])
}
