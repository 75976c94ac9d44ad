import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawn, spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { freePort } from '../scripts/freePort.js'
import { dev, hostEnvironment, nextCli, root, runScript } from '../scripts/host.js'
import { startPostgres } from '../scripts/postgres.js'

/** Beside the example host, so that everything in it resolves as it does there. */
const copy = path.join(root, '.bench-host')

/**
 * The production build of the example host with the plain orders beside the plugin's, on a database of its own.
 * Nothing is left behind.
 */
export async function startPlainHost() {
  copyHost()
  const folder = mkdtempSync(path.join(tmpdir(), 'mozaikoo-crm-bench-'))
  chmodSync(folder, 0o755)
  const postgres = await startPostgres(folder, await freePort(), false)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = {
    ...process.env,
    ...hostEnvironment({ databaseUrl: postgres.url(), serverUrl: url }),
    PAYLOAD_CONFIG_PATH: path.join(copy, 'payload.config.ts'),
    NODE_ENV: 'production' as const,
  }
  const run = (args: string[], cwd: string) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${args.join(' ')} failed.\n${stdout}\n${stderr}`)
  }
  console.log('Building the host for production')
  run([nextCli, 'build'], copy)
  run(runScript('migrate.ts'), root)
  await createPlainTables(postgres.url())
  const server = spawn(process.execPath, [nextCli, 'start', '-p', String(port)], {
    cwd: copy,
    env,
    stdio: 'ignore',
  })
  const deadline = Date.now() + 120_000
  while (!(await fetch(`${url}/api/crm/openapi.json`).catch(() => null))?.ok) {
    if (Date.now() > deadline) throw new Error('The host did not become ready.')
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  return {
    api: `${url}/api`,
    async close() {
      const gone = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await gone
      await postgres.stop()
      for (const at of [folder, copy]) rmSync(at, { recursive: true, force: true })
    },
  }
}

function copyHost(): void {
  rmSync(copy, { recursive: true, force: true })
  cpSync(dev, copy, { recursive: true, filter: (source) => path.basename(source) !== '.next' })
  const file = path.join(copy, 'payload.config.ts')
  const source = readFileSync(file, 'utf8')
  const end = '\n  ],\n  telemetry:'
  if (!source.includes(end)) throw new Error('The config of the example host does not end as it used to.')
  const plain = `import { addPlainOrders } from '../bench/plainOrders.ts'\n`
  writeFileSync(file, plain + source.replace(end, `\n    addPlainOrders,${end}`))
}

/** The tables of the orders once more, with all their indexes. */
async function createPlainTables(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  for (const table of ['orders', 'orders_lines', 'orders_totals_taxes'])
    await client.query(`CREATE TABLE plain_${table} (LIKE ${table} INCLUDING ALL)`)
  for (const table of ['orders_lines', 'orders_totals_taxes'])
    await client.query(
      `ALTER TABLE plain_${table} ADD FOREIGN KEY (_parent_id) REFERENCES plain_orders (id) ON DELETE CASCADE`,
    )
  for (const [column, target] of [
    ['customer_id', 'customers'],
    ['ordered_by_id', 'accounts'],
  ])
    await client.query(`ALTER TABLE plain_orders ADD FOREIGN KEY (${column}) REFERENCES ${target} (id)`)
  await client.end()
}
