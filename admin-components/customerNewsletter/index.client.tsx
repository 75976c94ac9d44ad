'use client'

import { Button, Link, useConfig, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useEffect, useState } from 'react'
import type { SubscriberStatus } from '../../src/domain/consent.js'
import { useApi, type Id } from '../api.js'
import { ConsentForm } from '../consentForm/index.client.js'
import styles from '../customerAccounts/index.module.css'
import { useSay } from '../language.js'
import { useContacts } from '../useContacts.js'

interface Subscriber {
  id: Id
  email: string
  status: SubscriberStatus
}

interface Props {
  slugs: { customers: string; mailingLists: string; subscribers: string }
}

/** Beside the customer: which of the addresses get newsletters, and what to do for one that does not. */
export function CustomerNewsletter({ slugs }: Props) {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const api = useApi()
  const say = useSay()
  const addresses = useAddresses()
  const wanted = addresses.map(({ email }) => email).join(',')
  const [known, setKnown] = useState<Map<string, Subscriber> | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const look = useCallback(async () => {
    if (id === undefined || wanted === '') return
    const query = `where[email][in]=${encodeURIComponent(wanted)}&depth=0&limit=100&select[email]=true&select[status]=true`
    // Who may not see subscribers gets no panel.
    const found = await api<{ docs: Subscriber[] }>('GET', `/${slugs.subscribers}?${query}`).catch(() => null)
    setKnown(found && new Map(found.docs.map((person) => [person.email, person])))
  }, [api, id, slugs.subscribers, wanted])
  useEffect(() => void look(), [look])
  if (id === undefined || known === null || addresses.length === 0) return null
  return (
    <section aria-labelledby="crm-newsletter-people" className={styles.panel}>
      <h3 id="crm-newsletter-people">{say('entity:newsletters')}</h3>
      <ul className={styles.list}>
        {addresses.map(({ email, name }) => {
          const person = known.get(email)
          const isLeft = person === undefined || person.status === 'pending'
          return (
            <li className={styles.entry} data-address={email} key={email}>
              {name && <strong>{name}</strong>}
              <span className={styles.email}>{email}</span>
              {person ? (
                <Link
                  href={formatAdminURL({
                    adminRoute: config.routes.admin,
                    path: `/collections/${slugs.subscribers}/${person.id}`,
                  })}
                  prefetch={false}
                >
                  {say(`people:status_${person.status}`)}
                </Link>
              ) : (
                <span>{say('people:status_none')}</span>
              )}
              {isLeft && open !== email && (
                <div className={styles.actions}>
                  <Button
                    aria-label={`${say('people:open')}: ${email}`}
                    buttonStyle="secondary"
                    margin={false}
                    onClick={() => setOpen(email)}
                    size="small"
                    type="button"
                  >
                    {say('people:open')}
                  </Button>
                </div>
              )}
              {isLeft && open === email && (
                <ConsentForm
                  email={email}
                  listsSlug={slugs.mailingLists}
                  onClose={() => setOpen(null)}
                  onDone={() => {
                    setOpen(null)
                    void look()
                  }}
                  path={`/${slugs.customers}/${id}/subscribe`}
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The addresses in the form, each once, the contacts with their names. */
function useAddresses(): { email: string; name: string }[] {
  const contacts = useContacts()
  const own = useFormFields(([fields]) => {
    const value: unknown = fields.email?.value
    return typeof value === 'string' ? value.trim() : ''
  })
  const all = [...contacts, { email: own, name: '' }].map(({ email, name }) => ({
    email: email.toLowerCase(),
    name,
  }))
  return all.filter(
    ({ email }, index) => email !== '' && all.findIndex((other) => other.email === email) === index,
  )
}
