'use client'

import { Button, toast } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { useApi, type Id } from '../api.js'
import { useSay } from '../language.js'
import styles from './index.module.css'

interface Mail {
  id: Id
  to: string
}

const shown = 20

/** Mails of which nobody knows whether they arrived, each with the decision that is left to a human. */
export function DoubtfulMails(props: { count: number; id: Id; mailsSlug: string; onDecided: () => void }) {
  const { count, id, mailsSlug, onDecided } = props
  const api = useApi()
  const say = useSay()
  const [mails, setMails] = useState<Mail[]>([])
  const [deciding, setDeciding] = useState(false)
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
  return (
    <div className={styles.doubtful}>
      <h3>{say('newsletterSending:doubtful', { count })}</h3>
      <p>{say('newsletterSending:doubtfulWhy')}</p>
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
