import type { DeliveryOptions } from '../config/options.js'

/** How the attempt to deliver a mail ended. */
export type Outcome =
  | { state: 'sent'; response: string }
  | { state: 'failed' | 'unknown'; error: string }
  // `unreachable`: no mail server took any mail, so it is not about this one.
  | { state: 'deferred'; error: string; unreachable?: boolean }

/** What the ledger writes about an attempt. */
export interface Settlement {
  state: Outcome['state']
  response: string | null
  error: string | null
  /** Seconds until the next attempt, 0 unless there is one. */
  wait: number
}

/**
 * Decides what becomes of a mail after an attempt: a temporary refusal waits, each time twice as long, until the attempts
 * are used up.
 *
 * @param attempts how many there were, this one included
 */
export function settlementOf(
  outcome: Outcome,
  attempts: number,
  { backoffSeconds, maxAttempts, maxBackoffSeconds }: Required<DeliveryOptions>,
): Settlement {
  if (outcome.state === 'sent') return { state: 'sent', response: outcome.response, error: null, wait: 0 }
  const { error, state } = outcome
  if (state !== 'deferred') return { state, response: null, error, wait: 0 }
  if (attempts >= maxAttempts) return { state: 'failed', response: null, error, wait: 0 }
  // 2^20 times the first wait is far beyond the longest one.
  const wait = Math.min(maxBackoffSeconds, backoffSeconds * 2 ** Math.min(attempts - 1, 20))
  return { state: 'deferred', response: null, error, wait }
}
