import type { Endpoint } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { describeEndpoints, type DescriptionTable } from '../../openapi/describe.js'
import { object, type Schema } from '../../openapi/schema.js'
import { newsletterTrackingEndpoints } from '../newsletters/tracking.js'
import { newsletterWebViewEndpoint } from '../newsletters/webView.js'
import { confirmEndpoints } from './confirm.js'
import { preferencesEndpoints } from './preferences.js'
import { subscribeEndpoints } from './subscribe.js'
import { unsubscribeEndpoints } from './unsubscribe.js'

const text: Schema = { type: 'string' }
const language: Schema = { type: 'string', enum: ['de', 'en'] }
const lists: Schema = { type: 'array', items: { type: ['integer', 'string'] } }
const tracking: Schema = { type: 'string', enum: ['yes', 'no'] }
const page = { mediaType: 'text/html' }
const open = { public: true, answers: { 200: page, 404: page } }

const descriptions: DescriptionTable = {
  'get /newsletter/subscribe': {
    name: 'subscribePage',
    summary: 'api:subscribePage',
    public: true,
    answers: { 200: page },
  },
  'post /newsletter/subscribe': {
    name: 'subscribe',
    summary: 'api:subscribe',
    public: true,
    body: object(
      {
        email: { type: 'string', format: 'email' },
        salutation: { type: 'string', enum: ['ms', 'mr', 'neutral'] },
        firstName: text,
        lastName: text,
        language,
        lists,
        tracking,
        url: text,
      },
      ['salutation', 'firstName', 'lastName', 'language', 'lists', 'tracking', 'url'],
    ),
    answers: { 202: object({ message: text }) },
    errors: [413],
  },
  'get /newsletter/confirm/:token': { ...open, name: 'confirmPage', summary: 'api:subscriberPage' },
  'post /newsletter/confirm/:token': { ...open, name: 'confirm', summary: 'api:confirmSubscription' },
  'get /newsletter/unsubscribe/:token': { ...open, name: 'unsubscribePage', summary: 'api:subscriberPage' },
  'post /newsletter/unsubscribe/:token': { ...open, name: 'unsubscribe', summary: 'api:unsubscribe' },
  'get /newsletter/preferences/:token': { ...open, name: 'preferencesPage', summary: 'api:subscriberPage' },
  'post /newsletter/preferences/:token': {
    ...open,
    name: 'preferences',
    summary: 'api:changePreferences',
    body: object({ action: text, language, lists, tracking }, ['action', 'language', 'lists', 'tracking']),
    bodyOptional: true,
  },
  'get /newsletter/view/:token': {
    name: 'view',
    summary: 'api:viewNewsletter',
    public: true,
    answers: { 200: page, 404: { mediaType: 'text/plain' } },
  },
  'get /newsletter/open/:token': {
    name: 'open',
    summary: 'api:openNewsletter',
    public: true,
    answers: { 200: { mediaType: 'image/gif' } },
  },
  'get /newsletter/click/:token/:link': {
    name: 'click',
    summary: 'api:clickNewsletter',
    public: true,
    answers: { 302: { mediaType: 'text/plain' }, 404: page },
  },
}

/** What strangers and the recipients of newsletters may open. */
export function newsletterPageEndpoints(crm: Crm): Endpoint[] {
  return describeEndpoints('newsletter', descriptions, [
    ...subscribeEndpoints(crm),
    ...confirmEndpoints(crm),
    ...unsubscribeEndpoints(crm),
    ...preferencesEndpoints(crm),
    newsletterWebViewEndpoint(crm),
    ...newsletterTrackingEndpoints(crm),
  ])
}
