import type { CollectionAfterDeleteHook } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../src/config/resolve.js'
import { tableOf } from '../src/database/table.js'
import { transactionOf } from '../src/database/transaction.js'

/**
 * Takes a deleted document out of the outbox. The database does it by itself for other relationships; for these two it
 * would check a foreign key for each of a million mails (`src/database/mailsTable.ts`).
 */
export function forgetInMails(crm: Crm, field: 'newsletter' | 'subscriber'): CollectionAfterDeleteHook {
  return async ({ id, req }) => {
    const db = await transactionOf(req)
    const column = sql.identifier(`${field}_id`)
    await db.execute(
      sql`UPDATE ${tableOf(req.payload, crm.slugs.mails)} SET ${column} = NULL WHERE ${column} = ${id}`,
    )
  }
}
