import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { transactionOf } from '../database/transaction.js'
import type { MailDetails, TransactionalKind } from './mailRow.js'

/** PostgreSQL's notification that mails wait; it carries nothing, the rows say everything. */
export const outboxChannel = 'mozaikoo_crm_mails'

type Id = string | number

export interface NewMail {
  kind: TransactionalKind
  /** Unique for ever: the same event cannot write two mails. */
  dedupeKey: string
  to: string
  subject: string
  language: 'de' | 'en'
  order?: Id
  customer?: Id | null
  account?: Id | null
  newsletter?: Id
  subscriber?: Id
  details?: MailDetails
}

/**
 * Writes a mail's row in the transaction of the business change. Nothing is sent here: the relay hears of the row when
 * the transaction commits, and finds it by itself if it does not hear.
 *
 * @throws Error when the request has no transaction, or the dedupe key exists already
 */
export async function enqueueMail(req: PayloadRequest, crm: Crm, mail: NewMail): Promise<void> {
  const db = await transactionOf(req)
  await req.payload.create({
    collection: crm.slugs.mails,
    data: { ...mail, state: 'queued', attempts: 0 },
    depth: 0,
    overrideAccess: true,
    req,
  })
  await notifyOutbox(db)
}

/** Tells the relays that there is work; delivered at COMMIT when called in a transaction. */
export async function notifyOutbox(db: Awaited<ReturnType<typeof transactionOf>>): Promise<void> {
  await db.execute(sql`SELECT pg_notify(${outboxChannel}, '')`)
}
