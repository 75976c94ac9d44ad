import type { Endpoint } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { evidenceEndpoints } from './evidence.js'
import { importEndpoint } from './import.js'

export const subscriberEndpoints = (crm: Crm): Endpoint[] => [importEndpoint(crm), ...evidenceEndpoints(crm)]
