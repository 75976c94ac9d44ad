import type { Endpoint } from 'payload'
import type { Crm } from '../config/resolve.js'
import { bounceEndpoint } from './bounces.js'
import { healthEndpoint } from './health.js'
import { metricsEndpoint } from './metrics.js'
import { openapiEndpoint } from './openapi.js'
import { newsletterWebViewEndpoint } from './newsletters/webView.js'
import { confirmEndpoints } from './publicPages/confirm.js'
import { preferencesEndpoints } from './publicPages/preferences.js'
import { subscribeEndpoints } from './publicPages/subscribe.js'
import { unsubscribeEndpoints } from './publicPages/unsubscribe.js'

/** The endpoints that belong to no collection. */
export function rootEndpoints(crm: Crm): Endpoint[] {
  return [
    healthEndpoint(crm),
    metricsEndpoint(crm),
    openapiEndpoint(crm),
    bounceEndpoint(crm),
    newsletterWebViewEndpoint(crm),
    ...subscribeEndpoints(crm),
    ...confirmEndpoints(crm),
    ...unsubscribeEndpoints(crm),
    ...preferencesEndpoints(crm),
  ]
}
