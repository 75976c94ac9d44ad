import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort } from '../../scripts/freePort.js'
import { hostEnvironment, root, runScript } from '../../scripts/host.js'
import { startPostgres } from '../../scripts/postgres.js'
import { startRedis } from '../../scripts/redis.js'
import { query } from './database.js'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
    redisUrl: string
  }
}

/** One PostgreSQL and one Redis for all tests; each test file copies the migrated database `template` for itself. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mozaikoo-crm-test-'))
  chmodSync(folder, 0o755)
  const postgres = await startPostgres(folder, await freePort(), false)
  const redis = await startRedis(await freePort())
  const env = { ...process.env, ...hostEnvironment({ databaseUrl: postgres.url('template1') }) }
  const migrated = spawnSync(process.execPath, runScript('migrate.ts'), { cwd: root, env, encoding: 'utf8' })
  const abort = async () => {
    await redis.stop()
    await postgres.stop()
  }
  if (migrated.status !== 0) await abort()
  if (migrated.status !== 0) throw new Error(`The migrations failed.\n${migrated.stdout}\n${migrated.stderr}`)
  const [schema] = await query(postgres.url('template1'), `SELECT to_regclass('public.users') AS users`)
  if (!schema?.users) throw new Error(`The migrations made nothing.\n${migrated.stdout}\n${migrated.stderr}`)
  project.provide('postgresUrl', postgres.url('postgres'))
  project.provide('redisUrl', redis.url)
  return async () => {
    await redis.stop()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
