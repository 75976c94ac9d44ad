import type { PayloadRequest } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { inTransaction } from '../../database/inTransaction.js'
import { lockName } from '../../database/namedLock.js'
import type { ImportedPerson } from '../../domain/subscriberImport.js'
import { Refusal } from '../../i18n/refusal.js'
import { say } from '../../i18n/translate.js'
import { object, orNull, type Schema } from '../../openapi/schema.js'
import { declareSubscription } from '../../subscription/declareSubscription.js'
import { assertRecorded } from '../../subscription/recordConsent.js'
import { requestSubscription, subscriberOf } from '../../subscription/requestSubscription.js'
import { updateSubscriber, type Id } from '../../subscription/subscriber.js'
import { readDeclaration, readLists } from './declaration.js'

const text: Schema = { type: 'string' }
const result = object({ result: text, subscriber: orNull({ type: ['integer', 'string'] }) })

/** What an endpoint that subscribes one person answers. */
export const subscribedAnswers = { 200: result, 202: result }

/** What the body of such an endpoint says of the basis; without a declaration when the person is asked. */
export const basisSchema: Record<string, Schema> = {
  basis: { type: 'string', enum: ['doubleOptIn', 'declared', 'existingCustomer'] },
  declaration: text,
  lists: { type: 'array', items: { type: ['integer', 'string'] } },
}

/** Who is to be subscribed, whose contact the person is, and what the body says of the basis. */
export interface SinglePerson {
  person: ImportedPerson
  customer: Id | null
  body: Record<string, unknown>
}

/**
 * Subscribes one person on the basis that the body names: with `doubleOptIn` the person is asked by mail, otherwise a
 * member of staff answers for it with a `declaration`.
 *
 * @throws ValidationError 400 for a body without a basis, APIError 409 when the person may not be subscribed
 */
export function subscribePerson(req: PayloadRequest, crm: Crm, single: SinglePerson): Promise<Response> {
  return single.body.basis === 'doubleOptIn' ? ask(req, crm, single) : declare(req, crm, single)
}

/** `unchanged`: who agreed already, complained, wants no mail, or was asked just now is not asked again. */
async function ask(
  req: PayloadRequest,
  crm: Crm,
  { body, customer, person }: SinglePerson,
): Promise<Response> {
  const lists = (await readLists(req, crm, body.lists)).map((list) => list.id)
  const { email, firstName, lastName, salutation } = person
  const language = person.language ?? 'de'
  const { asked, subscriber } = await inTransaction(req, async () => {
    // In the order in which everybody takes these locks.
    await lockName(req, `subscriber:${email}`)
    const before = await subscriberOf(req, crm, email)
    const request = { email, firstName, lastName, salutation, language, lists, ip: null, url: null }
    await requestSubscription(req, crm, request, { anyList: true })
    const known = await subscriberOf(req, crm, email)
    if (known && !known.customer && customer !== null)
      await updateSubscriber(req, crm, known.id, { customer })
    const requested = String(known?.requestedAt ?? '')
    return { asked: requested !== '' && requested !== String(before?.requestedAt ?? ''), subscriber: known }
  })
  const answer = { result: asked ? 'requested' : 'unchanged', subscriber: subscriber?.id ?? null }
  return Response.json(answer, { status: asked ? 202 : 200 })
}

async function declare(
  req: PayloadRequest,
  crm: Crm,
  { body, customer, person }: SinglePerson,
): Promise<Response> {
  const declaration = { ...(await readDeclaration(req, crm, body)), customer }
  const { outcome, subscriber } = await inTransaction(req, async () => ({
    outcome: await declareSubscription(req, crm, person, declaration),
    subscriber: await subscriberOf(req, crm, person.email),
  }))
  if (outcome.reason) {
    const key =
      outcome.reason === 'noOrder' ? 'consent:rowNoOrder' : (`consent:reason_${outcome.reason}` as const)
    throw new Refusal(say(req, key), 409, { path: 'email', reason: outcome.reason })
  }
  if (outcome.hash) await assertRecorded(req, crm, outcome.hash)
  return Response.json({ result: outcome.result, subscriber: subscriber?.id ?? null })
}
