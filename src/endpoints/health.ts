import type { Endpoint, PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { tableOf } from '../database/table.js'
import { pooled } from '../database/transaction.js'
import { described } from '../openapi/describe.js'
import { object, type Schema } from '../openapi/schema.js'

const silenceSeconds = 20

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
    const { rows } = await pooled(req.payload).execute(sql`
      SELECT bool_or(queue = 'ok') AS queue, bool_or(mail = 'ok') AS mail
      FROM ${tableOf(req.payload, crm.slugs.workers)}
      WHERE seen_at > now() - make_interval(secs => ${silenceSeconds})`)
    const worker = rows[0] as { queue: boolean | null; mail: boolean | null } | undefined
    const part = (value: boolean | null | undefined) =>
      value === null || value === undefined ? 'no worker is running' : value ? 'ok' : 'unreachable'
    return { database: 'ok', queue: part(worker?.queue), mail: part(worker?.mail) }
  } catch {
    return { database: 'unreachable', queue: 'unknown', mail: 'unknown' }
  }
}
