import { subscriberAddress } from '../../domain/emailAddress.js'

export interface Contact {
  id?: string
  firstName?: string | null
  lastName?: string | null
  email?: string | null
}

export type Customer = Record<string, unknown> & { id: string | number }

/** Whether a stored value is the address, however its letters are written. */
export function isAddress(value: unknown, email: string): boolean {
  return typeof value === 'string' && subscriberAddress(value) === email
}

export function contactsOf(customer: Record<string, unknown>, email: string): Contact[] {
  return ((customer.contacts ?? []) as Contact[]).filter((contact) => isAddress(contact.email, email))
}

/** @returns '' for half a name, which is too common to look for */
export const fullName = ({ firstName, lastName }: { firstName?: unknown; lastName?: unknown }): string =>
  typeof firstName === 'string' && typeof lastName === 'string' && firstName && lastName
    ? `${firstName} ${lastName}`
    : ''

/** Whether a contact is the person: by the address, or where there is none by the name. */
export function isTheirContact(contact: unknown, email: string, calls: readonly string[]): boolean {
  const { email: address, ...name } = (contact ?? {}) as Contact
  if (address) return isAddress(address, email)
  const called = fullName(name).toLowerCase()
  return called !== '' && calls.some((call) => call.toLowerCase() === called)
}

/** Whether a customer is the person: who registers without a company becomes a customer of that name. */
export function isThePerson({ company }: Record<string, unknown>, calls: readonly string[]): boolean {
  return (
    typeof company === 'string' && calls.some((call) => call.toLowerCase() === company.trim().toLowerCase())
  )
}
