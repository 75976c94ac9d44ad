import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'

type Sql = ReturnType<typeof sql>

/**
 * A condition for queries over subscribers: only who may get a newsletter.
 *
 * @param subscriber the table's alias in the query, for example sql`s`
 */
export function mailable(_payload: Payload, _crm: Crm, subscriber: Sql): Sql {
  return sql`(${subscriber}.status = 'confirmed')`
}
