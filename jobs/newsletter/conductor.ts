import { createLocalReq, type Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../src/config/resolve.js'
import { inTransaction } from '../../src/database/inTransaction.js'
import { transactionOf } from '../../src/database/transaction.js'
import type { CampaignLedger } from '../../src/mail/newsletter/campaignLedger.js'
import {
  endingNewsletters,
  holdNewsletter,
  moveNewsletter,
  readCampaign,
  runningNewsletters,
  takeBackMails,
} from '../../src/mail/newsletter/campaigns.js'
import { judgeCanary } from '../../src/mail/newsletter/judgeCanary.js'
import { refreshProgress } from '../../src/mail/newsletter/progress.js'
import { enqueueWebhookEvent } from '../../src/webhooks/enqueue.js'
import type { MailQueue, NewsletterJob } from '../queue.js'
import { singleFlight } from '../singleFlight.js'

const beatMilliseconds = 1000
/** A worker that is at a newsletter already lets its turn pass, so some are to spare for the others. */
const turnsToSpare = 4
/** Counting may take this share of the time, however many mails there are. */
const countingShare = 0.05

/**
 * Leads the newsletters through their lives: starts those whose time has come, hands out turns in the queue, counts, and
 * closes those that have ended. Every worker has one; all of them look at the rows only, so it does not matter which acts,
 * and what a crash or a lost queue left undone is done at the next beat.
 */
export function startConductor(parts: {
  payload: Payload
  crm: Crm
  ledger: CampaignLedger
  queue: MailQueue<NewsletterJob>
  onError: (error: Error) => void
}) {
  const { crm, ledger, onError, payload, queue } = parts
  const counted = new Map<string | number, number>()
  let led = 0
  let ending: (string | number)[] = []

  async function lead(): Promise<void> {
    const running = await runningNewsletters(payload, crm)
    led = running.length
    for (const id of [...counted.keys()])
      if (!running.includes(id) && !ending.includes(id)) counted.delete(id)
    const short = running.length > 0 && (await queue.waiting()) < running.length
    for (const id of running) {
      const campaign = await readCampaign(payload, crm, id)
      if (!campaign) continue
      if (campaign.canary > 0) await judgeCanary(payload, crm, campaign)
      if (!campaign.complete || (await ledger.hasDue(id))) {
        for (let turns = short ? turnsToSpare : 0; turns > 0; turns -= 1)
          await queue.add('turn', { newsletter: id })
        await count(id)
      } else if (!(await ledger.hasOpen(id))) {
        await refreshProgress(payload, crm, id)
        await finish(payload, crm, ledger, id)
      } else {
        await count(id)
      }
    }
    await endCancelled()
  }

  /** What is still with the mail server when a newsletter is cancelled is counted; what that puts off stays here. */
  async function endCancelled(): Promise<void> {
    const now = await endingNewsletters(payload, crm)
    for (const id of now) {
      await takeBackMails(payload, crm, id)
      await count(id)
    }
    for (const id of ending) if (!now.includes(id)) await refreshProgress(payload, crm, id)
    ending = now
  }

  async function count(id: string | number): Promise<void> {
    if ((counted.get(id) ?? 0) > Date.now()) return
    const started = Date.now()
    await refreshProgress(payload, crm, id)
    counted.set(id, Date.now() + Math.max(beatMilliseconds, (Date.now() - started) / countingShare))
  }

  const flight = singleFlight(lead, onError)
  const timer = setInterval(flight.wake, beatMilliseconds)
  return {
    wake: flight.wake,
    /** Whether there was no more than one newsletter to lead at the last beat. */
    isAlone: () => led <= 1,
    async close(): Promise<void> {
      clearInterval(timer)
      await flight.close()
    },
  }
}

/** Closes a newsletter and tells the webhooks, once, whichever worker does it. */
async function finish(
  payload: Payload,
  crm: Crm,
  ledger: CampaignLedger,
  id: string | number,
): Promise<void> {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const db = await transactionOf(req)
    await holdNewsletter(payload, crm, id, db)
    // Somebody may have sent to more people since it was looked at.
    if (!(await readCampaign(payload, crm, id, db))?.complete || (await ledger.hasOpen(id, db))) return
    if (!(await moveNewsletter(payload, crm, id, 'finished', sql`run_finished_at = now()`, db))) return
    const collection = crm.slugs.newsletters
    // Without the workings of the delivery, which no reader gets.
    const select = { frozen: false } as const
    const sent = await payload.findByID({ collection, id, depth: 0, select, overrideAccess: true, req })
    await enqueueWebhookEvent(req, crm, 'newsletter.sent', sent)
  })
}
