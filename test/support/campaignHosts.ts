import { createCrmWorker } from 'mozaikoo-crm'
import pg from 'pg'
import { afterEach } from 'vitest'
import { staff, type Client } from './client.js'
import { startHost } from './host.js'
import { startSmtpServer } from './smtpServer.js'

/** For tests of sending: a mail server, a host and workers that are there for one test each. */
export function campaignHosts() {
  const running: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const stop of running.splice(0).reverse()) await stop()
  })
  return {
    setUp: async ({
      onData,
      redisUrl,
    }: Parameters<typeof startSmtpServer>[0] & { redisUrl?: string | undefined } = {}) => {
      const smtp = await startSmtpServer(onData ? { onData } : {})
      running.push(() => smtp.close())
      const host = await startHost({ smtpUrl: smtp.url, ...(redisUrl ? { redisUrl } : {}) })
      running.push(() => host.close())
      const work = async () => {
        const worker = await createCrmWorker(host.payload)
        running.push(() => worker.close())
        return worker
      }
      const marketing: Client = await staff(host.payload, host.api, 'marketing')
      /** Somebody else in the database, who may hold on to something. */
      const connect = async () => {
        const client = new pg.Client({ connectionString: host.databaseUrl })
        await client.connect()
        running.push(() => client.end())
        return client
      }
      return { connect, host, marketing, smtp, work }
    },
  }
}
