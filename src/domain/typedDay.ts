import type { Notation, Typed } from './typedNumber.js'

/**
 * Reads a calendar day: `31.12.2026` in German, `31/12/2026` in English, `2026-12-31` in both. A year of two digits is of
 * this century.
 *
 * @returns the day as ISO 8601 at noon UTC, which is the same day everywhere in Europe; `null` for an empty text
 */
export function parseDay(text: string, notation: Notation): Typed<string> {
  const plain = text.replace(/[\s\u00a0\u202f]+/g, '')
  if (plain === '') return { value: null }
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const local = (
    notation === 'de' ? /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/ : /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/
  ).exec(plain)
  if (!local) return { problem: 'unreadable' }
  const [, day, month, year = ''] = local
  return dayOf(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day))
}

function dayOf(year: number, month: number, day: number): Typed<string> {
  const date = new Date(Date.UTC(year, month - 1, day, 12))
  const exists =
    year >= 1000 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
  return exists ? { value: date.toISOString() } : { problem: 'unreadable' }
}

/** Whether a text is a date as ISO 8601 writes it, alone or with a time; every other notation could be misread. */
export function isIsoDate(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(value) &&
    'value' in parseDay(value.slice(0, 10), 'en') &&
    !Number.isNaN(Date.parse(value))
  )
}
