import type { Endpoint, PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { tableOf } from '../../database/table.js'
import { pooled, type Database } from '../../database/transaction.js'
import { publishedStatuses, type NewsletterAction } from '../../domain/newsletterLife.js'
import { Refusal } from '../../i18n/refusal.js'
import { say } from '../../i18n/translate.js'
import { takeBackParts } from '../../mail/newsletter/audienceParts.js'
import { moveNewsletter, takeBackMails } from '../../mail/newsletter/campaigns.js'
import { countDoubts, countMails, refreshProgress } from '../../mail/newsletter/progress.js'
import { standstillOf } from '../../mail/newsletter/standstill.js'
import { webViewUrl } from '../../mail/newsletter/webView.js'
import { notifyOutbox } from '../../mail/outbox.js'
import { readBody } from '../body.js'
import { routeId } from '../routeId.js'
import { findNewsletter, type StoredNewsletter } from './findNewsletter.js'

type Change = ReturnType<typeof sql>
/** @returns whether the newsletter was in a state that allows it */
type Act = (req: PayloadRequest, newsletter: StoredNewsletter) => Promise<boolean>

/** `POST /:id/send | schedule | pause | resume | cancel | send-missing` and `GET /:id/progress` of the newsletters. */
export function newsletterLifeEndpoints(crm: Crm): Endpoint[] {
  const action = (name: string, act: Act) => ({
    path: `/:id/${name}`,
    method: 'post' as const,
    handler: async (req: PayloadRequest) =>
      Response.json({ doc: await actOnNewsletter(req, crm, routeId(req), act) }),
  })
  const move =
    (what: NewsletterAction, change?: Change): Act =>
    (req, { id }) =>
      moveNewsletter(req.payload, crm, id, what, change)
  return [
    {
      path: '/:id/send',
      method: 'post',
      handler: async (req) => Response.json({ doc: await sendNewsletter(req, crm, routeId(req)) }),
    },
    action('schedule', async (req, newsletter) => {
      refuseTemplate(req, newsletter)
      const at = await startingTime(req, newsletter)
      return moveNewsletter(
        req.payload,
        crm,
        newsletter.id,
        'schedule',
        sql`scheduled_at = ${at}, run_cause = NULL`,
      )
    }),
    action('pause', move('pause')),
    // Whoever resumes after the canary halted has decided that the rest may go.
    action(
      'resume',
      move(
        'resume',
        sql`run_canary = CASE WHEN run_cause IS NULL THEN run_canary ELSE 0 END, run_cause = NULL`,
      ),
    ),
    action('cancel', (req, { id }) => cancel(req, crm, id)),
    action('send-missing', (req, { id }) => sendMissing(req, crm, id)),
    {
      path: '/:id/progress',
      method: 'get',
      handler: async (req) => {
        const { id, name, run, scheduledAt, status, template, webView } = await findNewsletter(req, crm)
        const { recipients, states } = await countMails(req.payload, crm, id)
        const doubts = states.unknown > 0 ? await countDoubts(req.payload, crm, id) : null
        const { deferred, queued, sending } = states
        const held = await standstillOf(req.payload, crm, status ?? 'draft', queued + deferred + sending)
        const isPublished = webView === true && publishedStatuses.includes(status ?? 'draft')
        const webUrl = isPublished ? webViewUrl(req.payload, id) : null
        const known = { name, template: template === true, status, scheduledAt, run, webUrl }
        return Response.json(
          { ...known, recipients, states, doubts, ...held },
          { headers: { 'Cache-Control': 'no-store' } },
        )
      },
    },
  ]
}

/** @throws Refusal 409: a template is there to be copied */
function refuseTemplate(req: PayloadRequest, { status, template }: StoredNewsletter): void {
  if (template === true)
    throw new Refusal(say(req, 'newsletterSending:templateNotSent'), 409, { path: 'template', status })
}

/** Starts to send at once, the same by REST and GraphQL. */
export function sendNewsletter(req: PayloadRequest, crm: Crm, id: string): Promise<StoredNewsletter> {
  const started = sql`run_started_at = now(), run_finished_at = NULL, run_cause = NULL`
  return actOnNewsletter(req, crm, id, (_, newsletter) => {
    refuseTemplate(req, newsletter)
    return moveNewsletter(req.payload, crm, newsletter.id, 'send', started)
  })
}

/** @throws Forbidden, NotFound, APIError 409 in a state that does not allow it */
async function actOnNewsletter(
  req: PayloadRequest,
  crm: Crm,
  id: string,
  act: Act,
): Promise<StoredNewsletter> {
  if (!(await act(req, await findNewsletter(req, crm, id)))) {
    const { status } = await findNewsletter(req, crm, id)
    const values = { status: say(req, `newsletterSending:status_${status ?? 'draft'}`) }
    throw new Refusal(say(req, 'campaign:transition', values), 409, { path: 'status', status })
  }
  await notifyOutbox(pooled(req.payload))
  return findNewsletter(req, crm, id)
}

/** `scheduledAt` of the request, else of the newsletter: an instant that is still to come. */
async function startingTime(req: PayloadRequest, newsletter: StoredNewsletter): Promise<string> {
  const { scheduledAt = newsletter.scheduledAt } = await readBody(req)
  const at = typeof scheduledAt === 'string' ? new Date(scheduledAt) : new Date(NaN)
  if (!(at.getTime() > Date.now()))
    throw new Refusal(say(req, 'campaign:scheduledAt'), 400, { path: 'scheduledAt' })
  return at.toISOString()
}

/**
 * Takes back what has not gone out; what is with the mail server comes to its end. Of one that was only planned, nothing is
 * out: it is a draft again.
 */
async function cancel(req: PayloadRequest, crm: Crm, id: string | number): Promise<boolean> {
  if (await moveNewsletter(req.payload, crm, id, 'unscheduled', sql`scheduled_at = NULL`)) return true
  const moved = await pooled(req.payload).transaction(async (tx) => {
    const db = tx as unknown as Database
    if (!(await moveNewsletter(req.payload, crm, id, 'cancel', sql`run_finished_at = now()`, db)))
      return false
    await takeBackParts(db, req.payload, crm, id, true)
    return true
  })
  if (!moved) return false
  // The workers see by now that it is cancelled, and claim nothing while the rows are gone through.
  await takeBackMails(req.payload, crm, id)
  await refreshProgress(req.payload, crm, id)
  return true
}

/**
 * Sends to those who did not get it: refused for good, or cancelled. Doubtful ones only when the body says
 * `{ "includeUnknown": true }`: somebody has decided that they may get it twice.
 */
async function sendMissing(req: PayloadRequest, crm: Crm, id: string | number): Promise<boolean> {
  const { includeUnknown } = await readBody(req)
  const states =
    includeUnknown === true ? sql`('failed', 'cancelled', 'unknown')` : sql`('failed', 'cancelled')`
  return pooled(req.payload).transaction(async (tx) => {
    const db = tx as unknown as Database
    const change = sql`run_finished_at = NULL, run_cause = NULL, run_canary = 0`
    if (!(await moveNewsletter(req.payload, crm, id, 'sendMissing', change, db))) return false
    await db.execute(sql`
      UPDATE ${tableOf(req.payload, crm.slugs.mails)} SET state = 'queued', attempts = 0, next_attempt_at = NULL,
        lease = NULL, lease_until = NULL, cause = NULL, updated_at = now()
      WHERE newsletter_id = ${id} AND kind = 'newsletter' AND state IN ${states}`)
    await takeBackParts(db, req.payload, crm, id, false)
    return true
  })
}
