import type { Endpoint, PayloadRequest } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { inTransaction } from '../../database/inTransaction.js'
import type { Language } from '../../i18n/translate.js'
import { readSubscriberToken, type TokenPurpose } from '../../mail/subscriberToken.js'
import { assertRecorded } from '../../subscription/recordConsent.js'
import { lockedBehindAddress, readSubscriber, type Subscriber } from '../../subscription/subscriber.js'
import { readForm, type Form } from './form.js'
import { languageOf, notice } from './page.js'

export interface LinkVisit {
  req: PayloadRequest
  crm: Crm
  subscriber: Subscriber
  language: Language
  /** The newsletter whose mail held the link. */
  newsletter: string | null
}

interface LinkPage {
  purpose: TokenPurpose
  /** What the page shows; it is opened by mail scanners too, so it changes nothing. */
  show: (visit: LinkVisit) => Promise<Response>
  /** Changes the locked subscriber. @returns the hash of the evidence that was written, if any was */
  act: (visit: LinkVisit, form: Form) => Promise<string | null>
  /** What the page shows once the change is stored. */
  done: (visit: LinkVisit, form: Form) => Promise<Response>
}

/** `GET /newsletter/<purpose>/:token` shows a page, `POST` to the same address acts; as often as one likes. */
export function linkEndpoints(crm: Crm, link: LinkPage): Endpoint[] {
  const path = `/newsletter/${link.purpose}/:token`
  return [
    {
      path,
      method: 'get',
      handler: async (req) => {
        const token = read(req, link.purpose)
        if (!token) return invalid(req, crm)
        const subscriber = await readSubscriber(req, crm, token.subscriberId)
        return subscriber ? link.show(visitOf(req, crm, subscriber, token.newsletterId)) : gone(req, crm)
      },
    },
    {
      path,
      method: 'post',
      handler: async (req) => {
        const token = read(req, link.purpose)
        if (!token) return invalid(req, crm)
        const form = await readForm(req)
        const written = await inTransaction(req, async () => {
          const subscriber = await lockedBehindAddress(req, crm, token.subscriberId)
          return subscriber && link.act(visitOf(req, crm, subscriber, token.newsletterId), form)
        })
        if (written) await assertRecorded(req, crm, written)
        const subscriber = await readSubscriber(req, crm, token.subscriberId)
        return subscriber
          ? link.done(visitOf(req, crm, subscriber, token.newsletterId), form)
          : gone(req, crm)
      },
    },
  ]
}

function read(req: PayloadRequest, purpose: TokenPurpose) {
  const token = req.routeParams?.token
  return typeof token === 'string' ? readSubscriberToken(req.payload.secret, purpose, token) : null
}

const visitOf = (
  req: PayloadRequest,
  crm: Crm,
  subscriber: Subscriber,
  newsletter: string | null,
): LinkVisit => ({ req, crm, subscriber, newsletter, language: subscriber.language === 'en' ? 'en' : 'de' })

const invalid = (req: PayloadRequest, crm: Crm) =>
  notice(req, crm, languageOf(req), 'publicPages:invalidTitle', 'publicPages:invalid', { status: 404 })

/** A person who was deleted gets no newsletter: what the link was to do is done. */
const gone = (req: PayloadRequest, crm: Crm) =>
  notice(req, crm, languageOf(req), 'publicPages:goneTitle', 'publicPages:gone')

/** Enough of an address to recognise one's own; mails with these links get forwarded. */
export function maskedAddress(email: string): string {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, Math.min(2, at))}***${email.slice(at)}`
}
