/** Why a newsletter stands still, as it is stored; its words are made when somebody reads it, in their language. */
export type RunNote =
  | { code: 'nobody' }
  | { code: 'broken'; reason: string }
  /** The canary: `failed` of the first `size` mails were refused, more than `percent` (0…100). */
  | { code: 'halted'; size: number; failed: number; percent: number }
