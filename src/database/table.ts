import type { Payload } from 'payload'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'
import { getTableColumns } from '@payloadcms/db-postgres/drizzle'
import type { PgColumn, PgTable } from '@payloadcms/db-postgres/drizzle/pg-core'

/** Slug to table name as Payload does it: `crm-counters` → `crm_counters`. */
function snakeCase(slug: string): string {
  return slug
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .replace(/[-\s]+/g, '_')
    .replace(/^_/, '')
}

/** @param part what follows in the name of a table beside that of the collection */
function findTable(payload: Payload, slug: string, part = ''): PgTable | undefined {
  const adapter = payload.db as unknown as PostgresAdapter
  const name = adapter.tableNameMap.get(snakeCase(slug)) ?? snakeCase(slug)
  // Looked up anew each time: a reload replaces the tables.
  return adapter.tables[name + part] as PgTable | undefined
}

/** The table of a collection, quoted and with its schema, for raw SQL. */
export function tableOf(payload: Payload, slug: string): ReturnType<typeof sql> {
  const table = findTable(payload, slug)
  if (!table) throw new Error(`mozaikoo-crm: no table for the collection "${slug}".`)
  return sql`${table}`
}

/** The SQL type of a column, for casts of parameters, for example `integer`, `uuid` or the name of an enum. */
export function columnType(payload: Payload, slug: string, column: string): ReturnType<typeof sql> {
  const adapter = payload.db as unknown as PostgresAdapter
  const table = findTable(payload, slug)
  const columns: PgColumn[] = table ? Object.values(getTableColumns(table)) : []
  const found = columns.find((candidate) => candidate.name === column)
  if (!found) throw new Error(`mozaikoo-crm: the collection "${slug}" has no column "${column}".`)
  const type = found.getSQLType()
  if (type === 'serial') return sql.raw('integer')
  if (!/^enum_/.test(type)) return sql.raw(type)
  const { schemaName } = adapter
  return schemaName
    ? sql`${sql.identifier(schemaName)}.${sql.identifier(type)}`
    : sql`${sql.identifier(type)}`
}

/** The table that holds a collection's relationships to many, with the column that names the related document. */
export function relationsOf(
  payload: Payload,
  slug: string,
  related: string,
): Record<'table' | 'column', ReturnType<typeof sql>> {
  const adapter = payload.db as unknown as PostgresAdapter
  const table = findTable(payload, slug, adapter.relationshipsSuffix)
  if (!table) throw new Error(`mozaikoo-crm: the collection "${slug}" has no relationships.`)
  const relatedId = `${adapter.tableNameMap.get(snakeCase(related)) ?? snakeCase(related)}_id`
  return { table: sql`${table}`, column: sql`${sql.identifier(relatedId)}` }
}

/**
 * A table beside that of a collection.
 *
 * @param part `_texts` for texts of which there are many, else the name of the array, for example `_lines`
 */
export function partTableOf(payload: Payload, slug: string, part: string): ReturnType<typeof sql> {
  const table = findTable(payload, slug, part)
  if (!table) throw new Error(`mozaikoo-crm: the collection "${slug}" has no table for "${part}".`)
  return sql`${table}`
}
