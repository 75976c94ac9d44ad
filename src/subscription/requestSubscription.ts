import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { lockName } from '../database/namedLock.js'
import { tableOf } from '../database/table.js'
import { transactionOf } from '../database/transaction.js'
import { mayAskAgain } from '../domain/consent.js'
import { translate, type Language } from '../i18n/translate.js'
import { enqueueMail } from '../mail/outbox.js'
import { readSettings } from '../mail/settings.js'
import { listsById, publicLists, type MailingList } from './lists.js'
import { recordConsent } from './recordConsent.js'
import { lockedSubscriber, updateSubscriber, type Id, type Subscriber } from './subscriber.js'
import { suppressionOf } from './suppress.js'
import { asksForTracking } from './trackingConsent.js'
import { consentWording, trackingWording } from '../mail/consentWording.js'

/** Between two check mails to one address lie at least ten minutes, and a day has at most three. */
const pauseMinutes = 10
const mailsPerDay = 3

export interface SubscriptionRequest {
  /** Normalised by `subscriberAddress`. */
  email: string
  salutation?: 'ms' | 'mr' | 'neutral' | null
  firstName?: string | null
  lastName?: string | null
  language: Language
  /** `null`: nothing was chosen, which means the only public list when there is exactly one. */
  lists: readonly Id[] | null
  /** Whether openings and clicks may be looked at; away when nobody said so. */
  tracking?: boolean
  ip: string | null
  url: string | null
}

/**
 * Takes up a sign-up in the request's transaction: evidence of the request and a check mail. Nothing is written for
 * somebody who has what was asked for already, who complained or wants no mail at all, or who got check mails lately; the
 * caller must answer the same in every case.
 *
 * @param options.anyList whether lists that are not public count too, for members of staff
 */
export async function requestSubscription(
  req: PayloadRequest,
  crm: Crm,
  request: SubscriptionRequest,
  { anyList = false } = {},
): Promise<void> {
  await lockName(req, `subscriber:${request.email}`)
  const known = await subscriberOf(req, crm, request.email)
  if (known?.status === 'complained' || !mayAskAgain(await suppressionOf(req, crm, request.email))) return
  const lists = await chosenLists(req, crm, request.lists, anyList)
  const has = new Set((known?.lists ?? []).map(String))
  if (known?.status === 'confirmed' && lists.every((list) => has.has(String(list.id)))) return
  if (known && (await mailedLately(req, crm, known.id))) return
  await askForConfirmation(req, crm, known, request, lists)
}

/** The subscriber with this address, locked. */
export async function subscriberOf(req: PayloadRequest, crm: Crm, email: string): Promise<Subscriber | null> {
  const db = await transactionOf(req)
  const { rows } = await db.execute(
    sql`SELECT id FROM ${tableOf(req.payload, crm.slugs.subscribers)} WHERE email = ${email}`,
  )
  return rows[0] ? lockedSubscriber(req, crm, rows[0].id as Id) : null
}

async function chosenLists(
  req: PayloadRequest,
  crm: Crm,
  ids: readonly Id[] | null,
  anyList: boolean,
): Promise<MailingList[]> {
  if (ids) return (await listsById(req, crm, ids)).filter((list) => anyList || list.public)
  const open = await publicLists(req, crm)
  return open.length === 1 ? open : []
}

async function mailedLately(req: PayloadRequest, crm: Crm, subscriber: Id): Promise<boolean> {
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    SELECT count(*) AS day, count(*) FILTER (WHERE created_at > now() - make_interval(mins => ${pauseMinutes})) AS pause
    FROM ${tableOf(req.payload, crm.slugs.mails)}
    WHERE subscriber_id = ${subscriber} AND kind = 'subscriptionCheck' AND created_at > now() - interval '1 day'`)
  return Number(rows[0]?.day) >= mailsPerDay || Number(rows[0]?.pause) > 0
}

async function askForConfirmation(
  req: PayloadRequest,
  crm: Crm,
  known: Subscriber | null,
  request: SubscriptionRequest,
  lists: MailingList[],
): Promise<void> {
  const { email, ip, language, url } = request
  const requestedAt = new Date().toISOString()
  const ids = lists.map((list) => list.id)
  const settings = await readSettings(req.payload, crm, req)
  const tracking = request.tracking === true && asksForTracking(settings)
  const waiting = { requestedAt, requestedLists: ids, requestedTracking: tracking || null }
  const { firstName, lastName, salutation } = request
  // Until the address is confirmed anybody may have typed this; what a confirmed person said of themselves stays.
  const person = { language, lists: ids, salutation, firstName, lastName }
  const id = known?.id ?? (await create(req, crm, { ...person, ...waiting, email, status: 'pending' }))
  if (known)
    await updateSubscriber(req, crm, id, known.status === 'pending' ? { ...person, ...waiting } : waiting)
  const wording = consentWording(settings, language)
  const { sequence } = await recordConsent(req, crm, id, {
    kind: 'requested',
    basis: 'doubleOptIn',
    email,
    text: wording.text,
    textVersion: wording.version,
    lists: lists.map((list) => list.name),
    requestedAt,
    requestIp: ip,
    requestUrl: url,
  })
  if (tracking) {
    const words = trackingWording(settings, language)
    await recordConsent(req, crm, id, {
      kind: 'trackingRequested',
      email,
      text: words.text,
      textVersion: words.version,
      requestedAt,
      requestIp: ip,
      requestUrl: url,
    })
  }
  await enqueueMail(req, crm, {
    kind: 'subscriptionCheck',
    dedupeKey: `subscriber:${id}:check:${sequence}`,
    to: email,
    subject: translate(language, 'consent:checkSubject'),
    language,
    subscriber: id,
  })
}

async function create(req: PayloadRequest, crm: Crm, data: object): Promise<Id> {
  const collection = crm.slugs.subscribers
  return (await req.payload.create({ collection, data, depth: 0, overrideAccess: true, req })).id
}
