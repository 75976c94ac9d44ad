'use client'

import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

/**
 * The title of the browser's tab, in the reader's language: a title in Payload's config has one language only. React puts a
 * title that comes later before the one that is there, and the first one counts.
 */
export function PageTitle({ parts }: { parts: string[] }) {
  const { config } = useConfig()
  const [isShown, setIsShown] = useState(false)
  useEffect(() => setIsShown(true), [])
  const suffix = config.admin.meta?.titleSuffix ?? ''
  return isShown ? <title>{`${parts.join(' – ')} ${suffix}`.trim()}</title> : null
}
