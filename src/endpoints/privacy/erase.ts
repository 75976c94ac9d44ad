import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { tableOf } from '../../database/table.js'
import { transactionOf } from '../../database/transaction.js'
import { erasedAddress } from '../../domain/erasedAddress.js'
import { say } from '../../i18n/translate.js'
import { forgetReactions } from '../../mail/newsletter/reactions.js'
import {
  audit,
  contactsOf,
  digestOf,
  fullName,
  isAddress,
  personalData,
  type Contact,
  type PersonalData,
} from './person.js'

type Id = string | number

export interface Erasure {
  /** How many of what is gone or no longer tells who it was. */
  erased: Partial<Record<keyof PersonalData, number>>
  /** What stays, how much of it, and why. */
  kept: { what: keyof PersonalData; count: number; why: string }[]
}

/**
 * Erases a person in the request's transaction. Deleted: contact, account, the mails that are not about orders. Made
 * nameless: subscriber and activities. Kept: confirmed orders and their mails, which are business letters and vouchers
 * (§ 257 HGB, § 147 AO), and the evidence of consents (Art. 7(1), 17(3)(e) DSGVO), which names whose it is until it runs out.
 */
export async function erasePerson(req: PayloadRequest, crm: Crm, email: string): Promise<Erasure> {
  const { slugs } = crm
  const data = await personalData(req, crm, email)
  const pseudonym = erasedAddress(digestOf(req, email))
  const gone = say(req, 'privacy:erased')
  const names = data.contacts.flatMap((customer) => contactsOf(customer, email).map(fullName)).filter(Boolean)
  const write = (collection: string, id: Id, values: object) =>
    req.payload.update({ collection, id, data: values, depth: 0, overrideAccess: true, req })

  for (const { id } of data.account)
    await req.payload.delete({ collection: slugs.accounts, id, overrideAccess: true, req })
  for (const { id } of data.contacts) {
    const customer = (await req.payload.findByID({
      collection: slugs.customers,
      id,
      depth: 0,
      overrideAccess: true,
      req,
    })) as unknown as { contacts?: Contact[]; email?: string | null }
    await write(slugs.customers, id, {
      contacts: (customer.contacts ?? []).filter((contact) => !isAddress(contact.email, email)),
      ...(isAddress(customer.email, email) ? { email: null, phone: null } : {}),
    })
  }
  const nameless = { salutation: null, firstName: null, lastName: null }
  for (const { id } of data.subscriber) {
    await forgetReactions(req, crm, { subscriber: id })
    await write(slugs.subscribers, id, {
      ...nameless,
      email: pseudonym,
      status: 'unsubscribed',
      customer: null,
      trackingConsentAt: null,
    })
  }
  for (const { contact, description, id, name } of data.activities) {
    const text = (value: unknown) =>
      typeof value === 'string'
        ? [email, ...names].reduce((rest, one) => replaceText(rest, one, gone), value)
        : value
    const isTheirs = isAddress((contact as Contact | null)?.email, email)
    await write(slugs.activities, id, {
      name: text(name),
      description: text(description),
      ...(isTheirs ? { contact: { ...nameless, email: null, phone: null } } : {}),
    })
  }
  const mails = await eraseMails(req, crm, email, pseudonym)

  const kept = (what: keyof PersonalData, count: number, key: 'whyConsents' | 'whyOrders') =>
    count > 0 ? [{ what, count, why: say(req, `privacy:${key}`) }] : []
  const erased = {
    contacts: data.contacts.length,
    account: data.account.length,
    subscriber: data.subscriber.length,
    reactions: data.reactions.length,
    activities: data.activities.length,
    mails,
  }
  await audit(req, crm, 'gdprErase', email, erased)
  return {
    erased,
    kept: [
      ...kept('orders', data.orders.length, 'whyOrders'),
      ...kept(
        'mails',
        data.mails.filter(({ order }) => order !== null && order !== undefined).length,
        'whyOrders',
      ),
      ...kept('consents', data.consents.length, 'whyConsents'),
    ],
  }
}

/**
 * Empties the mails that are not about orders, and takes back those that have not gone out; and forgets what was told to
 * webhooks about the person.
 */
async function eraseMails(req: PayloadRequest, crm: Crm, email: string, pseudonym: string): Promise<number> {
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    UPDATE ${tableOf(req.payload, crm.slugs.mails)}
    SET "to" = ${pseudonym}, subject = ${say(req, 'privacy:erased')}, html = NULL, text = NULL, response = NULL,
      last_error = NULL, updated_at = now(),
      state = CASE WHEN state IN ('queued', 'deferred', 'failed', 'unknown') THEN 'cancelled' ELSE state END
    WHERE lower("to") = ${email} AND order_id IS NULL RETURNING id`)
  await db.execute(sql`
    DELETE FROM ${tableOf(req.payload, crm.slugs.webhookDeliveries)}
    WHERE state <> 'sending' AND position(${JSON.stringify(email)} IN lower(body)) > 0`)
  return rows.length
}

function replaceText(text: string, what: string, by: string): string {
  const pattern = what.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return text.replace(new RegExp(pattern, 'gi'), () => by)
}
