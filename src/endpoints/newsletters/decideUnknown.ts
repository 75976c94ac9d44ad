import type { Endpoint, PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { tableOf } from '../../database/table.js'
import { pooled, type Database } from '../../database/transaction.js'
import { Refusal } from '../../i18n/refusal.js'
import { say } from '../../i18n/translate.js'
import { decisionChanges } from '../../mail/decisions.js'
import { refreshProgress } from '../../mail/newsletter/progress.js'
import { reopenFor } from '../../mail/newsletter/reopen.js'
import { notifyOutbox } from '../../mail/outbox.js'
import { readBody } from '../body.js'
import { findNewsletter } from './findNewsletter.js'

/**
 * `POST /:id/decide-unknown {decision: 'settle' | 'retry'}`: one decision for all doubtful mails of a newsletter. `settle`
 * counts them as sent; `retry` sends them again with the same content and Message-ID, so somebody may get it twice.
 */
export function decideUnknownEndpoint(crm: Crm): Endpoint {
  return {
    path: '/:id/decide-unknown',
    method: 'post',
    handler: async (req) => {
      const { id } = await findNewsletter(req, crm)
      const { decision } = await readBody(req)
      if (decision !== 'settle' && decision !== 'retry')
        throw new Refusal(say(req, 'campaign:decision'), 400, { path: 'decision' })
      const decided = await decideAll(req, crm, id, decision)
      await refreshProgress(req.payload, crm, id)
      await notifyOutbox(pooled(req.payload))
      return Response.json({ decided, doc: await findNewsletter(req, crm) })
    },
  }
}

/** @returns how many there were; none is no error, somebody else was quicker */
function decideAll(
  req: PayloadRequest,
  crm: Crm,
  id: string | number,
  decision: 'settle' | 'retry',
): Promise<number> {
  const decide = async (db: Database) => {
    const { rowCount } = await db.execute(sql`
      UPDATE ${tableOf(req.payload, crm.slugs.mails)} SET ${decisionChanges[decision]}
      WHERE newsletter_id = ${id} AND kind = 'newsletter' AND state = 'unknown'`)
    return rowCount ?? 0
  }
  return decision === 'retry' ? reopenFor(req.payload, crm, id, decide) : decide(pooled(req.payload))
}
