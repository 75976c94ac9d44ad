'use client'

import { useField, useForm } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { useApi, type Id } from '../api.js'
import { useSay } from '../language.js'
import styles from './index.module.css'

const parts = ['salutation', 'firstName', 'lastName', 'email', 'phone'] as const
type Contact = { id: string } & Partial<Record<(typeof parts)[number], string | null>>

interface Props {
  customers: string
  readOnly?: boolean
}

/** Takes a contact person over from those of the customer. What was typed before is replaced. */
export function ContactPicker({ customers, readOnly }: Props) {
  const customer = useField<Id | { id: Id } | null>({ path: 'customer' }).value
  const customerId = typeof customer === 'object' ? customer?.id : customer
  const { dispatchFields, setModified } = useForm()
  const api = useApi()
  const say = useSay()
  const [contacts, setContacts] = useState<Contact[]>([])

  useEffect(() => {
    if (!customerId) return
    let current = true
    api<{ contacts?: Contact[] }>('GET', `/${customers}/${customerId}?depth=0&select[contacts]=true`)
      .then((found) => current && setContacts(found.contacts ?? []))
      .catch(() => current && setContacts([]))
    return () => {
      current = false
    }
  }, [api, customerId, customers])

  if (readOnly || contacts.length === 0) return null
  const takeOver = (id: string) => {
    const contact = contacts.find((candidate) => candidate.id === id)
    if (!contact) return
    for (const part of parts)
      dispatchFields({ type: 'UPDATE', path: `contact.${part}`, value: contact[part] ?? null })
    setModified(true)
  }
  return (
    <div className={styles.picker}>
      <label htmlFor="crm-contact">{say('workspace:takeContact')}</label>
      <select id="crm-contact" onChange={(event) => takeOver(event.target.value)} value="">
        <option value="">{say('workspace:chooseContact')}</option>
        {contacts.map((contact) => (
          <option key={contact.id} value={contact.id}>
            {[contact.firstName, contact.lastName].filter(Boolean).join(' ') || contact.email}
          </option>
        ))}
      </select>
    </div>
  )
}
