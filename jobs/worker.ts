import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { readEnvironment } from '../src/config/environment.js'
import { crmOf } from '../src/config/resolve.js'
import { withoutValues } from '../src/database/withoutValues.js'
import { withDkim } from '../src/mail/dkim.js'
import { createLedger } from '../src/mail/ledger.js'
import { createCampaignLedger } from '../src/mail/newsletter/campaignLedger.js'
import { createSendingLimits } from '../src/mail/newsletter/sendingLimits.js'
import { createFailOverTransport } from '../src/mail/smtp/failOver.js'
import { readBounceMailbox } from './bounces/readMailbox.js'
import { deliverMails } from './deliver.js'
import { startHeartbeat } from './heartbeat.js'
import { newsletterHandler } from './newsletter/handle.js'
import { startConductor } from './newsletter/conductor.js'
import { Connections } from './newsletter/connections.js'
import { createMailQueue, queueNames, type MailJob, type NewsletterJob } from './queue.js'
import { startRelay } from './relay/relay.js'
import { startWebhooks } from './webhooks/deliverWebhooks.js'
import { repeat } from './repeat.js'
import { purgeSubscriptions } from './subscriptions/purge.js'

const concurrency = 4
const purgeSeconds = 600
const bounceSeconds = 60
/** How many newsletters a worker is at, at once. */
const turnsAtOnce = 4

export interface CrmWorker {
  /** Finishes the mails in hand, then lets go of queue, mail server and database listener. */
  close(): Promise<void>
}

/**
 * Starts the worker: relay, deliveries and heartbeat, in this process. Several may run, on several machines.
 *
 * @throws Error with one sentence when the environment is incomplete
 */
export async function createCrmWorker(payload: Payload): Promise<CrmWorker> {
  const environment = readEnvironment()
  const crm = crmOf(payload)
  if (!crm.enabled)
    throw new Error('mozaikoo-crm: the plugin is switched off (enabled: false), there is nothing to do.')
  const onError = (given: Error) => {
    const error = withoutValues(given)
    payload.logger.warn({ msg: `mozaikoo-crm worker: ${error.message || error.name}` })
  }

  // A connection that breaks is no reason to end: whoever used it hears of it, and the pool opens another one.
  const { pool } = payload.db as unknown as PostgresAdapter
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  const lease = randomUUID()
  const ledger = createLedger(payload, crm)
  const transport = withDkim(createFailOverTransport(environment.smtpUrls), crm.dkim)
  const queue = await createMailQueue<MailJob>(queueNames.mails, environment, onError)
  const inHand = new Set<string | number>()
  const { mailFrom } = environment
  const limits = createSendingLimits(payload, crm)
  const delivery = { payload, crm, ledger, limits, transport, lease, mailFrom, inHand }
  const processing = queue.process((job) => deliverMails(delivery, job), concurrency)

  let stopping = false
  const campaignLedger = createCampaignLedger(payload, crm)
  const bulkTransport = withDkim(
    createFailOverTransport(environment.smtpUrls, crm.delivery.connections),
    crm.dkim,
  )
  const turns = await createMailQueue<NewsletterJob>(queueNames.newsletters, environment, onError)
  const conductor = startConductor({ payload, crm, ledger: campaignLedger, queue: turns, onError })
  const bulk = {
    ...delivery,
    ledger: campaignLedger,
    transport: bulkTransport,
    connections: new Connections(crm.delivery.connections),
    isAlone: conductor.isAlone,
    isStopping: () => stopping,
    onError,
  }
  const delivering = turns.process(newsletterHandler(bulk, turns, conductor.wake), turnsAtOnce)

  const relay = startRelay({
    databaseUrl: environment.databaseUrl,
    ledger,
    queue,
    sweepSeconds: crm.delivery.sweepSeconds,
    onNotify: conductor.wake,
    onError,
  })
  const webhooks = startWebhooks(payload, crm, onError)
  const heartbeat = startHeartbeat({ payload, crm, queue, transport, lease }, onError)
  const renewal = setInterval(
    () => void ledger.renew(lease, [...inHand]).catch(onError),
    (crm.delivery.leaseSeconds * 1000) / 4,
  )
  const { bounceImapUrl } = environment
  const repeated = [
    repeat(purgeSeconds, () => purgeSubscriptions(payload, crm), onError),
    ...(bounceImapUrl
      ? [repeat(bounceSeconds, () => readBounceMailbox(payload, crm, bounceImapUrl), onError)]
      : []),
  ]

  return {
    async close() {
      stopping = true
      await Promise.all(repeated.map((task) => task.close()))
      await relay.close()
      await webhooks.close()
      await conductor.close()
      await Promise.all([processing.close(), delivering.close()])
      clearInterval(renewal)
      await heartbeat.close()
      transport.close()
      bulkTransport.close()
      await Promise.all([queue.close(), turns.close()])
    },
  }
}
