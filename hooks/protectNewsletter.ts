import type { CollectionBeforeChangeHook } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { isWritable, type NewsletterStatus } from '../src/domain/newsletterLife.js'
import { reportViolations } from './reportViolations.js'

/** What a newsletter says and to whom; the rest, such as its name, may change at any time. */
const frozenFields = ['subject', 'preheader', 'content', 'audience', 'scheduledAt', 'template'] as const

type Newsletter = Partial<Record<(typeof frozenFields)[number], unknown>> & {
  status?: NewsletterStatus | null
}

/**
 * The life of a newsletter is moved by its endpoints and by the delivery only: what anybody writes into those fields is
 * dropped, also over the Local API and by a duplicate. Once it has started, its content is what was sent.
 */
export function protectNewsletter(crm: Crm): CollectionBeforeChangeHook {
  return ({ data, operation, originalDoc, req }) => {
    if (operation === 'create')
      return {
        ...data,
        status: 'draft',
        frozen: null,
        run: { startedAt: null, frozenAt: null, finishedAt: null, cause: null, canary: 0 },
        progress: { recipients: 0, sent: 0, failed: 0, unknown: 0, bounced: 0, unsubscribed: 0 },
      }
    const stored = originalDoc as Newsletter & Record<string, unknown>
    const { frozen, progress, run, status } = stored
    if (!isWritable(status ?? 'draft')) {
      const changed = frozenFields.filter(
        (field) =>
          JSON.stringify((data as Newsletter)[field] ?? null) !== JSON.stringify(stored[field] ?? null),
      )
      reportViolations(
        req,
        crm.slugs.newsletters,
        changed.map((path) => ({ path, message: 'newsletterFrozen' })),
      )
    }
    // Its time would come, and it would not go out.
    if (status === 'scheduled' && (data as Newsletter).template === true)
      reportViolations(req, crm.slugs.newsletters, [{ path: 'template', message: 'templateScheduled' }])
    return { ...data, frozen, progress, run, status }
  }
}
