import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../src/config/resolve.js'
import { nextCounterValue } from '../src/database/counter.js'
import { tableOf } from '../src/database/table.js'
import { transactionOf } from '../src/database/transaction.js'
import { counterPeriod, defaultNumberFormat, formatDocumentNumber } from '../src/domain/documentNumber.js'
import { translate } from '../src/i18n/translate.js'
import { enqueueMail } from '../src/mail/outbox.js'
import { readSettings } from '../src/mail/settings.js'
import type { Id } from './orderDocument.js'
import { pendingConfirmations } from './pendingConfirmations.js'

/**
 * Gives a confirmed order its number and writes the row of its mail, in the transaction of the confirmation. It happens
 * behind the write, because by then no check can refuse the order any more: a number that is taken is used.
 */
export function queueOrderConfirmation(crm: Crm): CollectionAfterChangeHook {
  return async ({ doc, req }) => {
    const document = doc as { id: Id } & Record<string, unknown>
    const pending = pendingConfirmations(req)
    const task = pending.get(String(document.id))
    if (!task) return document
    pending.delete(String(document.id))

    const order = await storedOrder(req, crm, document.id)
    const number =
      order.number ?? (task.number ? await nextNumber(req, crm, new Date(order.confirmedAt)) : null)
    if (number === null) return document
    const count = order.count + (task.mail ? 1 : 0)
    const db = await transactionOf(req)
    await db.execute(sql`
      UPDATE ${tableOf(req.payload, crm.slugs.orders)}
      SET number = ${number}, confirmation_count = ${count} WHERE id = ${document.id}`)
    if (task.mail) await writeMail(req, crm, { ...order, number, count })
    return { ...document, ...('number' in document ? { number } : {}) }
  }
}

interface StoredOrder {
  id: Id
  number: string | null
  confirmedAt: string
  count: number
  to: string
  language: 'de' | 'en'
  customer: Id
}

/** Reads the row itself: the document of the hook may have been cut down by `select` and access control. */
async function storedOrder(req: PayloadRequest, crm: Crm, id: Id): Promise<StoredOrder> {
  const db = await transactionOf(req)
  const result = await db.execute(sql`
    SELECT number, confirmed_at, confirmation_count, confirmation_recipient_email, confirmation_language, customer_id
    FROM ${tableOf(req.payload, crm.slugs.orders)} WHERE id = ${id}`)
  const row = result.rows[0] as Record<string, string | null>
  return {
    id,
    number: row.number ?? null,
    confirmedAt: row.confirmed_at ?? new Date().toISOString(),
    count: Number(row.confirmation_count ?? 0),
    to: row.confirmation_recipient_email ?? '',
    language: row.confirmation_language === 'en' ? 'en' : 'de',
    customer: row.customer_id as Id,
  }
}

async function nextNumber(req: PayloadRequest, crm: Crm, date: Date): Promise<string> {
  const settings = await readSettings(req.payload, crm, req, 'orders')
  const format = settings.orders?.numberFormat || defaultNumberFormat
  const value = await nextCounterValue(req, `orders:${counterPeriod(format, date, crm.timeZone)}`)
  return formatDocumentNumber(format, value, date, crm.timeZone)
}

async function writeMail(
  req: PayloadRequest,
  crm: Crm,
  order: StoredOrder & { number: string },
): Promise<void> {
  const settings = await readSettings(req.payload, crm, req)
  const template = settings.mailTexts?.[order.language]?.orderConfirmation?.subject
  await enqueueMail(req, crm, {
    kind: 'orderConfirmation',
    dedupeKey: `order:${order.id}:confirmation:${order.count}`,
    to: order.to,
    subject: template
      ? template.replaceAll('{{number}}', order.number)
      : translate(order.language, 'mail:confirmationSubject', { number: order.number }),
    language: order.language,
    order: order.id,
    customer: order.customer,
  })
}
