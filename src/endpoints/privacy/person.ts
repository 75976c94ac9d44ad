import { createHmac } from 'node:crypto'
import { domainToUnicode } from 'node:url'
import type { PayloadRequest, Where } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { mentions } from '../../domain/mention.js'
import { addressHash } from '../../subscription/suppress.js'
import {
  contactsOf,
  fullName,
  isAddress,
  isTheirContact,
  isThePerson,
  type Contact,
  type Customer,
} from './contacts.js'

type Id = string | number
export type Document = Record<string, unknown> & { id: Id }

/** Everything that is stored about a person, who is known by the e-mail address. */
export interface PersonalData {
  contacts: Document[]
  account: Document[]
  subscriber: Document[]
  consents: Document[]
  reactions: Document[]
  suppressions: Document[]
  bounces: Document[]
  activities: Document[]
  orders: Document[]
  mails: Document[]
}

export interface FoundPerson {
  data: PersonalData
  /** By what texts call the person: the address in its spellings, then full names. */
  calls: string[]
}

/**
 * Looks for the address in any case of its letters: `like` finds those and a few more, which are sorted out. By the name
 * alone only what belongs to the person's own customers is found: elsewhere somebody else may be called the same.
 *
 * @param email as `subscriberAddress` has it
 */
export async function findPerson(req: PayloadRequest, crm: Crm, email: string): Promise<FoundPerson> {
  const { slugs } = crm
  const spellings = spellingsOf(email)
  const find = async (collection: string, ...conditions: Where[]): Promise<Document[]> => {
    if (conditions.length === 0) return []
    const query = { where: { or: conditions }, depth: 0, pagination: false, overrideAccess: true, req }
    return (await req.payload.find({ collection, ...query })).docs
  }
  const at = (path: string) => spellings.map((one): Where => ({ [path]: { like: one } }))
  const theirs = (documents: Document[], path = 'email') =>
    documents.filter((document) => isAddress(document[path], email))
  const idsOf = (documents: Document[]) => documents.map(({ id }) => id)
  const related = (field: string, ids: Id[]): Where[] => (ids.length > 0 ? [{ [field]: { in: ids } }] : [])

  const customers = (await find(slugs.customers, ...at('email'), ...at('contacts.email'))).filter(
    (customer) => isAddress(customer.email, email) || contactsOf(customer, email).length > 0,
  )
  const account = theirs(await find(slugs.accounts, ...at('email')))
  const subscriber = theirs(await find(slugs.subscribers, ...at('email')))
  const names = [
    ...customers.flatMap((customer) => contactsOf(customer, email)).map(fullName),
    ...subscriber.map(({ firstName, lastName }) => fullName({ firstName, lastName })),
    // One word alone is too common to look for.
    ...account.map(({ name }) => (typeof name === 'string' && /\S\s+\S/.test(name) ? name.trim() : '')),
  ].filter((name) => name !== '')
  const calls = [...new Set([...spellings, ...names])]
  const own = new Set([...idsOf(customers), ...[...account, ...subscriber].map(({ customer }) => customer)])

  /** In the texts of a document: by the address anywhere, by the name only at the person's own customers. */
  const isNamedIn = ({ customer, description, lines, name }: Document) =>
    [name, description, ...lineNames(lines)].some((text) =>
      mentions(text, own.has(customer) ? calls : spellings),
    )
  const texts = calls.flatMap((call): Where[] => [
    { name: { contains: call } },
    { description: { contains: call } },
  ])
  const lastNames = names.map((name): Where => ({ 'contact.lastName': { like: name.split(/\s+/).at(-1) } }))
  const activities = await find(slugs.activities, ...at('contact.email'), ...texts, ...lastNames)
  const orders = await find(
    slugs.orders,
    ...at('confirmation.recipient.email'),
    ...related('orderedBy', idsOf(account)),
    ...texts,
    ...calls.map((call): Where => ({ 'lines.name': { contains: call } })),
  )
  const isTheirOrder = ({ confirmation, orderedBy, ...order }: Document) =>
    isAddress((confirmation as { recipient?: Contact } | null)?.recipient?.email, email) ||
    idsOf(account).includes(orderedBy as Id) ||
    isNamedIn(order)
  const mails = await find(slugs.mails, ...at('to'), ...related('account', idsOf(account)))
  const ofSubscriber = related('subscriber', idsOf(subscriber))
  const consents = await find(slugs.consents, ...ofSubscriber, ...at('email'))
  const suppressions = await find(slugs.suppressions, ...at('address'), {
    addressHash: { equals: addressHash(email) },
  })
  const data: PersonalData = {
    contacts: customers.map((customer) => personalPart(customer, email, calls)),
    account,
    subscriber,
    // Evidence outlives the subscriber it was about.
    consents: consents.filter(
      ({ email: address, subscriber: of }) =>
        isAddress(address, email) || idsOf(subscriber).includes(of as Id),
    ),
    reactions: await find(slugs.reactions, ...ofSubscriber),
    suppressions: suppressions.filter(
      ({ address, addressHash: hash }) => isAddress(address, email) || hash === addressHash(email),
    ),
    bounces: theirs(await find(slugs.bounces, ...at('recipient')), 'recipient'),
    activities: activities.filter((activity) => {
      const known = own.has(activity.customer) ? calls : []
      return isTheirContact(activity.contact, email, known) || isNamedIn(activity)
    }),
    orders: orders.filter(isTheirOrder).map((order) => orderPart(order, calls)),
    // Also those to an address the account had before; not what staff was told of it.
    mails: mails.filter(({ account: of, kind, to }) =>
      of && idsOf(account).includes(of as Id) ? kind !== 'accountApproval' : isAddress(to, email),
    ),
  }
  return { data, calls }
}

function orderPart({ lines, ...order }: Document, calls: string[]): Document {
  const { confirmation, confirmedAt, createdAt, customer, description, id, name, number, status } = order
  const naming = lineNames(lines).filter((line) => mentions(line, calls))
  return {
    ...{ id, number, name, description, customer, status, createdAt, confirmedAt, confirmation },
    ...(naming.length > 0 ? { lines: naming } : {}),
  }
}

/** What the lines of an order are called; no names where there are no lines. */
const lineNames = (lines: unknown): unknown[] =>
  Array.isArray(lines) ? (lines as { name?: unknown }[]).map(({ name }) => name) : []

/** The domain in ASCII and, where it differs, in its letters. */
export function spellingsOf(email: string): string[] {
  const at = email.lastIndexOf('@')
  return [
    ...new Set([
      email,
      `${email.slice(0, at)}@${domainToUnicode(email.slice(at + 1)) || email.slice(at + 1)}`,
    ]),
  ]
}

/** What of a customer is about the person: all of it when the customer is that person. */
function personalPart(
  { company, customerNumber, id, ...customer }: Customer,
  email: string,
  calls: string[],
): Document {
  const { address, bank, phone, vatId, website } = customer
  return {
    id,
    company,
    customerNumber,
    ...(isThePerson({ company }, calls) ? { address, bank, phone, vatId, website } : {}),
    ...(isAddress(customer.email, email) ? { email, phone } : {}),
    ...(mentions(customer.notes, calls) ? { notes: customer.notes } : {}),
    contacts: contactsOf(customer, email),
  }
}

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
