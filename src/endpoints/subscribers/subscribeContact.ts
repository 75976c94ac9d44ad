import type { Endpoint, PayloadRequest } from 'payload'
import { APIError } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { inTransaction } from '../../database/inTransaction.js'
import { subscriberAddress } from '../../domain/emailAddress.js'
import type { ImportedPerson } from '../../domain/subscriberImport.js'
import { say } from '../../i18n/translate.js'
import { declareSubscription } from '../../subscription/declareSubscription.js'
import { assertRecorded } from '../../subscription/recordConsent.js'
import { requestSubscription, subscriberOf } from '../../subscription/requestSubscription.js'
import { updateSubscriber, type Id } from '../../subscription/subscriber.js'
import { described } from '../../openapi/describe.js'
import { object, orNull, type Schema } from '../../openapi/schema.js'
import { assertMarketing } from '../assertMarketing.js'
import { readBody } from '../body.js'
import { routeId } from '../routeId.js'
import { readDeclaration, readLists, refuse } from './declaration.js'

const text: Schema = { type: 'string' }

interface Customer {
  id: Id
  email?: string | null
  language?: 'de' | 'en' | null
  contacts?: Partial<Record<'salutation' | 'firstName' | 'lastName' | 'email', string | null>>[] | null
}

/**
 * `POST /:id/subscribe` of the customers: subscribes one of their addresses. With `basis: 'doubleOptIn'` the person is asked
 * by mail, otherwise a member of staff answers for it with a `declaration`.
 */
export function subscribeContactEndpoint(crm: Crm): Endpoint {
  const endpoint: Endpoint = {
    path: '/:id/subscribe',
    method: 'post',
    handler: async (req) => {
      assertMarketing(req, crm)
      const customer = (await req.payload.findByID({
        collection: crm.slugs.customers,
        id: routeId(req),
        depth: 0,
        overrideAccess: false,
        user: req.user,
        req,
      })) as unknown as Customer
      const body = await readBody(req)
      const person = personOf(req, crm, customer, body.email)
      return body.basis === 'doubleOptIn'
        ? ask(req, crm, customer, person, body)
        : declare(req, crm, customer, person, body)
    },
  }
  const result = object({ result: text, subscriber: orNull({ type: ['integer', 'string'] }) })
  return described(endpoint, {
    operationId: 'customers.subscribe',
    summary: 'api:subscribeContact',
    body: object(
      {
        email: { type: 'string', format: 'email' },
        basis: { type: 'string', enum: ['doubleOptIn', 'declared', 'existingCustomer'] },
        declaration: text,
        lists: { type: 'array', items: { type: ['integer', 'string'] } },
      },
      ['declaration', 'lists'],
    ),
    answers: { 200: result, 202: result },
    errors: [409],
  })
}

function personOf(req: PayloadRequest, crm: Crm, customer: Customer, given: unknown): ImportedPerson {
  const email = subscriberAddress(typeof given === 'string' ? given : '')
  const is = (address: string | null | undefined) =>
    Boolean(address) && subscriberAddress(address ?? '') === email
  const contact = customer.contacts?.find((entry) => is(entry.email))
  if (!contact && !is(customer.email)) refuse(req, crm, 'email', 'consent:notContact')
  return {
    email,
    salutation: (contact?.salutation as ImportedPerson['salutation']) ?? null,
    firstName: contact?.firstName ?? null,
    lastName: contact?.lastName ?? null,
    language: customer.language ?? 'de',
    consentedAt: null,
    consentIp: null,
    consentUrl: null,
  }
}

async function ask(
  req: PayloadRequest,
  crm: Crm,
  customer: Customer,
  person: ImportedPerson,
  body: Record<string, unknown>,
): Promise<Response> {
  const lists = (await readLists(req, crm, body.lists)).map((list) => list.id)
  const { email, firstName, lastName, salutation } = person
  const language = person.language ?? 'de'
  const subscriber = await inTransaction(req, async () => {
    const request = { email, firstName, lastName, salutation, language, lists, ip: null, url: null }
    await requestSubscription(req, crm, request, { anyList: true })
    const known = await subscriberOf(req, crm, email)
    if (known && !known.customer) await updateSubscriber(req, crm, known.id, { customer: customer.id })
    return known
  })
  return Response.json({ result: 'requested', subscriber: subscriber?.id ?? null }, { status: 202 })
}

async function declare(
  req: PayloadRequest,
  crm: Crm,
  customer: Customer,
  person: ImportedPerson,
  body: Record<string, unknown>,
): Promise<Response> {
  const declaration = { ...(await readDeclaration(req, crm, body)), customer: customer.id }
  const { outcome, subscriber } = await inTransaction(req, async () => ({
    outcome: await declareSubscription(req, crm, person, declaration),
    subscriber: await subscriberOf(req, crm, person.email),
  }))
  if (outcome.reason) {
    const key =
      outcome.reason === 'noOrder' ? 'consent:rowNoOrder' : (`consent:reason_${outcome.reason}` as const)
    throw new APIError(say(req, key), 409, { path: 'email', reason: outcome.reason })
  }
  if (outcome.hash) await assertRecorded(req, crm, outcome.hash)
  return Response.json({ result: outcome.result, subscriber: subscriber?.id ?? null })
}
