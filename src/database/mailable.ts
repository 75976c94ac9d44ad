import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { tableOf } from './table.js'

type Sql = ReturnType<typeof sql>

/** The hash under which an address is suppressed, of an expression that is a stored subscriber's address. */
export function suppressionHash(email: Sql): Sql {
  return sql`encode(sha256(convert_to(${email}, 'UTF8')), 'hex')`
}

/**
 * A condition for queries over subscribers: only who may get a newsletter (`legalBasis` in the domain says the same).
 *
 * @param subscriber the table's alias in the query, for example sql`s`
 */
export function mailable(payload: Payload, crm: Crm, subscriber: Sql): Sql {
  return sql`(${subscriber}.status = 'confirmed' AND ${subscriber}.legal_basis IS NOT NULL
    AND (${subscriber}.legal_basis <> 'existingCustomer' OR ${hasConfirmedOrder(payload, crm, subscriber)})
    AND NOT ${suppressed(payload, crm, subscriber)})`
}

/** For the same queries: the reason against as text (`ExclusionReason`), null for who may get a newsletter. */
export function exclusionReason(payload: Payload, crm: Crm, subscriber: Sql): Sql {
  return sql`CASE
    WHEN ${subscriber}.status <> 'confirmed' THEN ${subscriber}.status::text
    WHEN ${subscriber}.legal_basis IS NULL THEN 'noBasis'
    WHEN ${subscriber}.legal_basis = 'existingCustomer' AND NOT ${hasConfirmedOrder(payload, crm, subscriber)} THEN 'noOrder'
    WHEN ${suppressed(payload, crm, subscriber)} THEN 'suppressed'
  END`
}

function hasConfirmedOrder(payload: Payload, crm: Crm, subscriber: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM ${tableOf(payload, crm.slugs.orders)} AS sale
    WHERE sale.customer_id = ${subscriber}.customer_id AND sale.status IN ('confirmed', 'done'))`
}

function suppressed(payload: Payload, crm: Crm, subscriber: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM ${tableOf(payload, crm.slugs.suppressions)} AS suppression
    WHERE suppression.address_hash = ${suppressionHash(sql`${subscriber}.email`)})`
}
