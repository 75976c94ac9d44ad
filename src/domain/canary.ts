export interface CanaryCounts {
  /** Not tried yet, or on the way. */
  open: number
  /** Refused for now, to be tried again. */
  deferred: number
  sent: number
  /** Refused for good, doubtful or come back. */
  bad: number
}

/**
 * What the first mails of a newsletter say about the rest: `wait` while they are on the way, `halt` when more of those that
 * came to an end were refused than allowed. Greylisting is no refusal, but when nothing else is known yet, it is waited for.
 *
 * @param percent 0…100
 */
export function canaryVerdict(
  { bad, deferred, open, sent }: CanaryCounts,
  percent: number,
): 'wait' | 'pass' | 'halt' {
  const ended = sent + bad
  if (open > 0 || (ended === 0 && deferred > 0)) return 'wait'
  return bad * 100 > percent * ended ? 'halt' : 'pass'
}
