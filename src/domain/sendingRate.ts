/** How many mails may go out in a stretch of time; null where there is no limit. */
export interface RateLimits {
  perSecond: number | null
  perMinute: number | null
  perHour: number | null
  perDay: number | null
}

const windows: Record<keyof RateLimits, number> = {
  perSecond: 1000,
  perMinute: 60_000,
  perHour: 3_600_000,
  perDay: 86_400_000,
}
/** A window is counted in this many parts; the limit holds for every stretch of its length, wherever it begins. */
const parts = 20

/** What went out lately: for each limit, how many in which part of time. Plain data, so that it can be stored. */
export type RateState = Partial<Record<keyof RateLimits, Record<string, number>>>

export const hasLimits = (limits: RateLimits): boolean =>
  Object.values(limits).some((limit) => limit !== null)

/**
 * Says how many of the wanted mails may go out now, so that no limit is exceeded in any stretch of its length, and counts
 * them. At least 95 % of a limit can be used.
 *
 * @param now in milliseconds; all callers have to have the same clock
 * @param forced counts all wanted mails even where a limit is used up: a mail to one person does not wait, but it counts
 * @returns `wait`: milliseconds until more may go out, 0 unless nothing may
 */
export function grantMails(
  limits: RateLimits,
  state: RateState,
  now: number,
  wanted: number,
  forced = false,
): { granted: number; wait: number; state: RateState } {
  const active = (Object.keys(windows) as (keyof RateLimits)[]).filter((name) => limits[name] !== null)
  const current = active.map((name) => recent(state[name] ?? {}, windows[name], now))
  const free = active.map((name, index) => (limits[name] ?? 0) - total(current[index] ?? {}))
  const granted = forced ? wanted : Math.max(0, Math.min(wanted, ...free.map(Math.floor)))
  const next: RateState = {}
  let wait = 0
  active.forEach((name, index) => {
    const counts = { ...current[index] }
    const width = windows[name] / parts
    const part = Math.floor(now / width)
    if (granted > 0) counts[part] = (counts[part] ?? 0) + granted
    next[name] = counts
    if (granted === 0 && (free[index] ?? 1) < 1) {
      const oldest = Math.min(...Object.keys(counts).map(Number), part)
      wait = Math.max(wait, (oldest + parts + 1) * width - now)
    }
  })
  return { granted, wait, state: next }
}

/**
 * Names the limit that keeps mails waiting the longest.
 *
 * @returns `wait`: milliseconds until it lets one through again; null when no limit is used up
 */
export function usedUpLimit(
  limits: RateLimits,
  state: RateState,
  now: number,
): { name: keyof RateLimits; wait: number } | null {
  const nothing = { perSecond: null, perMinute: null, perHour: null, perDay: null }
  const names = Object.keys(windows) as (keyof RateLimits)[]
  return names
    .map((name) => ({ name, wait: grantMails({ ...nothing, [name]: limits[name] }, state, now, 1).wait }))
    .reduce<ReturnType<typeof usedUpLimit>>(
      (longest, used) => (used.wait > (longest?.wait ?? 0) ? used : longest),
      null,
    )
}

/** How many seconds so many mails take at least about, if nothing but the limits holds them up; 0 when they may all go now. */
export function secondsWithin(limits: RateLimits, state: RateState, now: number, mails: number): number {
  const names = Object.keys(windows) as (keyof RateLimits)[]
  return Math.max(
    ...names.map((name) => {
      const limit = limits[name]
      if (limit === null) return 0
      const free = Math.max(0, limit - total(recent(state[name] ?? {}, windows[name], now)))
      return (Math.max(0, mails - free) / limit) * (windows[name] / 1000)
    }),
  )
}

/**
 * Takes back what was granted and not used.
 *
 * @param at when it was granted, in milliseconds of the same clock
 */
export function releaseMails(state: RateState, at: number, unused: number): RateState {
  const names = Object.keys(state) as (keyof RateLimits)[]
  return Object.fromEntries(
    names.map((name) => {
      const part = Math.floor(at / (windows[name] / parts))
      const counted = state[name]?.[part]
      // What is so old that it does not count any more needs no taking back.
      return [name, counted ? { ...state[name], [part]: Math.max(0, counted - unused) } : state[name]]
    }),
  )
}

function recent(counts: Record<string, number>, window: number, now: number): Record<string, number> {
  const first = Math.floor(now / (window / parts)) - parts
  return Object.fromEntries(Object.entries(counts).filter(([part]) => Number(part) >= first))
}

const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0)
