/** How many mails may go out, over all workers. */
export interface SendingLimits {
  /** @returns how many of the wanted mails may go out now */
  grant(wanted: number): Promise<number>
  /** Gives back what was granted and not used. */
  refund(count: number): void
  /** Waits until it makes sense to ask again. */
  pause(): Promise<void>
}

/** Nothing is limited. */
export const unlimited: SendingLimits = {
  grant: (wanted) => Promise.resolve(wanted),
  refund: () => undefined,
  pause: () => Promise.resolve(),
}
