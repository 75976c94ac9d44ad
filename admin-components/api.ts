'use client'

import { useConfig, useTranslation } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useCallback } from 'react'
import { useSay } from './language.js'

type Id = string | number
export type { Id }

interface Answer {
  errors?: { message?: string; data?: { errors?: { message?: string }[] } }[]
  message?: string
}

/** What is wrong with each field, in words; else what is wrong with the whole. */
function problemOf({ errors, message }: Answer): string | undefined {
  const fields = errors?.[0]?.data?.errors?.flatMap((field) => field.message ?? []) ?? []
  return fields.length > 0 ? fields.join(' ') : (errors?.[0]?.message ?? message)
}

/** Where the REST API answers, for links and frames. @returns a function that makes an address of a path */
export function useApiUrl() {
  const { config } = useConfig()
  return useCallback(
    (path: string) => formatAdminURL({ apiRoute: config.routes.api, path: path as `/${string}` }),
    [config.routes.api],
  )
}

/**
 * Calls the REST API with the reader's session and in the reader's language.
 *
 * @returns a function that resolves to the body, and rejects with an Error whose message is what the server said
 */
export function useApi() {
  const urlOf = useApiUrl()
  const { i18n } = useTranslation()
  const say = useSay()
  return useCallback(
    async <Body>(
      method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
      path: string,
      body?: unknown,
    ): Promise<Body> => {
      const response = await fetch(urlOf(path), {
        method,
        credentials: 'include',
        headers: {
          'Accept-Language': i18n.language,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }).catch(() => {
        throw new Error(say('workspace:offline'))
      })
      const answer = (await response.json().catch(() => ({}))) as Answer
      if (!response.ok) throw new Error(problemOf(answer) ?? say('workspace:offline'))
      return answer as Body
    },
    [i18n.language, say, urlOf],
  )
}
