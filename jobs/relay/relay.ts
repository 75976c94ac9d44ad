import { Client } from 'pg'
import type { Ledger } from '../../src/mail/ledger.js'
import { outboxChannel } from '../../src/mail/outbox.js'
import type { MailJob, MailQueue } from '../queue.js'
import { singleFlight } from '../singleFlight.js'

const chunkSize = 50
const batchSize = 1000
const reconnectMilliseconds = 1000
/** BullMQ: lower comes first. A newsletter will stand behind these. */
const transactional = 1

interface RelayOptions {
  databaseUrl: string
  ledger: Ledger
  queue: MailQueue<MailJob>
  sweepSeconds: number
  /** Hears of every notification too. */
  onNotify: () => void
  onError: (error: Error) => void
}

/**
 * Carries committed mails to the queue: at once when PostgreSQL notifies, and by a sweep for what no notification told of.
 * Several relays may run; the rows they take are locked, so each mail goes to the queue once.
 */
export function startRelay({ databaseUrl, ledger, onError, onNotify, queue, sweepSeconds }: RelayOptions) {
  let stopped = false
  let listener: Client | null = null

  async function relayDue(): Promise<void> {
    await ledger.expire()
    for (;;) {
      const due = await ledger.takeDue(batchSize)
      const kinds = groupByKind(due)
      for (const [kind, mails] of kinds)
        for (let start = 0; start < mails.length; start += chunkSize)
          await queue.add(
            kind,
            { ids: mails.slice(start, start + chunkSize).map((mail) => mail.id) },
            transactional,
          )
      if (due.length < batchSize) return
    }
  }

  const flight = singleFlight(relayDue, onError)
  const { wake } = flight
  const hear = () => {
    wake()
    onNotify()
  }

  async function listen(): Promise<void> {
    if (stopped) return
    const client = new Client({ connectionString: databaseUrl, keepAlive: true })
    let lost = false
    const reconnect = (error?: Error) => {
      if (lost) return
      lost = true
      if (error && !stopped) onError(error)
      client.end().catch(() => undefined)
      if (!stopped) setTimeout(() => void listen(), reconnectMilliseconds).unref()
    }
    client.on('error', reconnect)
    client.on('end', () => reconnect())
    client.on('notification', hear)
    try {
      await client.connect()
      await client.query(`LISTEN ${outboxChannel}`)
      listener = client
      hear()
    } catch (error) {
      reconnect(error as Error)
    }
  }

  const timer = setInterval(wake, sweepSeconds * 1000)
  const listening = listen()
  return {
    wake,
    async close(): Promise<void> {
      stopped = true
      clearInterval(timer)
      await listening
      await flight.close()
      await listener?.end().catch(() => undefined)
    },
  }
}

function groupByKind<T extends { kind: string }>(mails: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const mail of mails) groups.set(mail.kind, [...(groups.get(mail.kind) ?? []), mail])
  return groups
}
