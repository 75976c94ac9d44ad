import type { Endpoint, PayloadRequest } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { inTransaction } from '../../database/inTransaction.js'
import { isEmailAddress, subscriberAddress } from '../../domain/emailAddress.js'
import { reportViolations } from '../../../hooks/reportViolations.js'
import { isWithinLimit, throttleAddress } from '../../../hooks/throttle.js'
import { say, translate } from '../../i18n/translate.js'
import { readSettings } from '../../mail/settings.js'
import { html, type Html } from '../../mail/templates/html.js'
import { publicLists } from '../../subscription/lists.js'
import { requestSubscription, type SubscriptionRequest } from '../../subscription/requestSubscription.js'
import { consentWording } from '../../mail/consentWording.js'
import { clientIp } from '../clientIp.js'
import { steadily } from '../steadily.js'
import { choices } from './choices.js'
import { lineOf, readForm, type Form } from './form.js'
import { languageOf, notice, page } from './page.js'
import { trackingChoice, trackingChosen } from './trackingChoice.js'

/**
 * `POST /newsletter/subscribe`: always 202 with the same body after a time that says nothing either, whether the address is
 * new, known, suppressed or asked for too often. `GET` shows a form for sites that have none of their own.
 */
export function subscribeEndpoints(crm: Crm): Endpoint[] {
  return [
    {
      path: '/newsletter/subscribe',
      method: 'get',
      handler: (req) => signUpPage(req, crm),
    },
    {
      path: '/newsletter/subscribe',
      method: 'post',
      handler: async (req) => {
        const form = await readForm(req)
        const wantsPage = (req.headers.get('accept') ?? '').includes('text/html')
        if (wantsPage && !isEmailAddress(requestOf(req, crm, form).email))
          return signUpPage(req, crm, say(req, 'error:email'))
        const { language } = await subscribe(req, crm, form)
        if (wantsPage)
          return notice(req, crm, language, 'publicPages:acceptedTitle', 'publicPages:accepted', {
            status: 202,
          })
        return Response.json({ message: say(req, 'publicPages:accepted') }, { status: 202 })
      },
    },
  ]
}

/**
 * Takes a subscription, the same by REST and GraphQL: nothing tells what has happened.
 *
 * @throws ValidationError 400 for what is no e-mail address, APIError 429
 */
export async function subscribe(req: PayloadRequest, crm: Crm, form: Form): Promise<SubscriptionRequest> {
  const request = requestOf(req, crm, form)
  if (!isEmailAddress(request.email))
    reportViolations(req, crm.slugs.subscribers, [{ path: 'email', message: 'email' }])
  await throttleAddress(req, crm, 'subscribe')
  await steadily(async () => {
    if (await isWithinLimit(req, crm, 'subscribe', request.email))
      await inTransaction(req, () => requestSubscription(req, crm, request))
  })
  return request
}

function requestOf(req: PayloadRequest, crm: Crm, form: Form): SubscriptionRequest {
  const salutation = lineOf(form, 'salutation')
  const language = lineOf(form, 'language')
  const lists = form.get('lists')
  return {
    email: subscriberAddress(lineOf(form, 'email', 320)),
    salutation: salutation === 'ms' || salutation === 'mr' || salutation === 'neutral' ? salutation : null,
    firstName: lineOf(form, 'firstName') || null,
    lastName: lineOf(form, 'lastName') || null,
    language: language === 'de' || language === 'en' ? language : languageOf(req),
    lists: lists ? lists.slice(0, 100) : null,
    tracking: trackingChosen(form) === true,
    ip: clientIp(req, crm),
    // A site's own form names its page; otherwise the browser does.
    url: (lineOf(form, 'url', 2000) || req.headers.get('referer') || '').slice(0, 2000) || null,
  }
}

async function signUpPage(req: PayloadRequest, crm: Crm, problem?: string): Promise<Response> {
  const language = languageOf(req)
  const say = (key: Parameters<typeof translate>[1]) => translate(language, key)
  const settings = await readSettings(req.payload, crm)
  const lists = await publicLists(req, crm)
  const field = (name: string, label: Html | string, attributes: Html) =>
    html`<div class="field">
      <label class="label" for="${name}">${label}</label><input id="${name}" name="${name}" ${attributes} />
    </div>`
  return page(req, crm, language, {
    title: say('publicPages:subscribeTitle'),
    status: problem ? 400 : 200,
    body: html`<p>${say('publicPages:subscribeIntro')}</p>
      ${problem && html`<p class="bad" role="alert" id="problem">${problem}</p>`}
      <form method="post">
        <input type="hidden" name="language" value="${language}" />
        ${field(
          'email',
          say('publicPages:email'),
          html`type="email" required autocomplete="email"
          ${problem ? html`aria-invalid="true" aria-describedby="problem"` : ''}`,
        )}
        ${field('firstName', say('publicPages:firstName'), html`type="text" autocomplete="given-name"`)}
        ${field('lastName', say('publicPages:lastName'), html`type="text" autocomplete="family-name"`)}
        ${choices(lists, [], say('publicPages:lists'))}
        <p class="words">${consentWording(settings, language).text}</p>
        ${trackingChoice(settings, language, false)}
        <button type="submit">${say('publicPages:subscribeButton')}</button>
      </form>`,
  })
}
