import { fork, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '../scripts/freePort.js'
import { hostEnvironment, nodeArguments, root, runScript } from '../scripts/host.js'
import { startPostgres } from '../scripts/postgres.js'
import { startRedis } from '../scripts/redis.js'
import { richText, subscribe } from '../test/support/campaign.js'
import { query } from '../test/support/database.js'
import { hireWorker, type WorkerProcess } from '../test/support/workerProcess.js'
import { bareLoop } from './bareLoop.js'
import { jobPerMail } from './jobPerMail.js'

/** About 12 kB of HTML. */
const paragraphs = Array.from(
  { length: 70 },
  (_, i) => `{{firstName|Freunde}} ${i}: ${'Der Frühling ist da. '.repeat(7)}`,
)

/** What a worker needs at more recipients is compared with what it needs at so many. */
const usual = 20_000

interface Result {
  name: string
  mails: number
  seconds: number
  notes: string
  /** What the half of the mails after the first two fifths took: a worker has warmed up by then, and none is at its end. */
  warm?: number
}

/**
 * Newsletters: (a) a bare pooled nodemailer loop, (b) ours from *send* to the last row settled, on both queues, (c) one job
 * and one write a mail. Everything in one run on one machine, against a mail server that only counts. With more than
 * 20,000 recipients, the memory of a worker is compared with what it takes at 20,000.
 */
export async function run(recipients = Number(process.argv[3] ?? usual)): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mozaikoo-crm-bench-'))
  chmodSync(folder, 0o755)
  // First what a machine may lack: nothing is left running then.
  const redis = await startRedis(await freePort())
  const postgres = await startPostgres(folder, await freePort(), false)
  const sink = await startSink(0)
  const slowSink = await startSink(50)
  const databaseUrl = postgres.url()
  const results: Result[] = []
  try {
    const env = hostEnvironment({ databaseUrl, smtpUrl: sink.url, redisUrl: redis.url })
    migrate(env)
    await subscribe(databaseUrl, recipients)
    await query(databaseUrl, 'ANALYZE')

    const bare = Math.min(recipients, usual)
    note(results, {
      name: '(a) bare nodemailer loop',
      mails: bare,
      seconds: await bareLoop(sink.url, bare, paragraphs),
      notes: '',
    })
    for (const [name, redisUrl] of [
      ['(b) ours, queue on Redis', redis.url],
      ['(b) ours, queue on PostgreSQL', undefined],
    ] as const) {
      const peaks: number[] = []
      for (const mails of recipients > usual ? [usual, recipients] : [recipients]) {
        await mayGet(databaseUrl, mails)
        const { memory, ...measured } = await ours(databaseUrl, sink.url, redisUrl, 1)
        note(results, { name, mails, ...measured })
        peaks.push(...memory)
      }
      const [one = NaN, more] = peaks
      if (more) console.log(`${''.padEnd(32)}memory ${(more / one).toFixed(2)} × that at ${usual} mails`)
    }
    const frozen = await freezingAlone(databaseUrl, redis.url)
    console.log(`${''.padEnd(32)}freezing alone ${Math.round(frozen).toLocaleString('en')} recipients/s`)

    const few = Math.min(recipients, 2000)
    Object.assign(process.env, env)
    note(results, {
      name: '(c) a job and an update each',
      mails: few,
      seconds: await jobPerMail(redis.url, sink.url, few, paragraphs),
      notes: '',
    })

    await mayGet(databaseUrl, bare)
    for (const workers of [1, 2]) {
      const { memory: _, ...measured } = await ours(databaseUrl, slowSink.url, redis.url, workers)
      const name = `(b) ${workers} worker${workers > 1 ? 's' : ''}, 50 ms a mail`
      note(results, { name, mails: bare, ...measured })
    }
    report(results)
  } finally {
    sink.process.disconnect()
    slowSink.process.disconnect()
    await redis.stop()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param latency milliseconds the server takes for a mail */
async function startSink(latency: number): Promise<{ url: string; process: ChildProcess }> {
  const child = fork(path.join(root, 'bench', 'countingSink.ts'), [String(latency)], {
    execArgv: nodeArguments,
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port))
    child.once('exit', () => reject(new Error('The counting mail server did not start.')))
  })
  return { url: `smtp://127.0.0.1:${port}`, process: child }
}

/** Lets the first so many subscribers get a newsletter, and nobody else. */
async function mayGet(databaseUrl: string, subscribers: number): Promise<void> {
  await query(
    databaseUrl,
    `UPDATE subscribers SET status = (CASE WHEN id <= $1 THEN 'confirmed' ELSE 'pending' END)::enum_subscribers_status
     WHERE (status = 'confirmed') <> (id <= $1)`,
    [subscribers],
  )
  await query(databaseUrl, 'VACUUM ANALYZE subscribers')
}

