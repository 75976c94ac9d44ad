import type { Endpoint, PayloadRequest } from 'payload'
import type { Crm } from '../config/resolve.js'
import { livingWorkers } from '../database/workers.js'
import { described } from '../openapi/describe.js'
import { object, type Schema } from '../openapi/schema.js'

/** `GET /crm/health`: 200 when database, queue and mail server work, 503 naming the part that does not. */
export function healthEndpoint(crm: Crm): Endpoint {
  return described(
    {
      path: '/crm/health',
      method: 'get',
      handler: async (req) => {
        const parts = await check(req, crm)
        const ok = Object.values(parts).every((part) => part === 'ok')
        return Response.json(
          { status: ok ? 'ok' : 'error', ...parts },
          { status: ok ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
        )
      },
    },
    {
      operationId: 'crm.health',
      summary: 'api:health',
      public: true,
      answers: { 200: healthSchema, 503: healthSchema },
    },
  )
}

const part: Schema = { type: 'string' }
const healthSchema = object({
  status: { type: 'string', enum: ['ok', 'error'] },
  database: part,
  queue: part,
  mail: part,
})

async function check(req: PayloadRequest, crm: Crm) {
  try {
    const workers = await livingWorkers(req.payload, crm)
    const part = (name: 'queue' | 'mail') =>
      workers === null ? 'no worker is running' : workers[name] ? 'ok' : 'unreachable'
    return { database: 'ok', queue: part('queue'), mail: part('mail') }
  } catch {
    return { database: 'unreachable', queue: 'unknown', mail: 'unknown' }
  }
}
