import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { lockName } from '../database/namedLock.js'
import { tableOf } from '../database/table.js'
import { transactionOf } from '../database/transaction.js'
import type { ExclusionReason, LegalBasis, SuppressionReason } from '../domain/consent.js'
import type { ImportedPerson } from '../domain/subscriberImport.js'
import { readSettings } from '../mail/settings.js'
import type { MailingList } from './lists.js'
import { recordConsent } from './recordConsent.js'
import { subscriberOf } from './requestSubscription.js'
import { updateSubscriber, type Id, type Subscriber } from './subscriber.js'
import { suppressionOf } from './suppress.js'
import { existingCustomerNotice } from '../mail/consentWording.js'

export interface Declaration {
  basis: Exclude<LegalBasis, 'doubleOptIn'>
  /** How and when the consent was given, in the words of whoever answers for it. */
  declaration: string
  declaredBy: string
  /** The words that were agreed to elsewhere, if they are known. */
  consentText?: string | null
  lists: readonly MailingList[]
  customer?: Id | null
}

export type DeclarationResult =
  | { result: 'created' | 'updated' | 'unchanged'; reason: null; hash: string | null }
  | { result: 'skipped'; reason: ExclusionReason | SuppressionReason; hash: null }

/**
 * Subscribes a person on a basis that a member of staff answers for, in the request's transaction. Who unsubscribed,
 * bounced, complained or wants no mail is passed over: only the person can undo that.
 */
export async function declareSubscription(
  req: PayloadRequest,
  crm: Crm,
  person: ImportedPerson,
  given: Declaration,
): Promise<DeclarationResult> {
  const skipped = (reason: ExclusionReason | SuppressionReason): DeclarationResult => ({
    result: 'skipped',
    reason,
    hash: null,
  })
  await lockName(req, `subscriber:${person.email}`)
  const suppressed = await suppressionOf(req, crm, person.email)
  if (suppressed) return skipped(suppressed)
  const known = await subscriberOf(req, crm, person.email)
  if (known && known.status !== 'pending' && known.status !== 'confirmed') return skipped(known.status)
  const sale = given.basis === 'existingCustomer' ? await customerOfSale(req, crm, person.email) : null
  if (given.basis === 'existingCustomer' && sale === null) return skipped('noOrder')

  const had = new Set((known?.lists ?? []).map(String))
  const added = given.lists.filter((list) => !had.has(String(list.id)))
  if (known?.status === 'confirmed' && added.length === 0)
    return { result: 'unchanged', reason: null, hash: null }
  const customer = sale ?? given.customer ?? known?.customer ?? null
  const id = await store(req, crm, known, person, given, { customer, added })
  const hash = await record(req, crm, id, known, person, given)
  return { result: known ? 'updated' : 'created', reason: null, hash }
}

async function store(
  req: PayloadRequest,
  crm: Crm,
  known: Subscriber | null,
  person: ImportedPerson,
  given: Declaration,
  { added, customer }: { added: readonly MailingList[]; customer: Id | null },
): Promise<Id> {
  const lists = [...(known?.lists ?? []), ...added.map((list) => list.id)]
  const now = new Date().toISOString()
  const agreed = { legalBasis: given.basis, confirmedAt: person.consentedAt ?? now, requestedAt: null }
  const { email, firstName, language, lastName, salutation } = person
  if (!known) {
    const data = { email, salutation, firstName, lastName, customer, lists, status: 'confirmed', ...agreed }
    const created = await req.payload.create({
      collection: crm.slugs.subscribers,
      data: { ...data, language: language ?? 'de' },
      depth: 0,
      overrideAccess: true,
      req,
    })
    return created.id
  }
  await updateSubscriber(req, crm, known.id, {
    lists,
    customer,
    salutation: known.salutation ?? salutation,
    firstName: known.firstName ?? firstName,
    lastName: known.lastName ?? lastName,
    // The basis a person confirmed is worth more than one that is declared.
    ...(known.status === 'pending' ? { status: 'confirmed', ...agreed } : {}),
  })
  return known.id
}

async function record(
  req: PayloadRequest,
  crm: Crm,
  id: Id,
  known: Subscriber | null,
  person: ImportedPerson,
  given: Declaration,
): Promise<string> {
  const language = person.language ?? known?.language ?? 'de'
  const notice =
    given.basis === 'existingCustomer'
      ? existingCustomerNotice(await readSettings(req.payload, crm, req), language)
      : null
  const { hash } = await recordConsent(req, crm, id, {
    kind: given.basis,
    basis: given.basis,
    email: person.email,
    text: notice?.text ?? given.consentText ?? null,
    textVersion: notice?.version ?? null,
    lists: given.lists.map((list) => list.name),
    confirmedAt: person.consentedAt,
    confirmIp: person.consentIp,
    requestUrl: person.consentUrl,
    source: given.declaration,
    declaredBy: given.declaredBy,
  })
  return hash
}

/** The customer to whom something was sold under this address (§7(3) UWG), `null` when there is none. */
async function customerOfSale(req: PayloadRequest, crm: Crm, email: string): Promise<Id | null> {
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    SELECT sale.customer_id AS id FROM ${tableOf(req.payload, crm.slugs.orders)} AS sale
    JOIN ${tableOf(req.payload, crm.slugs.customers)} AS buyer ON buyer.id = sale.customer_id
    WHERE sale.status IN ('confirmed', 'done')
      AND (lower(sale.confirmation_recipient_email) = ${email} OR lower(buyer.email) = ${email})
    ORDER BY sale.confirmed_at DESC NULLS LAST LIMIT 1`)
  return (rows[0]?.id as Id | undefined) ?? null
}
