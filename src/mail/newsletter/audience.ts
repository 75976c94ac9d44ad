import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../config/resolve.js'
import { relationsOf, tableOf } from '../../database/table.js'

interface Audience {
  lists?: (string | number)[]
  language?: string
}

/**
 * The ids of the subscribers a newsletter is meant for, as a query. Whether each of them may get one is a condition of
 * its own (`mailable`).
 */
export function audienceQuery(payload: Payload, crm: Crm, audience: unknown): ReturnType<typeof sql> {
  const { language, lists } = (audience ?? {}) as Audience
  const { column, table } = relationsOf(payload, crm.slugs.subscribers, crm.slugs.mailingLists)
  const ids = (lists ?? []).map((id) => sql`${id}`)
  const conditions = [
    sql`true`,
    ...(language ? [sql`s.language::text = ${language}`] : []),
    ...(ids.length > 0
      ? [
          sql`s.id IN (SELECT parent_id FROM ${table} WHERE path = 'lists' AND ${column} IN (${sql.join(ids, sql`, `)}))`,
        ]
      : []),
  ]
  return sql`SELECT s.id FROM ${tableOf(payload, crm.slugs.subscribers)} AS s WHERE ${sql.join(conditions, sql` AND `)}`
}
