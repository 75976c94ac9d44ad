'use client'

import { useDocumentDrawerContext, useDocumentInfo } from '@payloadcms/ui'
import { SendingPanel } from './panel.client.js'
import type { SendingProps } from './props.js'
import { StartFromTemplate } from './templates.client.js'

/** Above every page of a newsletter: how its delivery stands and what can be done; a new one may begin from a template. */
export function NewsletterSending(props: SendingProps & { onStatus?: () => void }) {
  const { mailsSlug, newslettersSlug, onStatus, timeZone } = props
  const { id } = useDocumentInfo()
  const { drawerSlug } = useDocumentDrawerContext()
  if (drawerSlug) return null
  return id === undefined ? (
    <StartFromTemplate newslettersSlug={newslettersSlug} />
  ) : (
    <SendingPanel {...{ id, mailsSlug, newslettersSlug, onStatus, timeZone }} />
  )
}
