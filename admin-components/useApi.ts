'use client'

import { useConfig, useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'

interface Answer<T> {
  ok: boolean
  body: T
}

/** The REST API of the host, as the reader of the page and in the language of the panel. */
export function useApi() {
  const { config } = useConfig()
  const { language } = useTranslation().i18n
  const base = `${config.serverURL}${config.routes.api}`
  return useMemo(() => {
    const call = async <T>(path: string, init?: RequestInit): Promise<Answer<T>> => {
      const headers = {
        'Accept-Language': language,
        ...(init?.headers as Record<string, string> | undefined),
      }
      const response = await fetch(`${base}${path}`, { credentials: 'include', ...init, headers })
      return { ok: response.ok, body: (await response.json()) as T }
    }
    return {
      url: (path: string) => `${base}${path}`,
      get: <T>(path: string) => call<T>(path),
      post: <T>(path: string, body: unknown) =>
        call<T>(path, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
    }
  }, [base, language])
}

/** The sentence of a refused request. */
export function messageOf(body: unknown): string {
  const { errors } = (body ?? {}) as { errors?: { message?: string }[] }
  return errors?.[0]?.message ?? ''
}
