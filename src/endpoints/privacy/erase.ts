import type { PayloadRequest } from 'payload'
import type { OrderLine } from '../../../hooks/orderDocument.js'
import { orderErasureContext } from '../../../hooks/orderErasure.js'
import type { Crm } from '../../config/resolve.js'
import { erasedAddress } from '../../domain/erasedAddress.js'
import { withoutMentions } from '../../domain/mention.js'
import { say } from '../../i18n/translate.js'
import { forgetReactions } from '../../mail/newsletter/reactions.js'
import { forgetAddress } from '../../subscription/suppress.js'
import { contactsOf, isAddress, isTheirContact, isThePerson } from './contacts.js'
import { eraseTraces } from './eraseTraces.js'
import { lockPerson } from './lockPerson.js'
import { audit, digestOf, spellingsOf, type Document, type PersonalData } from './person.js'

type Id = string | number

export interface Erasure {
  /** How many of what is gone or no longer tells who it was. */
  erased: Partial<Record<keyof PersonalData, number>>
  /** What stays, how much of it, and why. */
  kept: { what: keyof PersonalData; count: number; why: string }[]
}

/**
 * Erases a person in the request's transaction. Deleted: contact, account, the mails that are not about orders. Made
 * nameless: subscriber, activities, orders that never had a number, bounces, and a customer that is nobody but the person.
 * Kept: orders that had one and their mails, which are business letters and vouchers (§ 257 HGB, § 147 AO), the evidence of consents (Art.
 * 7(1), 17(3)(e) DSGVO), which names whose it is until it runs out, and of a suppressed address its hash.
 *
 * `lockPerson` locks documents before the first write, so these may come in any order; mails and what else is a trace come last.
 */
export async function erasePerson(req: PayloadRequest, crm: Crm, email: string): Promise<Erasure> {
  const { slugs } = crm
  const { calls, data } = await lockPerson(req, crm, email)
  const pseudonym = erasedAddress(digestOf(req, email))
  const gone = say(req, 'privacy:erased')
  const write = (collection: string, id: Id, values: object) =>
    req.payload.update({ collection, id, data: values, depth: 0, overrideAccess: true, req })
  const nameless = { salutation: null, firstName: null, lastName: null }
  const texts = ({ description, name }: Document) => ({
    name: withoutMentions(name, calls, gone),
    description: withoutMentions(description, calls, gone),
  })

  for (const { id } of data.account)
    await req.payload.delete({ collection: slugs.accounts, id, overrideAccess: true, req })
  for (const { id } of data.contacts) {
    const options = { collection: slugs.customers, id, depth: 0, overrideAccess: true, req }
    const customer = await req.payload.findByID(options)
    const contacts = contactsOf(customer, email)
    await write(slugs.customers, id, {
      contacts: ((customer.contacts ?? []) as typeof contacts).filter((one) => !contacts.includes(one)),
      notes: withoutMentions(customer.notes, calls, gone),
      ...(isAddress(customer.email, email) ? { email: null, phone: null } : {}),
      ...(isThePerson(customer, calls) ? { company: gone, ...noParticulars } : {}),
    })
  }
  for (const { id } of data.subscriber) {
    await forgetReactions(req, crm, { subscriber: id })
    await write(slugs.subscribers, id, {
      ...nameless,
      email: pseudonym,
      status: 'unsubscribed',
      customer: null,
      trackingConsentAt: null,
      bounceReason: null,
    })
  }
  // Behind the subscriber, as whoever unsubscribes comes to both.
  await forgetAddress(req, crm, email)
  for (const activity of data.activities) {
    await write(slugs.activities, activity.id, {
      ...texts(activity),
      ...(isTheirContact(activity.contact, email, calls)
        ? { contact: { ...nameless, email: null, phone: null } }
        : {}),
    })
  }
  // Also one that was cancelled: without a number it was never more than a wish.
  const isVoucher = ({ number }: Document) => Boolean(number)
  for (const { id } of data.orders.filter((order) => !isVoucher(order))) {
    const options = { collection: slugs.orders, id, depth: 0, overrideAccess: true, req }
    const order = await req.payload.findByID(options)
    req.context[orderErasureContext] = id
    const lines = ((order.lines ?? []) as OrderLine[]).map((line) => ({
      ...line,
      name: withoutMentions(line.name, calls, gone),
    }))
    await write(slugs.orders, id, { ...texts(order), lines })
    delete req.context[orderErasureContext]
  }
  const spellings = spellingsOf(email)
  const { mails } = await eraseTraces(req, crm, { spellings, pseudonym, mails: data.mails })

  const kept = (
    what: keyof PersonalData,
    count: number,
    key: 'whyConsents' | 'whyOrders' | 'whySuppressions',
  ) => (count > 0 ? [{ what, count, why: say(req, `privacy:${key}`) }] : [])
  const orders = data.orders.filter(isVoucher).length
  const erased = {
    contacts: data.contacts.length,
    account: data.account.length,
    subscriber: data.subscriber.length,
    reactions: data.reactions.length,
    bounces: data.bounces.length,
    activities: data.activities.length,
    orders: data.orders.length - orders,
    mails,
  }
  await audit(req, crm, 'gdprErase', email, erased)
  return {
    erased,
    kept: [
      ...kept('orders', orders, 'whyOrders'),
      ...kept('mails', data.mails.filter(({ order }) => Boolean(order)).length, 'whyOrders'),
      ...kept('consents', data.consents.length, 'whyConsents'),
      ...kept('suppressions', data.suppressions.length, 'whySuppressions'),
    ],
  }
}

/** Of a customer that is the person. What its confirmed orders say of it is theirs. */
const noParticulars = {
  address: { street: null, postalCode: null, city: null, region: null, country: null },
  bank: { accountHolder: null, iban: null, bic: null, bankName: null },
  phone: null,
  website: null,
  vatId: null,
  tags: [],
}
