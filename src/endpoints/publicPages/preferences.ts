import type { Endpoint } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { translate, type TextKey } from '../../i18n/translate.js'
import { readSettings } from '../../mail/settings.js'
import { html, type Html } from '../../mail/templates/html.js'
import { changePreferences } from '../../subscription/changePreferences.js'
import { endSubscription } from '../../subscription/endSubscription.js'
import { publicLists, listsById, type MailingList } from '../../subscription/lists.js'
import { setTrackingConsent } from '../../subscription/trackingConsent.js'
import { requestSubscription } from '../../subscription/requestSubscription.js'
import { clientIp } from '../clientIp.js'
import { choices } from './choices.js'
import { lineOf } from './form.js'
import { notice, page } from './page.js'
import { linkEndpoints, maskedAddress, type LinkVisit } from './subscriberLink.js'
import { trackingChoice, trackingChosen } from './trackingChoice.js'

/** The page on which a subscriber chooses lists and language, leaves, or comes back. */
export function preferencesEndpoints(crm: Crm): Endpoint[] {
  return linkEndpoints(crm, {
    purpose: 'preferences',
    show: (visit) => form(visit),
    async act(visit, sent) {
      const { language, newsletter, req, subscriber } = visit
      const ip = clientIp(req, crm)
      if (subscriber.status !== 'confirmed') {
        if (sent.get('action')?.[0] === 'subscribe') {
          const lists = (subscriber.lists ?? []).map(String)
          const url = `${req.payload.config.routes.api}/newsletter/preferences`
          await requestSubscription(req, crm, { email: subscriber.email, language, lists, ip, url })
        }
        return null
      }
      const offered = await offeredLists(visit)
      const chosen = offered.filter((list) => sent.get('lists')?.includes(String(list.id)))
      const leaves = sent.get('action')?.[0] === 'unsubscribe' || (offered.length > 0 && chosen.length === 0)
      if (leaves) return endSubscription(req, crm, subscriber, { ip, newsletter })
      const spoken = lineOf(sent, 'language')
      const wanted = spoken === 'de' || spoken === 'en' ? spoken : subscriber.language
      const changed = await changePreferences(req, crm, subscriber, { lists: chosen, language: wanted, ip })
      const allowed = trackingChosen(sent)
      const agreed = allowed === null ? null : await setTrackingConsent(req, crm, subscriber, { allowed, ip })
      return agreed ?? changed
    },
    done(visit, sent) {
      const { crm, language, req, subscriber } = visit
      if (subscriber.status === 'confirmed') return form(visit, 'publicPages:preferencesSaved')
      if (sent.get('action')?.[0] === 'subscribe')
        return notice(req, crm, language, 'publicPages:acceptedTitle', 'publicPages:accepted')
      const values = { email: maskedAddress(subscriber.email) }
      return notice(req, crm, language, 'publicPages:unsubscribedTitle', 'publicPages:unsubscribed', {
        values,
      })
    },
  })
}

/** The public lists, and those the person is on. */
async function offeredLists({ crm, req, subscriber }: LinkVisit): Promise<MailingList[]> {
  const own = await listsById(req, crm, subscriber.lists ?? [])
  const open = await publicLists(req, crm)
  return [...open, ...own.filter((list) => !list.public)]
}

async function form(visit: LinkVisit, message?: TextKey): Promise<Response> {
  const { crm, language, req, subscriber } = visit
  const say = (key: TextKey, values = {}) => translate(language, key, values)
  const values = { email: maskedAddress(subscriber.email) }
  const button = (key: TextKey, action: string, kind?: Html) =>
    html`<form method="post">
      <input type="hidden" name="action" value="${action}" /><button type="submit" ${kind}>
        ${say(key)}
      </button>
    </form>`
  const title = say('publicPages:preferencesTitle')
  if (subscriber.status !== 'confirmed')
    return page(req, crm, language, {
      title,
      body: html`<p>${say('publicPages:resubscribeIntro', values)}</p>
        ${button('publicPages:resubscribeButton', 'subscribe')}`,
    })
  const lists = await offeredLists(visit)
  const settings = await readSettings(req.payload, crm)
  const option = (value: 'de' | 'en', key: TextKey) =>
    html`<option value="${value}" ${value === language && 'selected'}>${say(key)}</option>`
  return page(req, crm, language, {
    title,
    body: html`${message && html`<p class="done" role="status">${say(message)}</p>`}
      <p>${say('publicPages:preferencesIntro', values)}</p>
      <form method="post">
        ${choices(lists, subscriber.lists ?? [], say('publicPages:lists'))}
        ${lists.length > 0 && html`<p class="words">${say('publicPages:preferencesNone')}</p>`}
        ${trackingChoice(settings, language, Boolean(subscriber.trackingConsentAt))}
        <div class="field">
          <label class="label" for="language">${say('publicPages:language')}</label>
          <select id="language" name="language">
            ${option('de', 'publicPages:german')}${option('en', 'publicPages:english')}
          </select>
        </div>
        <button type="submit">${say('publicPages:preferencesButton')}</button>
      </form>
      ${button('publicPages:preferencesUnsubscribe', 'unsubscribe', html`class="quiet"`)}`,
  })
}
