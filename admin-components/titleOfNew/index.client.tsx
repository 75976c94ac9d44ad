'use client'

import { useDocumentInfo, useDocumentTitle, useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'
import type { TextKey } from '../../src/i18n/translate.js'
import { useSay } from '../language.js'

/** Heads the form of a new entry with what it will be, where Payload says "[Untitled]". */
export function TitleOfNew({ titleKey }: { titleKey: TextKey }) {
  const { id } = useDocumentInfo()
  const { setDocumentTitle, title } = useDocumentTitle()
  const { t } = useTranslation()
  const say = useSay()
  const untitled = `[${t('general:untitled')}]`
  useEffect(() => {
    if (id || title !== untitled) return
    // Payload sets its own title in the same pass, after this one.
    const timer = setTimeout(() => setDocumentTitle(say(titleKey)))
    return () => clearTimeout(timer)
  }, [id, say, setDocumentTitle, title, titleKey, untitled])
  return null
}
