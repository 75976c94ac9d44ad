'use client'

import { useTranslation } from '@payloadcms/ui'
import { useCallback } from 'react'
import type { Notation } from '../src/domain/typedNumber.js'
import type { TextKey } from '../src/i18n/translate.js'

export type Say = (key: TextKey, values?: Record<string, string | number>) => string

/** Our texts in the reader's language, with the host's changes. The texts come with the page, not with the code. */
export function useSay(): Say {
  const { t } = useTranslation()
  return useCallback(
    (key, values) => (t as unknown as (key: string, values?: object) => string)(`crm:${key}`, values),
    [t],
  )
}

/** How the reader writes numbers and dates: German in German, English in every other language. */
export function useNotation(): Notation {
  return useTranslation().i18n.language === 'de' ? 'de' : 'en'
}
