'use client'

import { Button, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { NewsletterSending } from '../newsletterSending/index.client.js'
import type { SendingProps } from '../newsletterSending/props.js'
import { useApi } from '../api.js'
import { useSay } from '../language.js'
import { useTrail } from '../newsletterSending/useTrail.js'
import styles from './index.module.css'

type Light = 'green' | 'yellow' | 'red'
interface Report {
  light: Light
  findings: { check: string; light: Light; title: string; message: string }[]
}

/** The traffic light before sending. Colour is never alone: every lamp has its word. */
export function NewsletterPreflight({ sending }: { sending: SendingProps }) {
  const { collectionSlug, id } = useDocumentInfo()
  const say = useSay()
  const api = useApi()
  useTrail('newsletterAdmin:tabPreflight')
  const [report, setReport] = useState<Report | null>(null)
  const look = useCallback(async () => {
    setReport(await api<Report>('GET', `/${collectionSlug}/${id}/preflight`).catch(() => null))
  }, [api, collectionSlug, id])
  useEffect(() => void look(), [look])
  return (
    <section aria-busy={report === null} className={styles.preflight}>
      <NewsletterSending {...sending} />
      <div className={styles.head}>
        <h2>{say('newsletterAdmin:preflight')}</h2>
        <Button buttonStyle="secondary" margin={false} onClick={() => void look()} size="small">
          {say('newsletterAdmin:lookAgain')}
        </Button>
      </div>
      {report && (
        <>
          <p className={styles.verdict} data-light={report.light} id="preflight-light" role="status">
            <Lamp light={report.light} /> {say(`newsletterAdmin:verdict_${report.light}`)}
          </p>
          <ul className={styles.findings}>
            {report.findings.map(({ check, light, message, title }) => (
              <li data-check={check} key={check}>
                <Lamp light={light} />
                <span>
                  <strong>{title}</strong>{' '}
                  <span className={styles.word}>{say(`newsletterAdmin:light_${light}`)}</span>
                  <br />
                  {message}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const Lamp = ({ light }: { light: Light }) => (
  <span aria-hidden="true" className={styles.lamp} data-light={light} />
)
