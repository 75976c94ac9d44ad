import type { PayloadRequest } from 'payload'
import { NotFound } from 'payload'
import type { Crm } from '../../config/resolve.js'
import type { NewsletterStatus } from '../../domain/newsletterLife.js'
import type { NewsletterDocument } from '../../mail/newsletter/loadInput.js'
import { isUsableId } from '../../subscription/subscriber.js'
import { assertMarketing } from '../assertMarketing.js'
import { routeId } from '../routeId.js'

export type StoredNewsletter = NewsletterDocument & {
  id: string | number
  name?: string
  audience?: unknown
  scheduledAt?: string | null
  status?: NewsletterStatus | null
  run?: unknown
  /** Kept to be copied, never sent. */
  template?: boolean | null
}

/**
 * The newsletter, by default that of the route, as the user may see it.
 *
 * @throws Forbidden without the role, NotFound for what there is not
 */
export async function findNewsletter(
  req: PayloadRequest,
  crm: Crm,
  id = routeId(req),
): Promise<StoredNewsletter> {
  assertMarketing(req, crm)
  const found: unknown = isUsableId(req, id)
    ? await req.payload.findByID({
        collection: crm.slugs.newsletters,
        id,
        depth: 0,
        overrideAccess: false,
        user: req.user,
        disableErrors: true,
        // In the reader's language: the note of a newsletter that stands still is worded while it is read.
        req,
      })
    : null
  if (!found) throw new NotFound(req.t)
  return found as StoredNewsletter
}
