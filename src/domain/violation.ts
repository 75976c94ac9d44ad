import type { MessageKey } from './messageKey.js'

/** A broken rule: where, and which sentence says so. The domain returns these, it never throws for bad input. */
export interface Violation {
  /** Path of the field as Payload writes it, for example `lines.0.quantity`. */
  path: string
  message: MessageKey
  values?: Record<string, string | number>
}
