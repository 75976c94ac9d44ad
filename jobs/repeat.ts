/**
 * Runs a task now and then again after each pause, never twice at a time. An error is told and does not end it.
 *
 * @returns `close` waits for a run that is under way
 */
export function repeat(pauseSeconds: number, task: () => Promise<unknown>, onError: (error: Error) => void) {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void>
  const run = async (): Promise<void> => {
    await task().catch(onError)
    if (stopped) return
    timer = setTimeout(() => {
      running = run()
    }, pauseSeconds * 1000)
  }
  running = run()
  return {
    async close(): Promise<void> {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
