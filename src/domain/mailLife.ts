/** What a human may decide about a mail, by its state. */
export const mailDecisions = {
  /** Once more, with the same content and Message-ID. */
  retry: ['failed', 'unknown', 'bounced', 'deferred', 'cancelled'],
  /** Taken back before it went out, or closed. */
  cancel: ['queued', 'deferred', 'failed', 'unknown'],
  /** It did arrive: it counts as sent, and nobody sends it again. */
  settle: ['unknown'],
} as const

export type MailDecision = keyof typeof mailDecisions

/** Mails nothing happens to until somebody decides. */
export const troubledStates = ['unknown', 'failed', 'bounced'] as const

export function mayDecide(decision: MailDecision, state: string): boolean {
  return (mailDecisions[decision] as readonly string[]).includes(state)
}
