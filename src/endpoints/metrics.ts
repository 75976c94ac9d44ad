import { createHash, timingSafeEqual } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import { Forbidden } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { tableOf } from '../database/table.js'
import { pooled } from '../database/transaction.js'
import { described } from '../openapi/describe.js'

const mediaType = 'text/plain; version=0.0.4; charset=utf-8'

/** `GET /crm/metrics`: numbers for Prometheus, for administrators and whoever has `METRICS_TOKEN` as bearer token. */
export function metricsEndpoint(crm: Crm): Endpoint {
  return described(
    {
      path: '/crm/metrics',
      method: 'get',
      handler: async (req) => {
        if (!crm.rolesOf(req.user).includes('admin') && !hasToken(req)) throw new Forbidden(req.t)
        return new Response(await metrics(req, crm), {
          headers: { 'Content-Type': mediaType, 'Cache-Control': 'no-store' },
        })
      },
    },
    { operationId: 'crm.metrics', summary: 'api:metrics', answers: { 200: { mediaType: 'text/plain' } } },
  )
}

/** Digests are compared, as they have one length; and without a token in the environment none is right. */
function hasToken(req: PayloadRequest): boolean {
  const expected = process.env.METRICS_TOKEN?.trim()
  const given = /^Bearer (.+)$/.exec(req.headers.get('Authorization') ?? '')?.[1]
  if (!expected || !given) return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

interface Sample {
  labels: Record<string, string>
  value: number
}

async function metrics(req: PayloadRequest, crm: Crm): Promise<string> {
  const database = pooled(req.payload)
  const query = async (text: ReturnType<typeof sql>) =>
    (await database.execute(text)).rows as Record<string, string>[]
  const mails = tableOf(req.payload, crm.slugs.mails)
  const deliveries = tableOf(req.payload, crm.slugs.webhookDeliveries)
  const age = sql`coalesce(extract(epoch FROM now() - min(created_at)), 0)`
  const waiting = sql`state IN ('queued', 'deferred', 'sending')`
  const byState = await query(
    sql`SELECT kind, state, count(*) AS n FROM ${mails} GROUP BY kind, state ORDER BY 1, 2`,
  )
  const mailAge = await query(
    sql`SELECT kind, ${age} AS n FROM ${mails} WHERE ${waiting} GROUP BY kind ORDER BY 1`,
  )
  const workers = await query(sql`
    SELECT count(*) AS n, count(*) FILTER (WHERE queue = 'ok') AS queue, count(*) FILTER (WHERE mail = 'ok') AS mail
    FROM ${tableOf(req.payload, crm.slugs.workers)} WHERE seen_at > now() - interval '20 seconds'`)
  const hooks = await query(sql`SELECT state, count(*) AS n FROM ${deliveries} GROUP BY state ORDER BY 1`)
  const hookAge = await query(sql`SELECT ${age} AS n FROM ${deliveries} WHERE ${waiting}`)

  const samples = (rows: Record<string, string>[], ...names: string[]): Sample[] =>
    rows.map((row) => ({
      labels: Object.fromEntries(names.map((name) => [name, row[name] ?? ''])),
      value: Number(row.n),
    }))
  const worker = workers[0] ?? {}
  return [
    family('mozaikoo_crm_mails', 'Mails in the ledger by kind and state.', samples(byState, 'kind', 'state')),
    family(
      'mozaikoo_crm_mails_oldest_seconds',
      'Age of the oldest mail that still waits.',
      samples(mailAge, 'kind'),
    ),
    family('mozaikoo_crm_workers', 'Workers that were alive within the last 20 seconds.', samples(workers)),
    family('mozaikoo_crm_workers_reaching', 'Workers that reach the queue and a mail server.', [
      { labels: { part: 'queue' }, value: Number(worker.queue ?? 0) },
      { labels: { part: 'mail' }, value: Number(worker.mail ?? 0) },
    ]),
    family('mozaikoo_crm_webhook_deliveries', 'Webhook deliveries by state.', samples(hooks, 'state')),
    family(
      'mozaikoo_crm_webhook_oldest_seconds',
      'Age of the oldest delivery that still waits.',
      samples(hookAge),
    ),
  ].join('')
}

/** The text format of Prometheus; all of them are gauges, as rows may be deleted. */
function family(name: string, help: string, samples: readonly Sample[]): string {
  const lines = samples.map(({ labels, value }) => {
    const pairs = Object.entries(labels).map(
      ([label, text]) => `${label}="${text.replace(/["\\\n]/g, '\\$&')}"`,
    )
    return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}\n`
  })
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('')}`
}
