import { sql } from '@payloadcms/db-postgres'
import { becauseOf, moveNewsletter, readCampaign } from '../../src/mail/newsletter/campaigns.js'
import { freezeNewsletter } from '../../src/mail/newsletter/freeze.js'
import type { MailQueue, NewsletterJob } from '../queue.js'
import type { BulkDelivery } from './bulkDelivery.js'
import { deliverTurn } from './deliver.js'

type Id = string | number

/**
 * The handler of a turn: prepares the newsletter if that is still to be done, and works on its mails for a while. A turn at
 * a newsletter that this worker is at already is over at once; another worker gets the next one.
 *
 * @param onDone is called when there was nothing left to do for now
 */
export function newsletterHandler(
  delivery: BulkDelivery,
  queue: MailQueue<NewsletterJob>,
  onDone: () => void,
): (job: NewsletterJob) => Promise<void> {
  const { crm, isStopping, mailFrom, onError, payload } = delivery
  const freezing = new Set<Id>()
  const delivering = new Set<Id>()
  const cursors = new Map<Id, { position: number }>()
  const again = (newsletter: Id) => queue.add('turn', { newsletter })

  async function freeze(id: Id): Promise<void> {
    freezing.add(id)
    try {
      // The conductor hands out turns as well, so one that the queue did not take costs a second.
      await freezeNewsletter(payload, crm, id, mailFrom, {
        isStopping,
        onRows: () => again(id).catch(onError),
      })
    } catch (error) {
      onError(error as Error)
      // The database being away for a moment says nothing about the newsletter; anything else does.
      if (isDatabaseError(error)) return
      const note = becauseOf({ code: 'broken', reason: (error as Error).message.slice(0, 300) })
      await moveNewsletter(payload, crm, id, 'broken', sql`${note}, frozen = NULL, run_frozen_at = NULL`)
    } finally {
      freezing.delete(id)
    }
  }

  async function deliver(id: Id): Promise<void> {
    const campaign = await readCampaign(payload, crm, id)
    if (!campaign?.frozen) return
    const cursor = cursors.get(id) ?? { position: 0 }
    cursors.set(id, cursor)
    delivering.add(id)
    try {
      const result = await deliverTurn(delivery, campaign, cursor)
      if (result === 'more' && !isStopping()) await again(id)
      else onDone()
    } finally {
      delivering.delete(id)
    }
  }

  return async ({ newsletter: id }) => {
    if (isStopping()) return
    const campaign = await readCampaign(payload, crm, id)
    if (!campaign) return
    if (!campaign.complete && !freezing.has(id)) await freeze(id)
    if (!delivering.has(id)) await deliver(id)
  }
}

function isDatabaseError(error: unknown): boolean {
  const { cause, code, message } = error as { cause?: unknown; code?: unknown; message?: unknown }
  // What pg says of a line that breaks, or that it does not get, has no code.
  const isLost =
    /^(Connection terminated|timeout exceeded|Client (has encountered|was closed)|Query read timeout)/.test(
      String(message),
    )
  return typeof code === 'string' || isLost || (cause !== undefined && isDatabaseError(cause))
}
