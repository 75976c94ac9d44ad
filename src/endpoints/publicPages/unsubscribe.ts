import type { Endpoint } from 'payload'
import { publicApiUrl } from '../../config/publicUrl.js'
import type { Crm } from '../../config/resolve.js'
import { translate } from '../../i18n/translate.js'
import { signSubscriberToken } from '../../mail/subscriberToken.js'
import { html } from '../../mail/templates/html.js'
import { endSubscription } from '../../subscription/endSubscription.js'
import { clientIp } from '../clientIp.js'
import { notice, page } from './page.js'
import { linkEndpoints, maskedAddress, type LinkVisit } from './subscriberLink.js'

/** The page behind the unsubscribe link, and the one-click POST of mail programs (RFC 8058). */
export function unsubscribeEndpoints(crm: Crm): Endpoint[] {
  return linkEndpoints(crm, {
    purpose: 'unsubscribe',
    show: (visit) => (visit.subscriber.unsubscribedAt ? done(visit) : question(visit)),
    act: ({ newsletter, req, subscriber }) =>
      endSubscription(req, crm, subscriber, { ip: clientIp(req, crm), newsletter }),
    done,
  })
}

function question({ crm, language, req, subscriber }: LinkVisit): Promise<Response> {
  const values = { email: maskedAddress(subscriber.email) }
  const token = signSubscriberToken(req.payload.secret, 'preferences', subscriber.id)
  const preferences = publicApiUrl(req.payload, `/newsletter/preferences/${token}`)
  return page(req, crm, language, {
    title: translate(language, 'publicPages:unsubscribeTitle'),
    body: html`<p>${translate(language, 'publicPages:unsubscribeIntro', values)}</p>
      <form method="post">
        <button type="submit">${translate(language, 'publicPages:unsubscribeButton')}</button>
      </form>
      <p class="last"><a href="${preferences}">${translate(language, 'publicPages:preferencesLink')}</a></p>`,
  })
}

function done({ crm, language, req, subscriber }: LinkVisit): Promise<Response> {
  const values = { email: maskedAddress(subscriber.email) }
  return notice(req, crm, language, 'publicPages:unsubscribedTitle', 'publicPages:unsubscribed', { values })
}
