import type { Endpoint, PayloadRequest } from 'payload'
import type { Crm } from '../../config/resolve.js'
import {
  guessMapping,
  importFields,
  readImportRows,
  type ColumnMapping,
  type ImportField,
  type ImportedRow,
} from '../../domain/subscriberImport.js'
import { Refusal } from '../../i18n/refusal.js'
import { say, type TextKey } from '../../i18n/translate.js'
import { csvRows } from '../../subscription/csvRows.js'
import { importSubscribers, type ImportResult } from '../../subscription/importSubscribers.js'
import { assertMarketing } from '../assertMarketing.js'
import { readDeclaration, refuse } from './declaration.js'

const mostRows = 5000
const largest = 10_000_000

/**
 * `POST /import`: people whose consent is on record elsewhere, or existing customers. Either JSON with `rows` or `csv`, or a
 * CSV file as it is (`text/csv`) with the rest in the query; `dryRun` says what would happen. The answer has a line for
 * each row.
 */
export function importEndpoint(crm: Crm): Endpoint {
  return {
    path: '/import',
    method: 'post',
    handler: async (req) => {
      assertMarketing(req, crm)
      const body = await readImport(req)
      const rows = readRows(req, crm, body)
      const declaration = await readDeclaration(req, crm, body)
      const dryRun = body.dryRun === true || body.dryRun === 'true'
      const results = await importSubscribers(req, crm, rows, declaration, dryRun)
      const { basis, declaredBy, lists } = declaration
      return Response.json({
        dryRun,
        basis,
        declaredBy,
        lists: lists.map((list) => list.name),
        totals: countOf(results),
        rows: results.map((result) => ({ ...result, message: messageOf(req, result) })),
      })
    },
  }
}

/** @throws Refusal 400 or 413 when the body cannot be read */
async function readImport(req: PayloadRequest): Promise<Record<string, unknown>> {
  const content = Buffer.from((await req.arrayBuffer?.()) ?? new ArrayBuffer(0))
  if (content.length > largest) throw new Refusal(say(req, 'error:badRequest'), 413)
  if (/^text\/csv/i.test(req.headers.get('content-type') ?? '')) {
    const { searchParams } = new URL(req.url ?? '/', 'http://localhost')
    const lists = searchParams.get('lists')?.split(',').filter(Boolean) ?? []
    return { ...Object.fromEntries(searchParams), lists, csv: content }
  }
  try {
    const body: unknown = JSON.parse(content.toString())
    if (typeof body === 'object' && body !== null && !Array.isArray(body))
      return body as Record<string, unknown>
  } catch {
    // Said below.
  }
  throw new Refusal(say(req, 'error:badRequest'), 400)
}

function readRows(req: PayloadRequest, crm: Crm, body: Record<string, unknown>): ImportedRow[] {
  const table =
    Buffer.isBuffer(body.csv) || typeof body.csv === 'string' ? csvRows(body.csv) : fromJson(body.rows)
  if (!table) refuse(req, crm, 'csv', 'consent:importUnreadable')
  if (table.rows.length === 0) refuse(req, crm, 'rows', 'consent:importEmpty')
  if (table.rows.length > mostRows) refuse(req, crm, 'rows', 'consent:importTooLarge', { limit: mostRows })
  const mapping = { ...guessMapping(table.columns), ...readMapping(req, crm, body.mapping, table.columns) }
  if (mapping.email === undefined) refuse(req, crm, 'mapping', 'consent:importNoEmail')
  return readImportRows(table.rows, mapping, new Date())
}

function fromJson(value: unknown) {
  if (!Array.isArray(value)) return null
  const rows = (value as unknown[]).map((row): Record<string, string> => {
    const cells = typeof row === 'object' && row !== null ? Object.entries(row) : []
    return Object.fromEntries(
      cells.flatMap(([name, cell]: [string, unknown]) =>
        typeof cell === 'string' || typeof cell === 'number' ? [[name, String(cell)]] : [],
      ),
    )
  })
  return { columns: [...new Set(rows.flatMap((row) => Object.keys(row)))], rows }
}

function readMapping(
  req: PayloadRequest,
  crm: Crm,
  value: unknown,
  columns: readonly string[],
): ColumnMapping {
  if (typeof value !== 'object' || value === null) return {}
  const mapping: ColumnMapping = {}
  for (const [field, column] of Object.entries(value as Record<string, unknown>)) {
    if (!importFields.some((name) => name === field))
      refuse(req, crm, 'mapping', 'consent:importField', { field })
    if (typeof column !== 'string' || !columns.includes(column))
      refuse(req, crm, 'mapping', 'consent:importColumn', {
        column: typeof column === 'string' ? column : field,
      })
    mapping[field as ImportField] = column
  }
  return mapping
}

function countOf(results: readonly ImportResult[]): Record<ImportResult['result'], number> {
  const totals = { created: 0, updated: 0, unchanged: 0, skipped: 0, invalid: 0 }
  for (const { result } of results) totals[result] += 1
  return totals
}

function messageOf(req: PayloadRequest, { reason, result }: ImportResult): string | null {
  if (reason === null) return null
  // Said of somebody who was never sold anything, not of an order that went away.
  if (reason === 'noOrder') return say(req, 'consent:rowNoOrder')
  return say(req, (result === 'invalid' ? `consent:${reason}` : `consent:reason_${reason}`) as TextKey)
}