function migrate(env: Record<string, string>): void {
  const { status, stderr, stdout } = spawnSync(process.execPath, runScript('migrate.ts'), {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (status !== 0) throw new Error(stdout + stderr)
}

async function ours(databaseUrl: string, smtpUrl: string, redisUrl: string | undefined, count: number) {
  await query(databaseUrl, 'TRUNCATE mails CASCADE')
  const workers: WorkerProcess[] = []
  for (let i = 0; i < count; i += 1)
    workers.push(await hireWorker({ databaseUrl, smtpUrl, ...(redisUrl ? { redisUrl } : {}) }))
  const id = await startNewsletter(databaseUrl)
  await until(databaseUrl, id, `status = 'sent'`)
  const [times] = await query<{ first: number; frozen: number; last: number; mails: number; warm: number }>(
    databaseUrl,
    `SELECT extract(epoch FROM min(m.sent_at) - n.run_started_at)::float8 AS first,
       extract(epoch FROM max(m.sent_at) - n.run_started_at)::float8 AS last, count(*)::int AS mails,
       extract(epoch FROM n.run_frozen_at - n.run_started_at)::float8 AS frozen,
       extract(epoch FROM percentile_disc(0.9) WITHIN GROUP (ORDER BY m.sent_at)
         - percentile_disc(0.4) WITHIN GROUP (ORDER BY m.sent_at))::float8 AS warm
     FROM newsletters n JOIN mails m ON m.newsletter_id = n.id WHERE n.id = $1 GROUP BY n.id`,
    [id],
  )
  const memory = workers.map((worker) => peakMemory(worker.process.pid ?? 0))
  for (const worker of workers) await worker.stop()
  const { first = NaN, frozen = NaN, last = NaN, mails = 0, warm = NaN } = times ?? {}
  const rate = Math.round(mails / frozen).toLocaleString('en')
  return {
    seconds: last,
    warm,
    memory,
    notes: `first mail ${first.toFixed(2)} s, frozen ${rate}/s beside sending, peak ${memory.join(' + ')} MB`,
  }
}

/** How many recipients a second are written down while no mail server answers, so that nothing else goes on. */
async function freezingAlone(databaseUrl: string, redisUrl: string): Promise<number> {
  await query(databaseUrl, 'TRUNCATE mails CASCADE')
  const nobody = `smtp://127.0.0.1:${await freePort()}`
  const worker = await hireWorker({ databaseUrl, smtpUrl: nobody, redisUrl })
  const id = await startNewsletter(databaseUrl)
  await until(databaseUrl, id, 'run_frozen_at IS NOT NULL')
  const [row] = await query<{ rate: number }>(
    databaseUrl,
    `UPDATE newsletters SET status = 'cancelled' WHERE id = $1 RETURNING
       progress_recipients / extract(epoch FROM run_frozen_at - run_started_at)::float8 AS rate`,
    [id],
  )
  await worker.stop()
  return row?.rate ?? NaN
}

/** As *send* does, at this moment. */
async function startNewsletter(databaseUrl: string): Promise<number> {
  const [row] = await query<{ id: number }>(
    databaseUrl,
    `INSERT INTO newsletters (name, subject, content, status, run_started_at)
     VALUES ('Bench', 'Für {{firstName|Sie}}', $1, 'preparing', clock_timestamp()) RETURNING id`,
    [JSON.stringify(richText(...paragraphs))],
  )
  await query(databaseUrl, `SELECT pg_notify('mozaikoo_crm_mails', '')`)
  return row?.id ?? NaN
}

async function until(databaseUrl: string, newsletter: number, condition: string): Promise<void> {
  const text = `SELECT 1 FROM newsletters WHERE id = $1 AND ${condition}`
  while ((await query(databaseUrl, text, [newsletter])).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 250))
}

/** Megabytes; the worker is the child of the process that was started. */
function peakMemory(pid: number): number {
  const child = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]
  const status = readFileSync(`/proc/${child}/status`, 'utf8')
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}

function report(results: Result[]): void {
  const [one, two] = results.slice(-2)
  if (!one || !two) return
  const whole = (one.seconds / two.seconds).toFixed(2)
  const warm = ((one.warm ?? NaN) / (two.warm ?? NaN)).toFixed(2)
  console.log(`\ntwo workers / one, 50 ms a mail: ${whole}, once they have warmed up ${warm}`)
}

/** Prints a line as soon as it is known; the first one is what the others are compared with. */
function note(results: Result[], result: Result): void {
  results.push(result)
  const base = results[0] ? results[0].mails / results[0].seconds : NaN
  const { mails, name, notes, seconds } = result
  const rate = Math.round(mails / seconds).toLocaleString('en')
  const ratio = (mails / seconds / base).toFixed(2)
  console.log(
    `${name.padEnd(32)}${String(mails).padStart(8)} mails ${rate.padStart(7)}/s, ${ratio} × (a)  ${notes}`,
  )
}
