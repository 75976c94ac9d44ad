/** What is done waits this long for company, so that it is written down in groups. */
const gatherMilliseconds = 3

/** Collects what comes back of work that was started. */
export class Landing<T> {
  /** How many have not come back yet. */
  expected = 0
  private landed: T[] = []
  private heard: () => void = () => undefined

  /** @param enough so many need not wait for more */
  constructor(private readonly enough: number) {}

  expect(work: Promise<T>): void {
    this.expected += 1
    void work.then((result) => {
      this.expected -= 1
      this.landed.push(result)
      this.heard()
    })
  }

  /** Everything that has come back since the last call. */
  take(): T[] {
    return this.landed.splice(0)
  }

  /** Waits until something has come back, and a moment longer for more. */
  async next(): Promise<void> {
    if (this.landed.length === 0)
      await new Promise<void>((resolve) => {
        this.heard = resolve
      })
    if (this.landed.length >= this.enough || this.expected === 0) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, gatherMilliseconds)
      this.heard = () => {
        if (this.landed.length < this.enough && this.expected > 0) return
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
