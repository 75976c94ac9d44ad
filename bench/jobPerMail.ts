import { performance } from 'node:perf_hooks'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { createTransport } from 'nodemailer'
import { getPayload } from 'payload'
import { query } from '../test/support/database.js'
import { handmadeMail } from './bareLoop.js'

/** What a user would write: one BullMQ job, one `sendMail` and one `payload.update` a mail. @returns seconds */
export async function jobPerMail(
  redisUrl: string,
  smtpUrl: string,
  mails: number,
  paragraphs: string[],
): Promise<number> {
  const { default: config } = await import('../dev/payload.config.js')
  const payload = await getPayload({ config })
  const rows = await query<{ id: number }>(
    process.env.DATABASE_URL ?? '',
    `INSERT INTO mails (kind, state, "to", subject, dedupe_key)
     SELECT 'newsletter', 'queued', 'person' || i || '@kunde.test', 'x', 'bench:' || i
     FROM generate_series(1, $1) AS i RETURNING id`,
    [mails],
  )
  const ids = rows.map(({ id }) => id)
  const { hostname, port } = new URL(smtpUrl)
  const transport = createTransport({
    pool: true,
    host: hostname,
    port: Number(port),
    maxConnections: 20,
    maxMessages: Infinity,
    ignoreTLS: true,
  })
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null })
  // BullMQ closes only what it has opened itself.
  const ofWorker = connection.duplicate()
  const queue = new Queue<{ index: number }>('bench-per-mail', { connection })
  const started = performance.now()
  let done = 0
  let allDone: () => void = () => undefined
  const end = new Promise<void>((resolve) => {
    allDone = resolve
  })
  const worker = new Worker<{ index: number }>(
    'bench-per-mail',
    async ({ data: { index } }) => {
      await transport.sendMail(handmadeMail(index, paragraphs))
      const data = { state: 'sent', sentAt: new Date().toISOString() }
      await payload.update({ collection: 'mails', id: ids[index] ?? 0, data: data, depth: 0 })
      done += 1
      if (done === mails) allDone()
    },
    { connection: ofWorker, concurrency: 20 },
  )
  await queue.addBulk(ids.map((_, index) => ({ name: 'mail', data: { index } })))
  await end
  const seconds = (performance.now() - started) / 1000
  await worker.close()
  await queue.close()
  connection.disconnect()
  ofWorker.disconnect()
  transport.close()
  await payload.destroy()
  return seconds
}
