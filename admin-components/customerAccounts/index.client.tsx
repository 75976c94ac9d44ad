'use client'

import { Button, toast, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useEffect, useState } from 'react'
import { accountStage, type AccountState } from '../../src/domain/accountLife.js'
import type { TextKey } from '../../src/i18n/translate.js'
import { actionsOf, actionTexts, stageTexts } from '../accountStage/stages.js'
import { useContacts } from '../useContacts.js'
import styles from './index.module.css'

interface Account extends AccountState {
  id: string | number
  email: string
  name: string
}

interface Props {
  slugs: { accounts: string; customers: string }
}

/** Beside the customer: who has an account and where it stands, and one click to invite a contact who has none. */
export function CustomerAccounts({ slugs }: Props) {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n, t } = useTranslation()
  const say = useCallback((key: TextKey) => (t as unknown as (key: string) => string)(`crm:${key}`), [t])
  const contacts = useContacts()
  const [accounts, setAccounts] = useState<Account[] | null>(null)
  const [busy, setBusy] = useState(false)

  const call = useCallback(
    async (method: 'GET' | 'POST', path: `/${string}`, body?: object) => {
      const response = await fetch(formatAdminURL({ apiRoute: config.routes.api, path }), {
        method,
        credentials: 'include',
        headers: { 'Accept-Language': i18n.language, 'Content-Type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      const answer = (await response.json()) as { docs?: Account[]; errors?: { message?: string }[] }
      if (!response.ok) throw new Error(answer.errors?.[0]?.message)
      return answer
    },
    [config.routes.api, i18n.language],
  )
  const look = useCallback(async () => {
    if (id === undefined) return
    const query = `where[customer][equals]=${id}&depth=0&limit=100&sort=name`
    // Who may not see accounts gets no panel.
    const { docs } = await call('GET', `/${slugs.accounts}?${query}`).catch(() => ({ docs: undefined }))
    setAccounts(docs ?? null)
  }, [call, id, slugs.accounts])
  useEffect(() => void look(), [look])

  const act = async (path: `/${string}`, body?: object) => {
    setBusy(true)
    try {
      await call('POST', path, body)
      toast.success(say('account:panelDone'))
    } catch (error) {
      toast.error((error as Error).message || say('account:panelFailed'))
    }
    await look()
    setBusy(false)
  }
  if (id === undefined) return <p>{say('account:panelUnsaved')}</p>
  if (accounts === null) return null
  const known = new Set(accounts.map(({ email }) => email))
  const others = contacts.filter(({ email, name }) => name !== '' && !known.has(email.toLowerCase()))
  return (
    <section aria-labelledby="crm-accounts" className={styles.panel}>
      <h3 id="crm-accounts">{say('account:panelTitle')}</h3>
      {accounts.length === 0 && <p>{say('account:panelEmpty')}</p>}
      <ul className={styles.list}>
        {accounts.map((account) => {
          const stage = accountStage(account)
          return (
            <li className={styles.entry} data-account={account.email} key={account.id}>
              <strong>{account.name}</strong>
              <span className={styles.email}>{account.email}</span>
              <span data-stage={stage}>{say(stageTexts[stage])}</span>
              <div className={styles.actions}>
                {actionsOf[stage].map((action) => (
                  <Small
                    disabled={busy}
                    key={action}
                    label={`${say(actionTexts[action])}: ${account.name}`}
                    onClick={() => void act(`/${slugs.accounts}/${account.id}/${action}`)}
                    text={say(actionTexts[action])}
                  />
                ))}
              </div>
            </li>
          )
        })}
      </ul>
      {others.length > 0 && <h4>{say('account:panelContacts')}</h4>}
      <ul className={styles.list}>
        {others.map((contact) => (
          <li className={styles.entry} data-contact={contact.email} key={contact.email}>
            <strong>{contact.name}</strong>
            <span className={styles.email}>{contact.email}</span>
            <div className={styles.actions}>
              <Small
                disabled={busy}
                label={`${say('account:panelInvite')}: ${contact.name}`}
                onClick={() => void act(`/${slugs.customers}/${id}/invite`, contact)}
                text={say('account:panelInvite')}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Small(props: { disabled: boolean; label: string; onClick: () => void; text: string }) {
  return (
    <Button
      aria-label={props.label}
      buttonStyle="secondary"
      disabled={props.disabled}
      margin={false}
      onClick={props.onClick}
      size="small"
      type="button"
    >
      {props.text}
    </Button>
  )
}
