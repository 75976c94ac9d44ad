/** A piece of work that never runs twice at a time; what is asked for meanwhile runs once more afterwards. */
export function singleFlight(work: () => Promise<void>, onError: (error: Error) => void) {
  let running: Promise<void> | null = null
  let again = false
  let stopped = false

  function wake(): void {
    if (stopped) return
    if (running) {
      again = true
      return
    }
    running = work()
      .catch(onError)
      .finally(() => {
        running = null
        if (again) {
          again = false
          wake()
        }
      })
  }

  return {
    wake,
    /** Lets what runs come to its end; nothing runs afterwards. */
    async close(): Promise<void> {
      stopped = true
      await running
    },
  }
}
