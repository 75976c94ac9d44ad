'use client'

import { Button, toast, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { useApi, useApiUrl } from '../api.js'
import { useSay } from '../language.js'
import { NewsletterSending } from '../newsletterSending/index.client.js'
import type { SendingProps } from '../newsletterSending/props.js'
import { useTrail } from '../newsletterSending/useTrail.js'
import styles from './index.module.css'
import { Reader } from './reader.client.js'

interface Rendered {
  subject: string
  preheader: string
  text: string
}

/** What becomes of a test mail that was asked for. */
interface Queued {
  /** What keeps it waiting. */
  standstill: { cause: 'noWorker' | 'mailServer' } | null
}

/** The letter as somebody would read it: on a desk, on a telephone, as plain text; and a test mail of it. */
export function NewsletterPreview({
  sending,
  subscribersSlug,
}: {
  sending: SendingProps
  subscribersSlug: string
}) {
  const { collectionSlug, id } = useDocumentInfo()
  const say = useSay()
  const api = useApi()
  const urlOf = useApiUrl()
  useTrail('newsletterAdmin:tabPreview')
  const [subscriber, setSubscriber] = useState('')
  const [language, setLanguage] = useState('')
  const [rendered, setRendered] = useState<Rendered | null>(null)
  const languageId = useId()
  const query = `/${collectionSlug}/${id}/preview?subscriber=${encodeURIComponent(subscriber)}&language=${language}`

  useEffect(() => {
    let current = true
    void api<Rendered>('GET', `${query}&part=json`)
      .catch(() => null)
      .then((body) => current && setRendered(body))
    return () => {
      current = false
    }
  }, [api, query])

  return (
    <div className={styles.preview}>
      <NewsletterSending {...sending} />
      <div className={styles.choose}>
        <Reader onChoose={setSubscriber} subscribersSlug={subscribersSlug} />
        <div>
          <label htmlFor={languageId}>{say('field:language')}</label>
          <select id={languageId} onChange={(event) => setLanguage(event.target.value)} value={language}>
            <option value="">{say('newsletterAdmin:theirs')}</option>
            <option value="de">{say('field:german')}</option>
            <option value="en">{say('field:english')}</option>
          </select>
        </div>
        <TestMail path={`/${collectionSlug}/${id}/test`} subscriber={subscriber} language={language} />
      </div>
      <p className={styles.subject}>
        <strong>{rendered?.subject}</strong> <span>{rendered?.preheader}</span>
      </p>
      <div className={styles.screens}>
        <figure className={styles.desktop}>
          <figcaption>{say('newsletterAdmin:desktop')}</figcaption>
          <iframe sandbox="" src={urlOf(query)} title={say('newsletterAdmin:desktop')} />
        </figure>
        <figure className={styles.phone}>
          <figcaption>{say('newsletterAdmin:phone')}</figcaption>
          <iframe sandbox="" src={urlOf(query)} title={say('newsletterAdmin:phone')} />
        </figure>
        <figure className={styles.plain}>
          <figcaption>{say('newsletterAdmin:plain')}</figcaption>
          {/* Whoever has no mouse scrolls it by the keyboard. */}
          <pre aria-label={say('newsletterAdmin:plain')} id="preview-text" role="region" tabIndex={0}>
            {rendered?.text}
          </pre>
        </figure>
      </div>
    </div>
  )
}

function TestMail(props: { path: string; subscriber: string; language: string }) {
  const { user } = useAuth()
  const say = useSay()
  const api = useApi()
  const toId = useId()
  const [to, setTo] = useState(typeof user?.email === 'string' ? user.email : '')
  const send = async () => {
    const { language, subscriber } = props
    const chosen = { ...(subscriber ? { subscriber } : {}), ...(language ? { language } : {}) }
    try {
      const { standstill } = await api<Queued>('POST', props.path, { to, ...chosen })
      if (standstill) toast.warning(say(`newsletterAdmin:testHeld_${standstill.cause}`, { to }))
      else toast.success(say('newsletterAdmin:testQueued', { to }))
    } catch (error) {
      toast.error((error as Error).message)
    }
  }
  return (
    <form
      className={styles.test}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <div>
        <label htmlFor={toId}>{say('newsletterAdmin:testTo')}</label>
        <input id={toId} onChange={(event) => setTo(event.target.value)} type="email" value={to} />
      </div>
      <Button buttonStyle="secondary" margin={false} size="medium" type="submit">
        {say('newsletterAdmin:sendTest')}
      </Button>
    </form>
  )
}
