import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import { Forbidden, NotFound } from 'payload'
import { readEnvironment } from '../config/environment.js'
import type { Crm } from '../config/resolve.js'
import { inTransaction } from '../database/inTransaction.js'
import { bounceKinds, type BounceReport } from '../domain/bounce.js'
import { Refusal } from '../i18n/refusal.js'
import { say } from '../i18n/translate.js'
import { parseReport } from '../mail/bounces/parseReport.js'
import { described } from '../openapi/describe.js'
import { object, type Schema } from '../openapi/schema.js'
import { recordBounce } from '../subscription/recordBounce.js'

const largest = 2_000_000
const mostEvents = 1000

/**
 * `POST /crm/bounces`: reports from a mail service, signed. The header `X-CRM-Signature` is `sha256=` and the HMAC-SHA-256 of
 * the body in hexadecimal under `BOUNCE_WEBHOOK_SECRET`; without that variable there is no such endpoint. The body is the
 * report as it came (`message/rfc822`) or JSON `{ events: [{ type: 'hard' | 'soft' | 'complaint', messageId?, envelopeId?,
 * returnPath?, recipient?, status?, diagnostic?, id? }] }`. A repeated call changes nothing.
 */
export function bounceEndpoint(crm: Crm): Endpoint {
  const endpoint: Endpoint = {
    path: '/crm/bounces',
    method: 'post',
    handler: async (req) => {
      const secret = readEnvironment().bounceWebhookSecret
      if (!secret) throw new NotFound(req.t)
      const body = Buffer.from((await req.arrayBuffer?.()) ?? new ArrayBuffer(0))
      if (body.length > largest) throw new Refusal(say(req, 'error:badRequest'), 413)
      const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`)
      const given = Buffer.from(req.headers.get('x-crm-signature') ?? '')
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Forbidden(req.t)
      const isMail = /^message\//i.test(req.headers.get('content-type') ?? '')
      const reports = isMail ? await parseReport(body) : readEvents(req, body)
      let matched = 0
      for (const [index, report] of reports.entries()) {
        const reportKey = `webhook:${digest(isMail ? body : JSON.stringify(report))}:${isMail ? index : ''}`
        const work = () => recordBounce(req, crm, report, { reportKey, trusted: true })
        if (await inTransaction(req, work)) matched += 1
      }
      return Response.json({ received: reports.length, matched })
    },
  }
  return described(endpoint, {
    operationId: 'crm.bounces',
    summary: 'api:bounces',
    public: true,
    headers: { 'X-CRM-Signature': { type: 'string' } },
    body: object({ events: { type: 'array', maxItems: mostEvents, items: eventSchema } }),
    answers: { 200: object({ received: { type: 'integer' }, matched: { type: 'integer' } }) },
    errors: [403, 404, 413],
  })
}

const text: Schema = { type: 'string' }
const eventSchema = object(
  {
    type: { type: 'string', enum: [...bounceKinds] },
    messageId: text,
    envelopeId: text,
    returnPath: text,
    recipient: text,
    status: text,
    diagnostic: text,
    id: text,
  },
  ['messageId', 'envelopeId', 'returnPath', 'recipient', 'status', 'diagnostic', 'id'],
)

/** @throws Refusal 400 when the body is not what it should be */
function readEvents(req: PayloadRequest, body: Buffer): (BounceReport & { id: string | null })[] {
  const unreadable = () => new Refusal(say(req, 'error:badRequest'), 400)
  let events: unknown
  try {
    events = (JSON.parse(body.toString()) as { events?: unknown } | null)?.events
  } catch {
    throw unreadable()
  }
  if (!Array.isArray(events) || events.length > mostEvents) throw unreadable()
  return (events as unknown[]).map((entry) => {
    const event = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>
    const text = (name: string) => (typeof event[name] === 'string' ? event[name].slice(0, 1000) : null)
    const kind = bounceKinds.find((name) => name === event.type)
    if (!kind) throw unreadable()
    const messageId = text('messageId')
    const returnPath = text('returnPath')
    return {
      id: text('id'),
      kind,
      recipient: text('recipient'),
      statusCode: text('status'),
      diagnostic: text('diagnostic'),
      addresses: returnPath ? [returnPath] : [],
      messageIds: messageId ? [messageId.startsWith('<') ? messageId : `<${messageId}>`] : [],
      envelopeId: text('envelopeId'),
    }
  })
}

const digest = (value: Buffer | string) => createHash('sha256').update(value).digest('hex')
