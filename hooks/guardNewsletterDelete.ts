import type { CollectionBeforeDeleteHook } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { runningStatuses, type NewsletterStatus } from '../src/domain/newsletterLife.js'
import { Refusal } from '../src/i18n/refusal.js'
import { say } from '../src/i18n/translate.js'

/** A newsletter whose mails are going out stays until it is cancelled or has ended. */
export function guardNewsletterDelete(crm: Crm): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    const { status } = (await req.payload.findByID({
      collection: crm.slugs.newsletters,
      id,
      depth: 0,
      select: { status: true },
      overrideAccess: true,
      req,
    })) as { status?: NewsletterStatus | null }
    const running: readonly (NewsletterStatus | null | undefined)[] = [...runningStatuses, 'paused']
    if (running.includes(status)) throw new Refusal(say(req, 'campaign:deleteRunning'), 409)
  }
}
