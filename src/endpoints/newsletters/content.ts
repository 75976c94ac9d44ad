import { randomUUID } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import { commitTransaction, initTransaction, killTransaction } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { isEmailAddress, normalizeEmail } from '../../domain/emailAddress.js'
import { Refusal } from '../../i18n/refusal.js'
import { say, translate, type Language } from '../../i18n/translate.js'
import { deliveryTrouble } from '../../mail/newsletter/standstill.js'
import { loadRecipient, renderTrial, type TrialRecipient } from '../../mail/newsletter/trial.js'
import { enqueueMail } from '../../mail/outbox.js'
import { readBody } from '../body.js'
import { findNewsletter } from './findNewsletter.js'

type Id = string | number

/** What a page from a letter may do when it is shown in the browser: display, nothing else. */
const harmless = "sandbox; default-src 'none'; img-src * data:; style-src 'unsafe-inline'"

/**
 * `GET /:id/preview?subscriber=&language=&part=html|text|json` shows the letter as somebody would read it;
 * `POST /:id/test {to, subscriber?, language?}` queues a test mail and says what keeps it waiting, if anything does.
 */
export function newsletterContentEndpoints(crm: Crm): Endpoint[] {
  return [
    { path: '/:id/preview', method: 'get', handler: (req) => preview(req, crm) },
    { path: '/:id/test', method: 'post', handler: (req) => sendTest(req, crm) },
  ]
}

async function preview(req: PayloadRequest, crm: Crm): Promise<Response> {
  const newsletter = await findNewsletter(req, crm)
  const { language: asked, part, subscriber } = req.query
  const recipient = await recipientOf(req, crm, subscriber)
  const language = languageOf(asked, recipient)
  const rendered = await renderTrial(req.payload, crm, newsletter, recipient, language)
  const headers = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }
  if (part === 'json') return Response.json({ ...rendered, language }, { headers })
  if (part === 'text')
    return new Response(rendered.text, {
      headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
    })
  return new Response(rendered.html, {
    headers: {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `${harmless}; frame-ancestors 'self'`,
    },
  })
}

async function sendTest(req: PayloadRequest, crm: Crm): Promise<Response> {
  const newsletter = await findNewsletter(req, crm)
  const body = await readBody(req)
  const to = typeof body.to === 'string' ? normalizeEmail(body.to) : ''
  if (!isEmailAddress(to)) throw new Refusal(say(req, 'error:email'), 400, { path: 'to' })
  const recipient = await recipientOf(req, crm, body.subscriber)
  const language = languageOf(body.language, recipient)
  const { subject } = await renderTrial(req.payload, crm, newsletter, recipient, language)
  const owner = await initTransaction(req)
  try {
    await enqueueMail(req, crm, {
      kind: 'newsletterTest',
      dedupeKey: `newsletter:${newsletter.id}:test:${randomUUID()}`,
      to,
      subject: translate(language, 'newsletter:testSubject', { subject }),
      language,
      newsletter: newsletter.id,
      ...(recipient.id === undefined ? {} : { subscriber: recipient.id }),
    })
    if (owner) await commitTransaction(req)
  } catch (error) {
    if (owner) await killTransaction(req)
    throw error
  }
  const cause = await deliveryTrouble(req.payload, crm)
  return Response.json({ to, standstill: cause && { cause } }, { status: 202 })
}

/** Nobody in particular when none is named: then the fallbacks show. */
async function recipientOf(
  req: PayloadRequest,
  crm: Crm,
  subscriber: unknown,
): Promise<TrialRecipient & { id?: Id }> {
  if (subscriber === undefined || subscriber === null || subscriber === '') return {}
  const isId = typeof subscriber === 'string' || typeof subscriber === 'number'
  const recipient = isId ? await loadRecipient(req.payload, crm, subscriber) : null
  if (!recipient) throw new Refusal(say(req, 'error:notFound'), 400, { path: 'subscriber' })
  return recipient
}

function languageOf(asked: unknown, recipient: TrialRecipient): Language {
  return asked === 'de' || asked === 'en' ? asked : (recipient.language ?? 'de')
}
