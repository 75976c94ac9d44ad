'use client'

import { useDocumentDrawerContext, useDocumentInfo } from '@payloadcms/ui'
import { SendingPanel } from './panel.client.js'
import { StartFromTemplate } from './templates.client.js'

export interface SendingProps {
  mailsSlug: string
  newslettersSlug: string
  timeZone: string
}

/** Above every page of a newsletter: how its delivery stands and what can be done; a new one may begin from a template. */
export function NewsletterSending({ mailsSlug, newslettersSlug, timeZone }: SendingProps) {
  const { id } = useDocumentInfo()
  const { drawerSlug } = useDocumentDrawerContext()
  if (drawerSlug) return null
  return id === undefined ? (
    <StartFromTemplate newslettersSlug={newslettersSlug} />
  ) : (
    <SendingPanel {...{ id, mailsSlug, newslettersSlug, timeZone }} />
  )
}
