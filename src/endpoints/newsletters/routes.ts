import type { Endpoint } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { newsletterCheckEndpoints } from './checks.js'
import { newsletterContentEndpoints } from './content.js'
import { newsletterLifeEndpoints } from './life.js'
import { newsletterResultEndpoints } from './results.js'

export const newsletterEndpoints = (crm: Crm): Endpoint[] => [
  ...newsletterCheckEndpoints(crm),
  ...newsletterContentEndpoints(crm),
  ...newsletterLifeEndpoints(crm),
  ...newsletterResultEndpoints(crm),
]
