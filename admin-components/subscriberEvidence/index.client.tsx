'use client'

import { Button, useConfig, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'
import { ConsentForm } from '../consentForm/index.client.js'
import { useSay } from '../language.js'
import styles from './index.module.css'
import { Unsubscribe } from './unsubscribe.client.js'

/** Beside a subscriber: what is on record about the consent, to read, print and file; and how to get one. */
export function SubscriberEvidence() {
  const { collectionSlug, id } = useDocumentInfo()
  const { config } = useConfig()
  const say = useSay()
  const status = useFormFields(([fields]) => fields.status?.initialValue as string | undefined)
  const isAsked = useFormFields(([fields]) => Boolean(fields.requestedAt?.initialValue))
  if (!collectionSlug) return null
  if (id === undefined) return <p className={styles.evidence}>{say('people:afterSaving')}</p>
  const path = `/${collectionSlug}/${id}` as const
  const page = formatAdminURL({ apiRoute: config.routes.api, path: `${path}/evidence` })
  const isWaiting = status === 'pending'
  return (
    <div className={`field-type ${styles.evidence}`}>
      <h3>{say('newsletterSending:evidence')}</h3>
      {isWaiting && <Missing isAsked={isAsked} path={`${path}/subscribe`} />}
      {(!isWaiting || isAsked) && (
        <>
          <a href={page} rel="noreferrer" target="_blank">
            {say('newsletterSending:evidencePage')}
          </a>
          <a href={`${page}.pdf`} rel="noreferrer" target="_blank">
            {say('newsletterSending:evidencePdf')}
          </a>
        </>
      )}
      {(status === 'confirmed' || (isWaiting && isAsked)) && <Unsubscribe path={`${path}/unsubscribe`} />}
    </div>
  )
}

/** Of somebody who was only written down: nothing is sent before there is a consent. */
function Missing({ isAsked, path }: { isAsked: boolean; path: `/${string}` }) {
  const say = useSay()
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <p>{say(isAsked ? 'people:waiting' : 'people:notAsked')}</p>
      {isOpen ? (
        <ConsentForm
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false)
            router.refresh()
          }}
          path={path}
        />
      ) : (
        <Button
          buttonStyle="secondary"
          id="crm-consent"
          margin={false}
          onClick={() => setOpen(true)}
          size="small"
          type="button"
        >
          {say('people:askAgain')}
        </Button>
      )}
    </>
  )
}
