import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Redis } from 'ioredis'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '../../scripts/freePort.js'
import { hostEnvironment, root, runScript } from '../../scripts/host.js'
import { startPostgres } from '../../scripts/postgres.js'
import { startRedis } from '../../scripts/redis.js'
import { richText, statusOf, subscribe } from '../support/campaign.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { startStormyServer } from '../support/stormyServer.js'
import { hireWorker, type WorkerProcess } from '../support/workerProcess.js'

/** Small by default; `npm run faults` makes it 20,000 recipients and 24 kills. */
const recipients = Number(process.env.FAULTS_RECIPIENTS ?? 600)
const kills = Number(process.env.FAULTS_KILLS ?? 4)
const minutes = recipients > 1000 ? 40 : 5
/** What a worker may have on the way at once; the default of the option `delivery.connections`. */
const connections = 20
const seed = Number(process.env.FAULTS_SEED ?? 20261124)

const running: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const stop of running.splice(0).reverse()) await stop()
})

/** A database and a queue of its own, because they are ended and started again. */
async function startGround(onRedis: boolean) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mozaikoo-crm-faults-'))
  chmodSync(folder, 0o755)
  running.push(() => rmSync(folder, { recursive: true, force: true }))
  const port = await freePort()
  let postgres = await startPostgres(folder, port, false)
  running.push(() => postgres.stop())
  const databaseUrl = postgres.url()
  const env = { ...process.env, ...hostEnvironment({ databaseUrl }) }
  const migrated = spawnSync(process.execPath, runScript('migrate.ts'), { cwd: root, env, encoding: 'utf8' })
  if (migrated.status !== 0) throw new Error(migrated.stdout + migrated.stderr)
  const redis = onRedis ? await startRedis(await freePort()) : null
  if (redis) running.push(() => redis.stop())
  return {
    databaseUrl,
    redisUrl: redis?.url,
    async restartDatabase() {
      await postgres.stop()
      postgres = await startPostgres(folder, port, false)
    },
    async loseQueue() {
      if (redis) {
        const client = new Redis(redis.url)
        await client.flushall()
        await client.quit()
      } else await query(databaseUrl, 'TRUNCATE bullmq.job CASCADE').catch(() => undefined)
    },
  }
}

describe.each([
  ['Redis', true],
  ['PostgreSQL', false],
])('a newsletter in a storm, queues on %s', (_, onRedis) => {
  it(
    `reaches ${recipients} people: nobody is lost, nobody gets it twice, ${kills} workers killed`,
    { timeout: minutes * 60_000 },
    async () => {
      const weather = { refuse451: 0.05, refuse550: 0.02, breakBefore: 0.01, breakAfter: 0.005 }
      const latency: [number, number] = recipients > 1000 ? [1, 40] : [20, 400]
      const smtp = await startStormyServer({ ...weather, latency }, seed)
      running.push(() => smtp.close())
      const ground = await startGround(onRedis)
      const { databaseUrl, redisUrl } = ground
      await subscribe(databaseUrl, recipients)
      const content = JSON.stringify(richText('{{formalGreeting}}', 'Hallo {{firstName|Freunde}}!'))
      const [newsletter] = await query<{ id: number }>(
        databaseUrl,
        `INSERT INTO newsletters (name, subject, content, status, run_started_at)
         VALUES ('Sturm', 'Sturm', $1, 'preparing', now()) RETURNING id`,
        [content],
      )
      const id = newsletter?.id ?? 0

      const workers = new Set<WorkerProcess>()
      const hire = async () =>
        workers.add(await hireWorker({ databaseUrl, smtpUrl: smtp.url, ...(redisUrl ? { redisUrl } : {}) }))
      running.push(async () => {
        for (const worker of workers) await worker.kill()
      })
      await Promise.all([hire(), hire()])
      const patience = minutes * 60_000

      for (let kill = 1; kill <= kills; kill += 1) {
        const mark = Math.floor((recipients * kill) / (kills + 2))
        await eventually(() => smtp.attempts >= mark, patience)
        const [victim] = workers
        if (victim) workers.delete(victim)
        await victim?.kill()
        if (kill % 3 === 1) await ground.loseQueue()
        if (kill % 3 === 2) await ground.restartDatabase()
        if (kill % 3 === 0)
          await query(
            databaseUrl,
            'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()',
          ).catch(() => undefined)
        await hire()
      }
      // The last restart may still be going on.
      const ended = () => statusOf(databaseUrl, id).catch(() => null)
      await eventually(async () => (await ended()) === 'sent', patience)

      const rows = await query<{
        state: string
        cause: string | null
        message_id: string
        subscriber_id: number
      }>(databaseUrl, 'SELECT state, cause, message_id, subscriber_id FROM mails WHERE newsletter_id = $1', [
        id,
      ])
      const count = (state: string) => rows.filter((row) => row.state === state).length
      const doubtful = (cause: string) =>
        rows.filter((row) => row.state === 'unknown' && row.cause === cause).length
      const lost = rows.filter(
        (row) => smtp.accepted.has(row.message_id) && !['sent', 'unknown'].includes(row.state),
      )
      const twice = [...smtp.accepted.values()].filter((times) => times > 1)
      const invented = rows.filter((row) => row.state === 'sent' && !smtp.accepted.has(row.message_id))
      const summary = {
        sent: count('sent'),
        failed: count('failed'),
        unknown: count('unknown'),
        workerStopped: doubtful('workerStopped'),
        lineBroken: doubtful('lineBroken'),
        accepted: smtp.accepted.size,
        broken: smtp.broken,
      }
      console.log(`${recipients} recipients, ${kills} kills: ${JSON.stringify(summary)}`)
      expect(rows).toHaveLength(recipients)
      expect(new Set(rows.map((row) => row.subscriber_id)).size).toBe(recipients)
      expect(summary.sent + summary.failed + summary.unknown).toBe(recipients)
      expect(lost).toEqual([])
      expect(twice).toEqual([])
      expect(invented).toEqual([])
      expect(summary.failed).toBe(
        rows.filter((row) => smtp.refused.has(row.message_id) && row.state === 'failed').length,
      )
      expect(summary.workerStopped + summary.lineBroken).toBe(summary.unknown)
      expect(summary.workerStopped).toBeLessThanOrEqual(kills * connections)
      expect(summary.lineBroken).toBeLessThanOrEqual(smtp.broken)
    },
  )
})
