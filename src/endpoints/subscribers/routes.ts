import type { Endpoint } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { describeEndpoints, type DescriptionTable } from '../../openapi/describe.js'
import { object, orNull, type Schema } from '../../openapi/schema.js'
import { evidenceEndpoints } from './evidence.js'
import { importEndpoint } from './import.js'
import { subscribeKnownEndpoint } from './subscribeKnown.js'
import { unsubscribeKnownEndpoint } from './unsubscribeKnown.js'
import { basisSchema, subscribedAnswers } from './subscribePerson.js'

const text: Schema = { type: 'string' }
const basis: Schema = { type: 'string', enum: ['declared', 'existingCustomer'] }
const list = (items: Schema): Schema => ({ type: 'array', items })
const count: Schema = { type: 'integer', minimum: 0 }

const descriptions: DescriptionTable = {
  'post /import': {
    name: 'import',
    summary: 'api:importSubscribers',
    body: object(
      {
        basis,
        declaration: text,
        consentText: text,
        lists: list({ type: ['integer', 'string'] }),
        rows: list({ type: 'object' }),
        csv: text,
        mapping: { type: 'object', additionalProperties: text },
        dryRun: { type: 'boolean' },
      },
      ['consentText', 'lists', 'rows', 'csv', 'mapping', 'dryRun'],
    ),
    answers: {
      200: object({
        dryRun: { type: 'boolean' },
        basis,
        declaredBy: text,
        lists: list(text),
        totals: { type: 'object', additionalProperties: count },
        rows: list(object({ result: text, message: orNull(text) })),
      }),
    },
    errors: [413],
  },
  'post /:id/subscribe': {
    name: 'subscribe',
    summary: 'api:subscribeKnown',
    body: object(basisSchema, ['declaration', 'lists']),
    answers: subscribedAnswers,
    errors: [409],
  },
  'post /:id/unsubscribe': {
    name: 'unsubscribe',
    summary: 'api:unsubscribeKnown',
    answers: { 200: object({ result: text }) },
  },
  'get /:id/evidence': {
    name: 'evidence',
    summary: 'api:consentEvidence',
    answers: { 200: { mediaType: 'text/html' } },
  },
  'get /:id/evidence.pdf': {
    name: 'evidencePdf',
    summary: 'api:consentEvidencePdf',
    answers: { 200: { mediaType: 'application/pdf' } },
  },
}

export function subscriberEndpoints(crm: Crm): Endpoint[] {
  return describeEndpoints('subscribers', descriptions, [
    importEndpoint(crm),
    subscribeKnownEndpoint(crm),
    unsubscribeKnownEndpoint(crm),
    ...evidenceEndpoints(crm),
  ])
}
