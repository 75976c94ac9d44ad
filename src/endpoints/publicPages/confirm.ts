import type { Endpoint } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { translate } from '../../i18n/translate.js'
import { readSettings } from '../../mail/settings.js'
import { html } from '../../mail/templates/html.js'
import { confirmSubscription } from '../../subscription/confirmSubscription.js'
import { asksForTracking } from '../../subscription/trackingConsent.js'
import { clientIp } from '../clientIp.js'
import { notice, page } from './page.js'
import { linkEndpoints, maskedAddress, type LinkVisit } from './subscriberLink.js'
import { trackingChoice, trackingChosen } from './trackingChoice.js'

/** The page behind the link in the check mail. */
export function confirmEndpoints(crm: Crm): Endpoint[] {
  return linkEndpoints(crm, {
    purpose: 'confirm',
    show: (visit) => (visit.subscriber.requestedAt ? question(visit) : settled(visit, 'alreadyConfirmed')),
    act: ({ req, subscriber }, form) =>
      confirmSubscription(req, crm, subscriber, { ip: clientIp(req, crm), tracking: trackingChosen(form) }),
    done: (visit) => settled(visit, 'confirmed'),
  })
}

async function question({ crm, language, req, subscriber }: LinkVisit): Promise<Response> {
  const settings = await readSettings(req.payload, crm)
  const wanted = Boolean(subscriber.requestedTracking ?? subscriber.trackingConsentAt)
  const values = { email: maskedAddress(subscriber.email) }
  return page(req, crm, language, {
    title: translate(language, 'publicPages:confirmTitle'),
    body: html`<p>${translate(language, 'publicPages:confirmIntro', values)}</p>
      <form method="post">
        ${asksForTracking(settings) && trackingChoice(settings, language, wanted)}
        <button type="submit">${translate(language, 'publicPages:confirmButton')}</button>
      </form>`,
  })
}

function settled(
  { crm, language, req, subscriber }: LinkVisit,
  text: 'confirmed' | 'alreadyConfirmed',
): Promise<Response> {
  const values = { email: maskedAddress(subscriber.email) }
  return subscriber.status === 'confirmed'
    ? notice(req, crm, language, 'publicPages:confirmedTitle', `publicPages:${text}`, { values })
    : notice(req, crm, language, 'publicPages:expiredTitle', 'publicPages:expired')
}
