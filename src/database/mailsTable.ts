import type { Config } from 'payload'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'

type RawTable = PostgresAdapter['rawTables'][string]

/**
 * Takes the foreign keys of the outbox to newsletters and subscribers out of the schema. PostgreSQL would look up and lock
 * two rows for every mail of a newsletter, which makes freezing an audience three times as slow; `hooks/forgetInMails.ts`
 * does what they would do when a document is deleted.
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
        return schema
      })
      return adapter
    },
  }
}
