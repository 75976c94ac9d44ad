'use client'

import { useTranslation } from '@payloadcms/ui'
import { useCallback } from 'react'
import type { TextKey } from '../src/i18n/translate.js'

export type Texts = (key: TextKey, values?: Record<string, string | number>) => string

/** The CRM's texts in the reader's language, with the host's changes. They come with the page, not with the code. */
export function useTexts(): Texts {
  const { t } = useTranslation()
  return useCallback(
    (key, values) => (t as unknown as (key: string, values?: object) => string)(`crm:${key}`, values),
    [t],
  )
}
