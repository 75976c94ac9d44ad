import type { Endpoint } from 'payload'
import type { Crm } from '../config/resolve.js'
import { described } from '../openapi/describe.js'
import { apiDocument } from '../openapi/document.js'

/** `GET /crm/openapi.json`: the API document, public as the API's shape is no secret. */
export function openapiEndpoint(crm: Crm): Endpoint {
  return described(
    {
      path: '/crm/openapi.json',
      method: 'get',
      handler: (req) =>
        Response.json(apiDocument(req, crm), {
          headers: { 'Cache-Control': 'no-cache', Vary: 'Accept-Language' },
        }),
    },
    {
      operationId: 'crm.openapi',
      summary: 'api:openapi',
      public: true,
      answers: { 200: { type: 'object', additionalProperties: true } },
    },
  )
}
