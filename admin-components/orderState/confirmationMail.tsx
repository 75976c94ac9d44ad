'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { OrderStatus } from '../../src/domain/orderLife.js'
import type { TextKey } from '../../src/i18n/translate.js'
import { useApi, type Id } from '../api.js'
import { useSay } from '../language.js'
import styles from './index.module.css'

interface Mail {
  state: string
  to: string
  lastError?: string | null
  sentAt?: string | null
}

interface Props {
  id: Id
  mails: string
  orders: string
  status: OrderStatus
}

const onTheWay = ['queued', 'sending']
const pollMilliseconds = 3000

/** What became of the confirmation: the newest mail of the order, looked at again while it is on its way. */
export function ConfirmationMail({ id, mails, orders, status }: Props) {
  const { i18n } = useTranslation()
  const api = useApi()
  const say = useSay()
  const [mail, setMail] = useState<Mail | null | undefined>(undefined)
  const [busy, setBusy] = useState(false)

  const look = useCallback(async () => {
    const query = `where[order][equals]=${id}&where[kind][equals]=orderConfirmation&sort=-createdAt&limit=1&depth=0`
    try {
      const { docs } = await api<{ docs: Mail[] }>('GET', `/${mails}?${query}`)
      setMail(docs[0] ?? null)
    } catch {
      // Not allowed to see mails: then there is nothing to tell.
      setMail(undefined)
    }
  }, [api, id, mails])
  useEffect(() => void look(), [look, status])
  const waiting = mail !== null && mail !== undefined && onTheWay.includes(mail.state)
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => void look(), pollMilliseconds)
    return () => clearInterval(timer)
  }, [look, waiting])

  if (mail === undefined) return null
  const send = async () => {
    setBusy(true)
    try {
      await api('POST', `/${orders}/${id}/resend-confirmation`)
      toast.success(say('workspace:resent'))
    } catch (error) {
      toast.error((error as Error).message)
    }
    await look()
    setBusy(false)
  }
  const sent = mail?.sentAt
    ? new Intl.DateTimeFormat(i18n.language === 'de' ? 'de-DE' : 'en-GB', {
        dateStyle: 'medium',
        timeStyle: 'short',
      }).format(new Date(mail.sentAt))
    : ''
  return (
    <div className={styles.mail}>
      <span aria-live="polite">
        {say('field:confirmation')}:{' '}
        {mail === null ? (
          say('workspace:noMail')
        ) : (
          <>
            <strong data-mail-state={mail.state}>{say(`option:${mail.state}` as TextKey)}</strong>
            {` ${say('workspace:mailTo', { to: mail.to })} ${sent}`}
          </>
        )}
        {mail?.lastError && <span className={styles.problem}>{mail.lastError}</span>}
      </span>
      {status !== 'open' && (
        <Button
          buttonStyle="secondary"
          disabled={busy}
          id="crm-resend"
          margin={false}
          onClick={() => void send()}
          size="small"
          type="button"
        >
          {say(mail === null ? 'workspace:send' : 'workspace:resend')}
        </Button>
      )}
    </div>
  )
}
