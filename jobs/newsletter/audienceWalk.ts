import type { Wanted } from '../../src/mail/newsletter/campaignLedger.js'

/** How many places of the audience are looked at for one claim. */
const stretch = 500

/**
 * The order in which a worker looks for mails to send: those whose back-off is over, then through the audience from where
 * it was last, then what lies before that. Looking stretch by stretch keeps each claim as cheap at the end as at the start.
 */
export class AudienceWalk {
  wanted: Wanted | null = 'deferred'
  private wrapped = false
  private readonly start: number

  constructor(
    private readonly cursor: { position: number },
    private readonly reach: number,
  ) {
    if (cursor.position >= reach) cursor.position = 0
    this.start = cursor.position
  }

  /** The stretch has no more: on to the next one. */
  advance(): void {
    if (this.wanted === null) return
    if (this.wanted !== 'deferred') this.cursor.position = this.wanted.upTo
    const { position } = this.cursor
    if (!this.wrapped && position >= this.reach) {
      this.wrapped = true
      this.cursor.position = 0
    }
    const end = this.wrapped ? this.start : this.reach
    if (this.cursor.position >= end) return this.stop()
    const after = this.cursor.position
    this.wanted = { after, upTo: Math.min(after + stretch, end) }
  }

  /** On a long walk: first those whose back-off is over by now, then on from here. */
  lookBack(): void {
    if (this.wanted !== null) this.wanted = 'deferred'
  }

  stop(): void {
    this.wanted = null
  }
}
