import type { Endpoint, PayloadRequest } from 'payload'
import { Forbidden, NotFound } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { tableOf } from '../database/table.js'
import { pooled, type Database } from '../database/transaction.js'
import { mailDecisions, type MailDecision } from '../domain/mailLife.js'
import { Refusal } from '../i18n/refusal.js'
import { say } from '../i18n/translate.js'
import { routeId } from './routeId.js'
import { decisionChanges } from '../mail/decisions.js'
import type { MailKind, MailState } from '../mail/mailRow.js'
import { refreshProgress } from '../mail/newsletter/progress.js'
import { reopenFor } from '../mail/newsletter/reopen.js'
import { notifyOutbox } from '../mail/outbox.js'
import { described } from '../openapi/describe.js'
import { object, ref } from '../openapi/schema.js'

/**
 * What a human decides about a mail: `POST /:id/retry` sends a failed, doubtful or waiting one (again), with the same
 * content and Message-ID; `POST /:id/cancel` takes one back that has not gone out, or closes a doubtful one;
 * `POST /:id/settle` counts a doubtful one as sent.
 */
export function mailEndpoints(crm: Crm): Endpoint[] {
  const decision = (name: MailDecision): Endpoint =>
    described(
      {
        path: `/:id/${name}`,
        method: 'post',
        handler: async (req) => Response.json({ doc: await decide(req, crm, name) }),
      },
      {
        operationId: `mails.${name}`,
        summary: `api:${name}Mail`,
        answers: { 200: object({ doc: ref(crm.slugs.mails) }) },
        errors: [409],
      },
    )
  return [decision('retry'), decision('cancel'), decision('settle')]
}

async function decide(req: PayloadRequest, crm: Crm, name: MailDecision) {
  // Which of them may decide about which mail is what they may read.
  if (crm.rolesOf(req.user).length === 0) throw new Forbidden(req.t)
  const collection = crm.slugs.mails
  const id = routeId(req)
  const find = () =>
    req.payload.findByID({
      collection,
      id,
      depth: 0,
      overrideAccess: false,
      user: req.user,
      disableErrors: true,
    })
  const mail = (await find()) as {
    id: string | number
    kind: MailKind
    state: MailState
    newsletter?: string | number
  } | null
  if (!mail) throw new NotFound(req.t)
  const states = sql.join(
    mailDecisions[name].map((state) => sql`${state}`),
    sql`, `,
  )
  const db = pooled(req.payload)
  const change = async (tx: Database) => {
    const { rowCount } = await tx.execute(sql`
      UPDATE ${tableOf(req.payload, collection)} SET ${decisionChanges[name]}
      WHERE id = ${mail.id} AND state IN (${states})`)
    return rowCount ?? 0
  }
  const changed =
    name === 'retry' && mail.kind === 'newsletter' && mail.newsletter
      ? await reopenFor(req.payload, crm, mail.newsletter, change)
      : await change(db)
  if (changed === 0) {
    const values = { state: say(req, `option:${mail.state}`) }
    throw new Refusal(say(req, 'error:mailState', values), 409, { path: 'state', state: mail.state })
  }
  if (mail.newsletter) await refreshProgress(req.payload, crm, mail.newsletter)
  await notifyOutbox(db)
  return find()
}
