import type { Payload, PayloadRequest } from 'payload'
import { APIError } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { tableOf } from '../database/table.js'
import { pooled } from '../database/transaction.js'
import { say } from '../i18n/translate.js'
import type { ConsentEntry, ConsentRow } from './consentRow.js'
import type { Id } from './subscriber.js'

/**
 * Adds a row to a person's evidence, in the request's transaction; the collection's hook chains it to the row before.
 *
 * @returns what names the row: its number in the person's chain, and the hash by which `assertRecorded` finds it again
 */
export async function recordConsent(
  req: PayloadRequest,
  crm: Crm,
  subscriber: Id,
  entry: ConsentEntry & { newsletter?: Id | null },
): Promise<Pick<ConsentRow, 'hash' | 'sequence'>> {
  const row: unknown = await req.payload.create({
    collection: crm.slugs.consents,
    data: { ...entry, subscriber, subscriberKey: String(subscriber) },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return row as ConsentRow
}

/**
 * Reads the row over another connection: nobody is told that something is on record before it is.
 *
 * @throws APIError 503 when the transaction did not reach the database
 */
export async function assertRecorded(req: PayloadRequest, crm: Crm, hash: string): Promise<void> {
  const { rows } = await pooled(req.payload).execute(
    sql`SELECT 1 FROM ${tableOf(req.payload, crm.slugs.consents)} WHERE hash = ${hash}`,
  )
  if (rows.length === 0) throw new APIError(say(req, 'error:notStored'), 503)
}

/** Everything on record about a person, oldest first. */
export async function consentsOf(
  payload: Payload,
  crm: Crm,
  subscriber: Id,
  req?: PayloadRequest,
): Promise<ConsentRow[]> {
  const { docs } = await payload.find({
    collection: crm.slugs.consents,
    where: { subscriberKey: { equals: String(subscriber) } },
    sort: 'sequence',
    pagination: false,
    depth: 0,
    overrideAccess: true,
    ...(req ? { req } : {}),
  })
  return docs as unknown as ConsentRow[]
}
