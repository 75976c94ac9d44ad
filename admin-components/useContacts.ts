'use client'

import { useFormFields } from '@payloadcms/ui'

export interface Contact {
  email: string
  name: string
}

/** The contacts in the form that have an address, as they are typed. */
export function useContacts(): Contact[] {
  // As a text, so that the panel renders only when one of them changes.
  const typed = useFormFields(([fields]) => {
    const count = fields.contacts?.rows?.length ?? 0
    const value = (index: number, name: string) => {
      const text: unknown = fields[`contacts.${index}.${name}`]?.value
      return typeof text === 'string' ? text.trim() : ''
    }
    const all = Array.from({ length: count }, (_, index) => ({
      email: value(index, 'email'),
      name: [value(index, 'firstName'), value(index, 'lastName')].filter(Boolean).join(' '),
    }))
    return JSON.stringify(all.filter(({ email }) => email !== ''))
  })
  return JSON.parse(typed) as Contact[]
}
