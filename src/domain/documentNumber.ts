export const defaultNumberFormat = 'AB-{YYYY}-{00000}'

const slots = /\{(YYYY|YY|MM|0+)\}/g

/** Whether a format has exactly one counter, for example `AB-{YYYY}-{00000}`. */
export function isNumberFormat(format: string): boolean {
  const counters = [...format.matchAll(slots)].filter(([, slot]) => slot?.startsWith('0'))
  // A counter that starts again each month without showing the year would give the same number twice.
  const isUnique = !format.includes('{MM}') || /\{YY(YY)?\}/.test(format)
  return counters.length === 1 && isUnique && !/[\r\n]/.test(format)
}

/**
 * Fills a document number.
 *
 * @param format `{YYYY}`, `{YY}`, `{MM}` of the date and one counter `{00000}`, padded to its width
 * @param date an instant; the calendar of the time zone counts
 */
export function formatDocumentNumber(format: string, counter: number, date: Date, timeZone: string): string {
  const { year, month } = calendar(date, timeZone)
  return format.replace(slots, (_, slot: string) => {
    if (slot === 'YYYY') return year
    if (slot === 'YY') return year.slice(-2)
    if (slot === 'MM') return month
    return String(counter).padStart(slot.length, '0')
  })
}

/** The period a counter runs for: it starts again at 1 with each year (or month) that the format shows. */
export function counterPeriod(format: string, date: Date, timeZone: string): string {
  const { year, month } = calendar(date, timeZone)
  if (format.includes('{MM}')) return `${year}-${month}`
  return /\{YY(YY)?\}/.test(format) ? year : ''
}

function calendar(date: Date, timeZone: string): { year: string; month: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
  }).formatToParts(date)
  const part = (type: string) => parts.find((entry) => entry.type === type)?.value ?? ''
  return { year: part('year'), month: part('month') }
}
