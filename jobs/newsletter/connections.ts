/** How many mails may be on their way at once, over all newsletters of a worker. */
export class Connections {
  private used = 0
  private readonly waiting: (() => void)[] = []

  constructor(readonly total: number) {}

  /** All that are free right now. */
  takeFree(): number {
    const taken = this.total - this.used
    this.used = this.total
    return taken
  }

  /** The same, but waits until there is one. */
  async take(): Promise<number> {
    while (this.used >= this.total) await new Promise<void>((resolve) => this.waiting.push(resolve))
    return this.takeFree()
  }

  giveBack(count: number): void {
    this.used -= count
    if (count > 0) for (const resume of this.waiting.splice(0)) resume()
  }
}
