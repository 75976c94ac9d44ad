import { createPostgresBackend, Queue, withBackend, Worker, type Processor } from 'bullmq'
import { Redis } from 'ioredis'
import type { CrmEnvironment } from '../src/config/environment.js'

/** A chunk of mails; the rows say everything else, so a lost queue loses nothing. */
export interface MailJob {
  ids: (string | number)[]
}

const queueName = 'mozaikoo-crm-mails'
const jobOptions = { removeOnComplete: true, removeOnFail: true, attempts: 1 }

/** The queue between relay and workers: on Redis when there is one, on the application's PostgreSQL otherwise. */
export interface MailQueue {
  add(kind: string, job: MailJob, priority: number): Promise<void>
  process(handler: (job: MailJob) => Promise<void>, concurrency: number): { close(): Promise<void> }
  isReachable(): Promise<boolean>
  close(): Promise<void>
}

/** @param onError hears of lost connections; the queue reconnects by itself */
export async function createMailQueue(
  environment: Pick<CrmEnvironment, 'databaseUrl' | 'redisUrl'>,
  onError: (error: Error) => void,
): Promise<MailQueue> {
  const parts = environment.redisUrl
    ? onRedis(environment.redisUrl, onError)
    : onPostgres(environment.databaseUrl)
  const { queue } = parts
  queue.on('error', onError)
  await queue.waitUntilReady()
  return {
    async add(kind, job, priority) {
      await queue.add(kind, job, { ...jobOptions, priority })
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

type MailProcessor = Processor<MailJob, void>

function onRedis(url: string, onError: (error: Error) => void) {
  const connect = () => {
    const redis = new Redis(url, { maxRetriesPerRequest: null })
    redis.on('error', onError)
    return redis
  }
  const connection = connect()
  const blocking: Redis[] = []
  return {
    queue: new Queue<MailJob, void>(queueName, { connection }),
    createWorker(processor: MailProcessor, concurrency: number) {
      const own = connect()
      blocking.push(own)
      return new Worker<MailJob, void>(queueName, processor, { connection: own, concurrency })
    },
    async close() {
      await Promise.all(
        [connection, ...blocking].map((redis) => redis.quit().catch(() => redis.disconnect())),
      )
    },
  }
}

function onPostgres(connectionString: string) {
  const connection = { connectionString, max: 4, migrate: true }
  const backend = withBackend(createPostgresBackend)
  return {
    queue: new backend.Queue<MailJob, void>(queueName, { connection }),
    createWorker: (processor: MailProcessor, concurrency: number) =>
      new backend.Worker<MailJob, void>(queueName, processor, { connection, concurrency }),
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
