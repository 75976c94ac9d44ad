'use client'

import { useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useState } from 'react'
import type { BounceKind } from '../../src/domain/bounce.js'
import { useApi } from '../api.js'
import { useSay } from '../language.js'
import styles from './index.module.css'

interface Bounce {
  id: string | number
  kind: BounceKind
  recipient: string
  diagnostic?: string | null
  statusCode?: string | null
  receivedAt: string
}

interface Props {
  /** Of what the bounces are shown: the field of theirs that points here. */
  by: 'customer' | 'newsletter' | 'subscriber'
  bouncesSlug: string
}

const shown = 3

/** Beside a person, a customer or a newsletter: what came back. Nothing as long as nothing did. */
export function BouncesPanel({ bouncesSlug, by }: Props) {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const say = useSay()
  const api = useApi()
  const [found, setFound] = useState<{ docs: Bounce[]; totalDocs: number } | null>(null)
  useEffect(() => {
    if (id === undefined) return
    let current = true
    const query = `where[${by}][equals]=${id}&limit=${shown}&sort=-receivedAt&depth=0`
    void api<{ docs: Bounce[]; totalDocs: number }>('GET', `/${bouncesSlug}?${query}`)
      .catch(() => null)
      .then((body) => current && setFound(body))
    return () => {
      current = false
    }
  }, [api, bouncesSlug, by, id])
  if (!found || found.totalDocs === 0) return null
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  const list = formatAdminURL({ adminRoute: config.routes.admin, path: `/collections/${bouncesSlug}` })
  return (
    <section className={styles.panel} data-bounces={found.totalDocs}>
      <h3>
        {say('entity:bounces')} ({found.totalDocs})
      </h3>
      <ul>
        {found.docs.map(({ diagnostic, id: bounce, kind, receivedAt, recipient, statusCode }) => (
          <li key={bounce}>
            <strong>{say(`option:${kind}`)}</strong>, {time.format(new Date(receivedAt))}
            {by !== 'subscriber' && <span className={styles.address}>{recipient}</span>}
            <span className={styles.reason}>{[statusCode, diagnostic].filter(Boolean).join(' ')}</span>
          </li>
        ))}
      </ul>
      {found.totalDocs > found.docs.length && (
        <a href={`${list}?where[or][0][and][0][${by}][equals]=${id}`}>{say('tracking:allBounces')}</a>
      )}
    </section>
  )
}
