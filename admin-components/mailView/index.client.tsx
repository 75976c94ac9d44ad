'use client'

import { useEffect, useState, type ReactNode } from 'react'
import { Button, Gutter, toast, useConfig, useStepNav, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'
import type { MailDecision } from '../../src/domain/mailLife.js'
import { useSay } from '../language.js'
import styles from './index.module.css'

interface Props {
  id: string | number
  slug: string
  subject: string
  listLabel: string
  listUrl: string
  mayRetry: boolean
  mayCancel: boolean
  maySettle: boolean
  /** Nobody knows whether it arrived: the buttons say what each decision means. */
  unknown: boolean
  children: ReactNode
}

/** The head of a mail with the decisions that are left. */
export function MailControls(props: Props) {
  const { children, id, listLabel, listUrl, mayCancel, mayRetry, maySettle, slug, subject, unknown } = props
  const { config } = useConfig()
  const { i18n, t } = useTranslation()
  const { setStepNav } = useStepNav()
  const router = useRouter()
  const texts = useSay()
  const [deciding, setDeciding] = useState(false)
  useEffect(
    () => setStepNav([{ label: listLabel, url: listUrl }, { label: subject }]),
    [listLabel, listUrl, setStepNav, subject],
  )

  const decide = async (decision: MailDecision) => {
    setDeciding(true)
    const url = formatAdminURL({ apiRoute: config.routes.api, path: `/${slug}/${id}/${decision}` })
    const headers = { 'Accept-Language': i18n.language }
    const answer = await fetch(url, { method: 'POST', credentials: 'include', headers }).catch(() => null)
    if (answer?.ok) toast.success(texts(`admin:mail_${decision}Done`))
    else {
      const body = (await answer?.json().catch(() => null)) as { errors?: { message: string }[] } | null
      toast.error(body?.errors?.[0]?.message ?? t('error:unknown'))
    }
    setDeciding(false)
    router.refresh()
  }

  return (
    <Gutter className={styles.head}>
      <div>{children}</div>
      {(mayRetry || mayCancel || maySettle) && (
        <div className={styles.decisions}>
          {mayRetry && (
            <Button
              disabled={deciding}
              id="crm-mail-retry"
              margin={false}
              onClick={() => void decide('retry')}
            >
              {texts(unknown ? 'admin:mail_retryUnknown' : 'admin:mail_retry')}
            </Button>
          )}
          {mayCancel && (
            <Button
              buttonStyle="secondary"
              disabled={deciding}
              id="crm-mail-cancel"
              margin={false}
              onClick={() => void decide('cancel')}
            >
              {texts('admin:mail_cancel')}
            </Button>
          )}
          {maySettle && (
            <Button
              buttonStyle="secondary"
              disabled={deciding}
              id="crm-mail-settle"
              margin={false}
              onClick={() => void decide('settle')}
            >
              {texts('admin:mail_settle')}
            </Button>
          )}
        </div>
      )}
    </Gutter>
  )
}
