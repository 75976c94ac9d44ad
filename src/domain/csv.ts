/**
 * A line of a table for spreadsheets (RFC 4180). A text that a spreadsheet would take for a formula is quoted as text: an
 * address somebody signed up with must not run on the desk of whoever opens the file.
 */
export function csvLine(values: readonly (string | number | null)[], separator = ';'): string {
  const cells = values.map((value) => {
    const plain = value === null ? '' : String(value)
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain
    return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
  })
  return `${cells.join(separator)}\r\n`
}

/** What a file of a table says: UTF-8, or else Windows-1252, as German spreadsheets write it. */
export function csvText(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1252').decode(content)
  }
}
