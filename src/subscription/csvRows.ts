import { parse } from 'csv-parse/sync'
import { csvText } from '../domain/csv.js'

/**
 * The rows of a CSV table by the names in its first line. Comma, semicolon or tab; UTF-8, or Windows-1252 as German
 * spreadsheets write it.
 *
 * @returns null when it is no table
 */
export function csvRows(
  content: Buffer | string,
): { columns: string[]; rows: Record<string, string>[] } | null {
  const text = (typeof content === 'string' ? content : csvText(content)).replace(/^\uFEFF/, '')
  const [firstLine = ''] = text.split(/\r?\n/, 1)
  const count = (sign: string) => firstLine.split(sign).length
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
  try {
    const lines = parse(text, {
      delimiter,
      skip_empty_lines: true,
      relax_column_count_less: true,
      trim: true,
    })
    const [columns = [], ...rest] = lines
    const rows = rest.map((cells) =>
      Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? ''])),
    )
    return { columns, rows }
  } catch {
    return null
  }
}
