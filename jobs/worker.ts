import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { readEnvironment } from '../src/config/environment.js'
import { crmOf } from '../src/config/resolve.js'
import { createLedger } from '../src/mail/ledger.js'
import { createFailOverTransport } from '../src/mail/smtp/failOver.js'
import { readBounceMailbox } from './bounces/readMailbox.js'
import { deliverMails } from './deliver.js'
import { startHeartbeat } from './heartbeat.js'
import { createMailQueue, type MailJob } from './queue.js'
import { startRelay } from './relay/relay.js'
import { startWebhooks } from './webhooks/deliverWebhooks.js'
import { repeat } from './repeat.js'
import { purgeSubscriptions } from './subscriptions/purge.js'

const concurrency = 4
const purgeSeconds = 600
const bounceSeconds = 60

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
  const onError = (error: Error) =>
    payload.logger.warn({ msg: `mozaikoo-crm worker: ${error.message || error.name}` })

  const lease = randomUUID()
  const ledger = createLedger(payload, crm)
  const transport = createFailOverTransport(environment.smtpUrls)
  const queue = await createMailQueue(environment, onError)
  const delivery = { payload, crm, ledger, transport, lease, mailFrom: environment.mailFrom }
  const processing = queue.process((job: MailJob) => deliverMails(delivery, job), concurrency)
  const relay = startRelay({
    databaseUrl: environment.databaseUrl,
    ledger,
    queue,
    sweepSeconds: crm.delivery.sweepSeconds,
    onError,
  })
  const webhooks = startWebhooks(payload, crm, onError)
  const heartbeat = startHeartbeat({ payload, crm, queue, transport, lease }, onError)
  const renewal = setInterval(
    () => void ledger.renew(lease).catch(onError),
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
      await Promise.all(repeated.map((task) => task.close()))
      await relay.close()
      await webhooks.close()
      await processing.close()
      clearInterval(renewal)
      await heartbeat.close()
      transport.close()
      await queue.close()
    },
  }
}
