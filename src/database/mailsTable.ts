import type { Config } from 'payload'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'

type RawTable = PostgresAdapter['rawTables'][string]

/** Indexes Payload adds by itself, of one field each: nobody asks for the first, and the second begins another one. */
const needless = ['updatedAt', 'newsletter']

/**
 * Takes out of the schema what makes writing to the outbox slow. Foreign keys to newsletters and subscribers: PostgreSQL
 * would look up and lock two rows for every mail of a newsletter, which makes freezing an audience three times as slow;
 * `hooks/forgetInMails.ts` does what they would do when a document is deleted. And indexes that no question needs: each is
 * written three times a mail.
 */
export function withLeanMailsTable(db: Config['db'], crm: Crm): Config['db'] {
  return {
    ...db,
    init: (args) => {
      const adapter = db.init(args)
      const { beforeSchemaInit } = adapter as unknown as PostgresAdapter
      beforeSchemaInit.push(({ adapter: { rawTables, tableNameMap }, schema }) => {
        const name =
          tableNameMap.get(crm.slugs.mails.replaceAll('-', '_')) ?? crm.slugs.mails.replaceAll('-', '_')
        const table: RawTable | undefined = rawTables[name]
        for (const column of Object.values(table?.columns ?? {}))
          if (column.name === 'newsletter_id' || column.name === 'subscriber_id') delete column.reference
        if (table?.indexes)
          table.indexes = Object.fromEntries(
            Object.entries(table.indexes).filter(([, { on }]) => !needless.includes([on].flat().join())),
          )
        return schema
      })
      return adapter
    },
  }
}
