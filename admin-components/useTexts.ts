'use client'

import { useTranslation } from '@payloadcms/ui'
import { say, type TextKey } from '../src/i18n/translate.js'

/** The CRM's texts in the language of the interface, with the host's changes. */
export function useTexts(): (key: TextKey, values?: Record<string, string | number>) => string {
  const { i18n } = useTranslation()
  return (key, values) => say(i18n, key, values)
}
