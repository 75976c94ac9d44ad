import { createHmac } from 'node:crypto'
import type { PayloadRequest, Where } from 'payload'
import type { Crm } from '../../config/resolve.js'

type Id = string | number
type Document = Record<string, unknown> & { id: Id }

/** Everything that is stored about a person, who is known by the e-mail address. */
export interface PersonalData {
  contacts: Document[]
  account: Document[]
  subscriber: Document[]
  consents: Document[]
  reactions: Document[]
  activities: Document[]
  orders: Document[]
  mails: Document[]
}

/**
 * Looks for the address in any case of its letters: `like` finds those and a few more, which are sorted out.
 *
 * @param email in lower case
 */
export async function personalData(req: PayloadRequest, crm: Crm, email: string): Promise<PersonalData> {
  const find = async (collection: string, where: Where): Promise<Document[]> => {
    const { docs } = await req.payload.find({
      collection,
      where,
      depth: 0,
      pagination: false,
      overrideAccess: true,
      req,
    })
    return docs
  }
  const { slugs } = crm
  const theirs = (documents: Document[]) => documents.filter((document) => isAddress(document.email, email))
  const customers = (
    await find(slugs.customers, { or: [{ email: { like: email } }, { 'contacts.email': { like: email } }] })
  ).filter((customer) => isAddress(customer.email, email) || contactsOf(customer, email).length > 0)
  const subscriber = theirs(await find(slugs.subscribers, { email: { like: email } }))
  const names = customers
    .flatMap((customer) => contactsOf(customer, email).map(fullName))
    .filter((name) => name !== '')
  const mentions = [email, ...new Set(names)].flatMap((text): Where[] => [
    { name: { contains: text } },
    { description: { contains: text } },
  ])
  return {
    contacts: customers.map(({ company, customerNumber, id, ...customer }) => ({
      id,
      company,
      customerNumber,
      ...(isAddress(customer.email, email) ? { email, phone: customer.phone } : {}),
      contacts: contactsOf(customer, email),
    })),
    account: theirs(await find(slugs.accounts, { email: { like: email } })),
    subscriber,
    consents:
      subscriber.length === 0
        ? []
        : await find(slugs.consents, { subscriber: { in: subscriber.map(({ id }) => id) } }),
    reactions:
      subscriber.length === 0
        ? []
        : await find(slugs.reactions, { subscriber: { in: subscriber.map(({ id }) => id) } }),
    activities: await find(slugs.activities, { or: [{ 'contact.email': { like: email } }, ...mentions] }),
    orders: (await find(slugs.orders, { 'confirmation.recipient.email': { like: email } })).map(
      ({ confirmation, confirmedAt, id, name, number }) => ({ id, number, name, confirmedAt, confirmation }),
    ),
    mails: (await find(slugs.mails, { to: { like: email } })).filter(({ to }) => isAddress(to, email)),
  }
}

/** Whether a stored value is the address, however its letters are written. */
export function isAddress(value: unknown, email: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === email
}

export interface Contact {
  id?: string
  firstName?: string | null
  lastName?: string | null
  email?: string | null
}

export function contactsOf(customer: Record<string, unknown>, email: string): Contact[] {
  return ((customer.contacts ?? []) as Contact[]).filter((contact) => isAddress(contact.email, email))
}

export const fullName = ({ firstName, lastName }: Contact): string =>
  firstName && lastName ? `${firstName} ${lastName}` : ''

/** Stands for an address that is erased: whoever knows the address and the server's secret can find it again. */
export function digestOf(req: PayloadRequest, email: string): string {
  return createHmac('sha256', req.payload.secret).update(`person:${email}`).digest('hex').slice(0, 24)
}

/** Notes in the same transaction what was done with whose data, by whom. */
export async function audit(
  req: PayloadRequest,
  crm: Crm,
  action: 'gdprErase' | 'gdprExport',
  email: string,
  counts: Record<string, number>,
): Promise<void> {
  await req.payload.create({
    collection: crm.slugs.audit,
    data: { action, person: digestOf(req, email), author: req.user?.id, counts },
    depth: 0,
    overrideAccess: true,
    req,
  })
}
