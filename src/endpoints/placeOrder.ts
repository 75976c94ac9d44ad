import { createHash } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import type { Crm } from '../config/resolve.js'
import { claimIdempotencyKey, settleIdempotencyKey } from '../database/idempotency.js'
import { inTransaction } from '../database/inTransaction.js'
import { Refusal } from '../i18n/refusal.js'
import { say } from '../i18n/translate.js'
import { described } from '../openapi/describe.js'
import { readText } from './body.js'
import { payloadsOwn } from './generated.js'

type Id = string | number

/** An order of two hundred lines has a tenth of this. */
const maxOrderBytes = 256 * 1024

/**
 * Creates an order once for each `Idempotency-Key` of a user: the same request again finds the order of the first one,
 * another request with the same key is refused. Without the header, `create` runs as it is.
 *
 * @param content what is ordered, to recognise a repeat
 * @param create makes the order in the request's transaction and returns it
 * @param find reads an order that was made before
 * @throws Refusal 400 for a malformed key, 422 for one that was used for something else
 */
export async function oncePerKey<T>(
  req: PayloadRequest,
  crm: Crm,
  content: string,
  create: () => Promise<{ id: Id; answer: T }>,
  find: (id: Id) => Promise<T>,
): Promise<T> {
  const header = req.headers.get('idempotency-key')
  if (header === null || !req.user) return (await create()).answer
  if (!/^[\x21-\x7e]{1,200}$/.test(header))
    throw new Refusal(say(req, 'account:keyFormat'), 400, { path: 'Idempotency-Key' })
  const key = `${req.user.collection}:${req.user.id}:${header}`
  const request = createHash('sha256').update(content).digest('hex')
  return inTransaction(req, async () => {
    const claim = await claimIdempotencyKey(req, crm, key, request)
    if (claim.state === 'different')
      throw new Refusal(say(req, 'account:keyReused'), 422, { path: 'Idempotency-Key' })
    if (claim.state === 'repeated') return find(claim.order)
    const { answer, id } = await create()
    await settleIdempotencyKey(req, crm, key, id)
    return answer
  })
}

/** `POST /` of the orders: Payload's own, no larger than an order can be, and once for each `Idempotency-Key`. */
export function placeOrderEndpoint(crm: Crm): Endpoint {
  const handler: Endpoint['handler'] = async (req) => {
    const own = payloadsOwn(req, crm.slugs.orders, { handler, method: 'post', path: '/' })
    // The admin panel sends forms, which Payload reads by itself.
    if (!(req.headers.get('content-type') ?? '').startsWith('application/json')) {
      if (req.headers.has('idempotency-key'))
        throw new Refusal(say(req, 'account:keyNeedsJson'), 400, { path: 'Idempotency-Key' })
      return own.handler(req)
    }
    const text = await readText(req, maxOrderBytes)
    req.text = () => Promise.resolve(text)
    return oncePerKey(
      req,
      crm,
      text,
      async () => {
        const answer = await own.handler(req)
        const { doc } = (await answer.clone().json()) as { doc: { id: Id } }
        return { id: doc.id, answer }
      },
      async (id) => {
        const doc = await findOwn(req, crm, id)
        const message = req.t('general:successfullyCreated', { label: say(req, 'entity:order') })
        return Response.json({ doc, message }, { status: 201, headers: { 'Idempotency-Replayed': 'true' } })
      },
    )
  }
  // The API document tells of it among what Payload makes for the collection.
  return described(
    { path: '/', method: 'post', handler },
    { operationId: 'orders.place', summary: 'api:collectionCreate', hidden: true, answers: {} },
  )
}

/** Reads an order with the rights of the request's user. */
export async function findOwn(req: PayloadRequest, crm: Crm, id: Id): Promise<{ id: Id }> {
  const depth = Number(req.query.depth)
  return req.payload.findByID({
    collection: crm.slugs.orders,
    id,
    overrideAccess: false,
    user: req.user,
    req,
    ...(Number.isInteger(depth) && depth >= 0 ? { depth } : {}),
  })
}
