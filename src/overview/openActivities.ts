import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import { crmOf } from '../config/resolve.js'
import { tableOf } from '../database/table.js'
import { pooled } from '../database/transaction.js'

type Id = string | number

/** How many activities of each customer are not done; customers without one are missing. One indexed query a page. */
export async function countOpenActivities(
  payload: Payload,
  customers: readonly Id[],
): Promise<Record<string, number>> {
  if (customers.length === 0) return {}
  const table = tableOf(payload, crmOf(payload).slugs.activities)
  const { rows } = await pooled(payload).execute(sql`
    SELECT customer_id AS customer, count(*)::int AS open FROM ${table}
    WHERE customer_id = ANY(${sql.param([...customers])}) AND done = false GROUP BY customer_id`)
  return Object.fromEntries(
    (rows as { customer: Id; open: number }[]).map(({ customer, open }) => [String(customer), open]),
  )
}
