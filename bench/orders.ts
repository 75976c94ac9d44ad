import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { postgresAdapter, type PostgresAdapter } from '@payloadcms/db-postgres'
import { mozaikooCrm } from 'mozaikoo-crm'
import { buildConfig, getPayload, type Payload } from 'payload'
import { freePort } from '../scripts/freePort.js'
import { hostEnvironment } from '../scripts/host.js'
import { startPostgres } from '../scripts/postgres.js'
import { addPlainOrders, plainSlug } from './plainOrders.js'

const lineCount = 20
const batchSize = 5
const slugs = ['orders', plainSlug] as const
type Slug = (typeof slugs)[number]
type Operation = 'create' | 'update'
type Document = Record<string, unknown> & { id: number; lines: Record<string, unknown>[] }

let statements = 0

/** Writes of orders with and without the plugin's hooks, measured side by side in one process on one database. */
export async function run(rounds = Number(process.env.BENCH_ROUNDS ?? 150)): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mozaikoo-crm-bench-'))
  chmodSync(folder, 0o755)
  const postgres = await startPostgres(folder, await freePort(), false)
  try {
    const payload = await startPayload(postgres.url())
    try {
      report(await measure(payload, rounds), rounds)
    } finally {
      await payload.destroy()
    }
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startPayload(databaseUrl: string): Promise<Payload> {
  Object.assign(process.env, hostEnvironment({ databaseUrl }), { PAYLOAD_LOG_LEVEL: 'error' })
  const config = buildConfig({
    secret: process.env.PAYLOAD_SECRET ?? '',
    telemetry: false,
    typescript: { autoGenerate: false },
    db: postgresAdapter({
      pool: { connectionString: databaseUrl },
      push: true,
      logger: { logQuery: () => void (statements += 1) },
    }),
    collections: [{ slug: 'users', auth: true, fields: [] }],
    plugins: [mozaikooCrm(), addPlainOrders],
  })
  const payload = await getPayload({ config })
  // Payload leaves its pool open; the end of the database must not end the bench.
  const { pool } = payload.db as unknown as PostgresAdapter
  pool.on('error', () => undefined)
  return payload
}

async function measure(payload: Payload, rounds: number) {
  const times: Record<Operation, Record<Slug, number[]>> = {
    create: { orders: [], [plainSlug]: [] },
    update: { orders: [], [plainSlug]: [] },
  }
  const sqlCount: Record<Operation, Record<Slug, number>> = {
    create: { orders: 0, [plainSlug]: 0 },
    update: { orders: 0, [plainSlug]: 0 },
  }
  const order = await seed(payload)
  const rest = await payload.create({ collection: 'orders', data: order(0), depth: 0 })
  // What the plugin computes, the plain collection is given: both write the same rows.
  const computed = rest as unknown as Document
  const fullOrder = (index: number) => {
    const { id: _, createdAt, updatedAt, ...data } = computed
    void [createdAt, updatedAt]
    const lines = computed.lines.map(({ id: __, ...line }) => line)
    return { ...data, name: `Order ${index}`, lines, totals: withoutIds(computed.totals) }
  }

  const once = async (operation: Operation, slug: Slug, index: number, existing?: Document) => {
    const data = existing ? changed(existing, index) : slug === 'orders' ? order(index) : fullOrder(index)
    const before = statements
    const started = performance.now()
    const doc = existing
      ? await payload.update({ collection: slug, id: existing.id, data, depth: 0 })
      : await payload.create({ collection: slug, data, depth: 0 })
    times[operation][slug].push(performance.now() - started)
    sqlCount[operation][slug] = statements - before
    return doc as unknown as Document
  }

  const warmUp = Math.ceil(40 / batchSize)
  const batches = Math.ceil(rounds / batchSize)
  for (let batch = 0; batch < warmUp + batches; batch += 1) {
    if (batch === warmUp) for (const slug of slugs) times.create[slug].length = times.update[slug].length = 0
    // Who comes first changes with every batch.
    for (const slug of batch % 2 === 0 ? slugs : [...slugs].reverse()) {
      const created: Document[] = []
      for (let i = 0; i < batchSize; i += 1) created.push(await once('create', slug, batch * batchSize + i))
      for (const [i, doc] of created.entries()) await once('update', slug, batch * batchSize + i, doc)
    }
  }
  return { times, sqlCount }
}

async function seed(payload: Payload) {
  const company = { company: 'Bench AG', email: 'bench@mozaikoo.test' }
  const customer = (await payload.create({ collection: 'customers', data: company })).id
  const products: (string | number)[] = []
  for (let i = 0; i < lineCount; i += 1) {
    const data = {
      name: `Product ${i}`,
      sku: `B-${i}`,
      price: 100 + i * 37,
      unit: 'kg',
      taxRate: i % 3 ? 19 : 7,
    }
    products.push((await payload.create({ collection: 'products', data })).id)
  }
  return (index: number) => ({
    customer,
    name: `Order ${index}`,
    discount: { type: 'percent', percent: 5 },
    lines: products.map((product, line) => ({ product, quantity: 1 + (line % 7) + 0.5 })),
  })
}

/** A form that is saved: everything it holds, with other quantities. */
function changed(doc: Document, index: number) {
  const lines = doc.lines.map((line) => ({ ...line, quantity: 2 + (index % 5) }))
  const { id: _, createdAt, updatedAt, ...data } = doc
  void [createdAt, updatedAt]
  return { ...data, description: `Change ${index}`, lines }
}

function withoutIds(totals: unknown) {
  const { taxes, ...sums } = totals as { taxes: { id?: string }[] }
  return { ...sums, taxes: taxes.map(({ id: _, ...share }) => share) }
}

const median = (values: number[]) => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

function report({ times, sqlCount }: Awaited<ReturnType<typeof measure>>, rounds: number): void {
  console.log(
    `\nOrders with ${lineCount} lines, ${rounds} writes each, Local API, depth 0 (median ms, SQL statements)\n`,
  )
  const row = (...cells: string[]) => console.log(cells.map((text) => text.padStart(12)).join(''))
  row('', 'plugin', 'plain', 'SQL plugin', 'SQL plain')
  const ratios = (['create', 'update'] as const).map((operation) => {
    const [plugin, plain] = slugs.map((slug) => median(times[operation][slug])) as [number, number]
    const counts = slugs.map((slug) => String(sqlCount[operation][slug]))
    row(operation, plugin.toFixed(2), plain.toFixed(2), ...counts)
    return `${operation} ${(plugin / plain).toFixed(2)}`
  })
  console.log(`\nratio ${ratios.join('  ')}`)
}
