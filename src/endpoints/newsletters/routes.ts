import type { Endpoint } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { describeEndpoints } from '../../openapi/describe.js'
import { newsletterCheckEndpoints } from './checks.js'
import { newsletterContentEndpoints } from './content.js'
import { decideUnknownEndpoint } from './decideUnknown.js'
import { newsletterDescriptions } from './descriptions.js'
import { newsletterLifeEndpoints } from './life.js'
import { newsletterResultEndpoints } from './results.js'

export function newsletterEndpoints(crm: Crm): Endpoint[] {
  return describeEndpoints('newsletters', newsletterDescriptions(crm), [
    ...newsletterCheckEndpoints(crm),
    ...newsletterContentEndpoints(crm),
    ...newsletterLifeEndpoints(crm),
    decideUnknownEndpoint(crm),
    ...newsletterResultEndpoints(crm),
  ])
}
