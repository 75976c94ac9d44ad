import type { Endpoint, PayloadRequest } from 'payload'
import { Forbidden, NotFound } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { inTransaction } from '../../database/inTransaction.js'
import { isEmailAddress, subscriberAddress } from '../../domain/emailAddress.js'
import { Refusal } from '../../i18n/refusal.js'
import { say } from '../../i18n/translate.js'
import { described } from '../../openapi/describe.js'
import { object, type Schema } from '../../openapi/schema.js'
import { readBody } from '../body.js'
import { routeId } from '../routeId.js'
import { erasePerson } from './erase.js'
import { personPage } from './page.js'
import { audit, findPerson } from './person.js'

const email: Schema = { type: 'string', format: 'email' }
const documents: Schema = { type: 'array', items: { type: 'object', additionalProperties: true } }
const sections = [
  'contacts',
  'account',
  'subscriber',
  'consents',
  'reactions',
  'suppressions',
  'bounces',
  'activities',
  'orders',
  'mails',
]

/**
 * `GET /:id/gdpr-export?person=<e-mail>` (`&format=html` to read it) and `POST /:id/gdpr-erase {person}`, for
 * administrators. The person is looked for everywhere, not only at the customer the request came by.
 */
export function privacyEndpoints(crm: Crm): Endpoint[] {
  return [
    described(
      {
        path: '/:id/gdpr-export',
        method: 'get',
        handler: async (req) => {
          const { format, person } = await askedFor(req, crm, req.query)
          const data = await inTransaction(req, async () => {
            const { data: found } = await findPerson(req, crm, person)
            const counts = (Object.entries(found) as [string, object[]][]).map(
              ([name, list]): [string, number] => [name, list.length],
            )
            if (counts.every(([, count]) => count === 0)) throw new NotFound(req.t)
            await audit(req, crm, 'gdprExport', person, Object.fromEntries(counts))
            return found
          })
          return format === 'html'
            ? personPage(req, crm, person, data)
            : Response.json({ person, ...data }, { headers: { 'Cache-Control': 'no-store' } })
        },
      },
      {
        operationId: 'customers.gdprExport',
        summary: 'api:gdprExport',
        query: { person: email, format: { type: 'string', enum: ['json', 'html'], default: 'json' } },
        answers: {
          200: object({ person: email, ...Object.fromEntries(sections.map((name) => [name, documents])) }),
        },
      },
    ),
    described(
      {
        path: '/:id/gdpr-erase',
        method: 'post',
        handler: async (req) => {
          const { person } = await askedFor(req, crm, await readBody(req))
          return Response.json(await inTransaction(req, () => erasePerson(req, crm, person)))
        },
      },
      {
        operationId: 'customers.gdprErase',
        summary: 'api:gdprErase',
        body: object({ person: email }),
        answers: { 200: object({ erased: { type: 'object', additionalProperties: true }, kept: documents }) },
      },
    ),
  ]
}

/** @throws Refusal 403 for all but administrators, 400 without a person, 404 without the customer */
async function askedFor(req: PayloadRequest, crm: Crm, given: Record<string, unknown>) {
  if (!crm.rolesOf(req.user).includes('admin')) throw new Forbidden(req.t)
  const person = typeof given.person === 'string' ? subscriberAddress(given.person) : ''
  if (!isEmailAddress(person)) throw new Refusal(say(req, 'error:email'), 400, { path: 'person' })
  const customer = await req.payload.findByID({
    collection: crm.slugs.customers,
    id: routeId(req),
    depth: 0,
    select: {},
    disableErrors: true,
    overrideAccess: true,
  })
  if (!customer) throw new NotFound(req.t)
  return { person, format: given.format }
}
