/** How many mails of a newsletter had come to an end at a moment. */
export interface PaceSample {
  /** In milliseconds, of any clock that only goes forward. */
  at: number
  ended: number
}

/** Older samples say nothing about now. */
const windowMilliseconds = 30_000

/** Adds a sample and forgets those that are too old; one that counts fewer than before begins anew. */
export function withSample(samples: readonly PaceSample[], next: PaceSample): PaceSample[] {
  const last = samples.at(-1)
  if (last && next.ended < last.ended) return [next]
  return [...samples.filter(({ at }) => at >= next.at - windowMilliseconds), next]
}

/**
 * How fast a newsletter goes out and how long it will take.
 *
 * @param left mails that are still to go
 * @returns `perMinute` rounded to whole mails, `secondsLeft` rounded up; null until two samples show that something moves
 */
export function paceOf(
  samples: readonly PaceSample[],
  left: number,
): { perMinute: number; secondsLeft: number } | null {
  const first = samples[0]
  const last = samples.at(-1)
  if (!first || !last || last.at <= first.at || last.ended <= first.ended) return null
  const perMillisecond = (last.ended - first.ended) / (last.at - first.at)
  return {
    perMinute: Math.round(perMillisecond * 60_000),
    secondsLeft: Math.ceil(left / perMillisecond / 1000),
  }
}
