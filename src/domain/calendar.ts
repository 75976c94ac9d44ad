/** The calendar day of an instant in a time zone, as `2026-12-31`. */
export function dayOf(instant: Date, timeZone: string): string {
  const { year, month, day } = clock(instant, timeZone)
  return `${year}-${month}-${day}`
}

/**
 * The first instant of a calendar day in a time zone.
 *
 * @param day as `2026-12-31`
 */
export function startOfDay(day: string, timeZone: string): Date {
  return instantAt(day, '00:00', timeZone)
}

/**
 * The instant at which the clocks of a time zone show a day and a time. A time that a clock change skips is the one an hour
 * later; of one that comes twice, either may be meant.
 *
 * @param day as `2026-12-31`
 * @param time as `23:59`
 */
export function instantAt(day: string, time: string, timeZone: string): Date {
  const shown = Date.parse(`${day}T${time}:00Z`)
  // The offset of the guess may be that of the other side of a clock change; the second look settles it.
  const guess = shown - offset(new Date(shown), timeZone)
  return new Date(shown - offset(new Date(guess), timeZone))
}

/** What the clocks of a time zone show at an instant, as `23:59`. */
export function timeOf(instant: Date, timeZone: string): string {
  const { hour, minute } = clock(instant, timeZone)
  return `${hour}:${minute}`
}

/** The day that many days later; a day is a date, so clock changes do not matter. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/**
 * The last months up to that of a day, oldest first.
 *
 * @returns for example `['2026-11', '2026-12']`
 */
export function lastMonths(day: string, count: number): string[] {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - count + index, 1)).toISOString().slice(0, 7),
  )
}

/** Milliseconds that the zone's clock is ahead of UTC. */
function offset(instant: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = clock(instant, timeZone)
  const shown = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return shown - Math.floor(instant.getTime() / 1000) * 1000
}

function clock(instant: Date, timeZone: string): Record<string, string> {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant)
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
}
