import type { Endpoint } from 'payload'
import type { Crm } from '../config/resolve.js'
import { bounceEndpoint } from './bounces.js'
import { healthEndpoint } from './health.js'
import { metricsEndpoint } from './metrics.js'
import { openapiEndpoint } from './openapi.js'
import { newsletterPageEndpoints } from './publicPages/routes.js'

/** The endpoints that belong to no collection. */
export function rootEndpoints(crm: Crm): Endpoint[] {
  return [
    healthEndpoint(crm),
    metricsEndpoint(crm),
    openapiEndpoint(crm),
    bounceEndpoint(crm),
    ...newsletterPageEndpoints(crm),
  ]
}
