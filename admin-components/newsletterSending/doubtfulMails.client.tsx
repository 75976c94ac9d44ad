'use client'

import { Button, ConfirmationModal, toast, useModal } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { useApi, type Id } from '../api.js'
import { useSay } from '../language.js'
import styles from './index.module.css'
import type { Doubts } from './useProgress.js'

interface Mail {
  id: Id
  to: string
}

const shown = 20

/** Mails of which nobody knows whether they arrived, each with the decision that is left to a human. */
export function DoubtfulMails(props: {
  count: number
  doubts: Doubts
  id: Id
  mailsSlug: string
  newslettersSlug: string
  onDecided: () => void
}) {
  const { count, doubts, id, mailsSlug, newslettersSlug, onDecided } = props
  const api = useApi()
  const say = useSay()
  const [mails, setMails] = useState<Mail[]>([])
  const [deciding, setDeciding] = useState(false)
  const [asked, setAsked] = useState<'retry' | 'settle'>('settle')
  const { openModal } = useModal()
  const modalSlug = `crm-doubtful-${useId()}`
  useEffect(() => {
    let current = true
    const query = `where[newsletter][equals]=${id}&where[state][equals]=unknown`
    const fields = `depth=0&limit=${shown}&sort=id&select[to]=true`
    void api<{ docs: Mail[] }>('GET', `/${mailsSlug}?${query}&${fields}`)
      .then(({ docs }) => current && setMails(docs))
      .catch((error: Error) => toast.error(error.message))
    return () => {
      current = false
    }
  }, [api, count, id, mailsSlug])
  const decide = async (mail: Mail, decision: 'retry' | 'settle') => {
    setDeciding(true)
    try {
      await api('POST', `/${mailsSlug}/${mail.id}/${decision}`)
      toast.success(say(`admin:mail_${decision}Done`))
    } catch (error) {
      toast.error((error as Error).message)
    }
    setDeciding(false)
    onDecided()
  }
  const decideAll = async () => {
    setDeciding(true)
    try {
      await api('POST', `/${newslettersSlug}/${id}/decide-unknown`, { decision: asked })
      toast.success(say(`newsletterSending:${asked}AllDone`))
    } catch (error) {
      toast.error((error as Error).message)
    }
    setDeciding(false)
    onDecided()
  }
  const ask = asked === 'retry' ? 'askRetryAll' : 'askSettleAll'
  return (
    <div className={styles.doubtful}>
      <h3>{say('newsletterSending:doubtful', { count })}</h3>
      <p>{say('newsletterSending:doubtfulWhy')}</p>
      {(['lineBroken', 'workerStopped'] as const).map(
        (cause) =>
          (doubts?.[cause] ?? 0) > 0 && (
            <p key={cause}>{say(`newsletterSending:doubt_${cause}`, { count: doubts?.[cause] ?? 0 })}</p>
          ),
      )}
      {count > 1 && (
        <div className={styles.actions}>
          {(['settle', 'retry'] as const).map((decision) => (
            <Button
              buttonStyle="secondary"
              disabled={deciding}
              id={`crm-doubtful-${decision}`}
              key={decision}
              margin={false}
              onClick={() => {
                setAsked(decision)
                openModal(modalSlug)
              }}
              size="small"
              type="button"
            >
              {say(`newsletterSending:${decision}All`)}
            </Button>
          ))}
        </div>
      )}
      <ConfirmationModal
        body={say(`newsletterSending:${ask}Body`)}
        confirmLabel={say(`newsletterSending:${asked}All`)}
        heading={say(`newsletterSending:${ask}`, { count })}
        modalSlug={modalSlug}
        onConfirm={decideAll}
      />
      <ul>
        {mails.map((mail) => (
          <li data-mail={mail.to} key={mail.id}>
            <span>{mail.to}</span>
            {(['retry', 'settle'] as const).map((decision) => (
              <Button
                aria-label={say('newsletterSending:decisionFor', {
                  decision: say(`newsletterSending:${decision}`),
                  to: mail.to,
                })}
                buttonStyle="secondary"
                disabled={deciding}
                key={decision}
                margin={false}
                onClick={() => void decide(mail, decision)}
                size="small"
                type="button"
              >
                {say(`newsletterSending:${decision}`)}
              </Button>
            ))}
          </li>
        ))}
      </ul>
      {count > shown && <p>{say('newsletterSending:doubtfulMore', { count: count - shown })}</p>}
    </div>
  )
}
