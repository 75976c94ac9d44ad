import { createPostgresBackend, Queue, withBackend, Worker, type Processor } from 'bullmq'
import { Redis } from 'ioredis'
import type { CrmEnvironment } from '../src/config/environment.js'

/** A chunk of mails; the rows say everything else, so a lost queue loses nothing. */
export interface MailJob {
  ids: (string | number)[]
}

/** A turn at a newsletter: whoever takes it works on its rows for a while. */
export interface NewsletterJob {
  newsletter: string | number
}

/** Newsletters stand in a line of their own, so a mail to one person never waits behind a million. */
export const queueNames = { mails: 'mozaikoo-crm-mails', newsletters: 'mozaikoo-crm-newsletters' }

const jobOptions = { removeOnComplete: true, removeOnFail: true, attempts: 1 }

/** The queue between relay and workers: on Redis when there is one, on the application's PostgreSQL otherwise. */
export interface MailQueue<Job> {
  add(kind: string, job: Job, priority?: number): Promise<void>
  /** How many jobs wait for a worker. */
  waiting(): Promise<number>
  process(handler: (job: Job) => Promise<void>, concurrency: number): { close(): Promise<void> }
  isReachable(): Promise<boolean>
  close(): Promise<void>
}

/** @param onError hears of lost connections; the queue reconnects by itself */
export async function createMailQueue<Job extends object>(
  queueName: string,
  environment: Pick<CrmEnvironment, 'databaseUrl' | 'redisUrl'>,
  onError: (error: Error) => void,
): Promise<MailQueue<Job>> {
  const parts = environment.redisUrl
    ? onRedis<Job>(queueName, environment.redisUrl, onError)
    : onPostgres<Job>(queueName, environment.databaseUrl)
  const { queue } = parts
  queue.on('error', onError)
  await queue.waitUntilReady()
  return {
    async add(kind, job, priority) {
      const options = priority === undefined ? jobOptions : { ...jobOptions, priority }
      await (queue as Queue).add(kind, job, options)
    },
    async waiting() {
      const counts = await queue.getJobCounts('waiting', 'prioritized')
      return Object.values(counts).reduce((sum, count) => sum + count, 0)
    },
    process(handler, concurrency) {
      const worker = parts.createWorker((job) => handler(job.data), concurrency)
      worker.on('error', onError)
      return { close: () => worker.close() }
    },
    async isReachable() {
      try {
        await within(3000, queue.getJobCounts('waiting'))
        return true
      } catch {
        return false
      }
    },
    async close() {
      await queue.close()
      await parts.close()
    },
  }
}

function onRedis<Job>(queueName: string, url: string, onError: (error: Error) => void) {
  const connect = () => {
    const redis = new Redis(url, { maxRetriesPerRequest: null })
    redis.on('error', onError)
    return redis
  }
  const connection = connect()
  const blocking: Redis[] = []
  return {
    queue: new Queue<Job, void>(queueName, { connection }),
    createWorker(processor: Processor<Job, void>, concurrency: number) {
      const own = connect()
      blocking.push(own)
      return new Worker<Job, void>(queueName, processor, { connection: own, concurrency })
    },
    async close() {
      await Promise.all(
        [connection, ...blocking].map((redis) => redis.quit().catch(() => redis.disconnect())),
      )
    },
  }
}

function onPostgres<Job>(queueName: string, connectionString: string) {
  const connection = { connectionString, max: 4, migrate: true }
  const backend = withBackend(createPostgresBackend)
  return {
    queue: new backend.Queue<Job, void>(queueName, { connection }),
    createWorker: (processor: Processor<Job, void>, concurrency: number) =>
      new backend.Worker<Job, void>(queueName, processor, { connection, concurrency }),
    close: () => Promise.resolve(),
  }
}

function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), milliseconds)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
