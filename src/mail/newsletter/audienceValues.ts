import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { partTableOf, tableOf } from '../../database/table.js'
import { pooled } from '../../database/transaction.js'

/** So many of each are offered; somebody who wants another one types it. */
const mostOffered = 200

/** What the customers have that an audience can be narrowed by, in words. */
export interface AudienceValues {
  tags: string[]
  cities: string[]
}

/** The most frequent tags and towns of the customers, each in the spelling that is used most, in alphabetical order. */
export async function audienceValues(payload: Payload, crm: Crm): Promise<AudienceValues> {
  const db = pooled(payload)
  const frequent = async (column: ReturnType<typeof sql>, rows: ReturnType<typeof sql>) => {
    // An audience does not tell upper from lower case either.
    const { rows: found } = await db.execute(sql`
      SELECT mode() WITHIN GROUP (ORDER BY btrim(${column})) AS word FROM ${rows}
      AND btrim(${column}) <> '' GROUP BY lower(btrim(${column}))
      ORDER BY count(*) DESC, lower(btrim(${column})) LIMIT ${mostOffered}`)
    return found.map(({ word }) => String(word)).sort((one, other) => one.localeCompare(other, 'de'))
  }
  const [tags, cities] = await Promise.all([
    frequent(sql`text`, sql`${partTableOf(payload, crm.slugs.customers, '_texts')} WHERE path = 'tags'`),
    frequent(sql`address_city`, sql`${tableOf(payload, crm.slugs.customers)} WHERE true`),
  ])
  return { tags, cities }
}
