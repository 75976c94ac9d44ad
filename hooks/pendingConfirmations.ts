import type { PayloadRequest } from 'payload'

interface Pending {
  /** Whether the order gets a number, unless it has one from an earlier confirmation. */
  number: boolean
  /** Whether a confirmation mail is written. */
  mail: boolean
}

// A text and not a symbol: Payload replaces a context that has no named keys.
const key = 'crmPendingConfirmations'

/**
 * Carries from before the write to after it which orders were confirmed. By id, because a bulk update runs its documents
 * side by side in one request; and only those that pass every check arrive behind the write.
 */
export function pendingConfirmations(req: PayloadRequest): Map<string, Pending> {
  const context = req.context as { [key]?: Map<string, Pending> }
  const pending = context[key] ?? new Map<string, Pending>()
  context[key] = pending
  return pending
}
