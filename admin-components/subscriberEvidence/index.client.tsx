'use client'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useSay } from '../language.js'
import styles from './index.module.css'

/** Beside a subscriber: what is on record about the consent, to read, print and file. */
export function SubscriberEvidence() {
  const { collectionSlug, id } = useDocumentInfo()
  const { config } = useConfig()
  const say = useSay()
  if (id === undefined || !collectionSlug) return null
  const page = formatAdminURL({ apiRoute: config.routes.api, path: `/${collectionSlug}/${id}/evidence` })
  return (
    <div className={`field-type ${styles.evidence}`}>
      <h3>{say('newsletterSending:evidence')}</h3>
      <a href={page} rel="noreferrer" target="_blank">
        {say('newsletterSending:evidencePage')}
      </a>
      <a href={`${page}.pdf`} rel="noreferrer" target="_blank">
        {say('newsletterSending:evidencePdf')}
      </a>
    </div>
  )
}
