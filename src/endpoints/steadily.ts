const beatMilliseconds = 250

/**
 * Answers only on the beat, so that the time an answer took does not tell what was done: work of a few milliseconds more or
 * less ends on the same beat. An error waits for it too.
 */
export async function steadily<T>(work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  try {
    return await work()
  } finally {
    const passed = performance.now() - started
    const rest = Math.ceil(passed / beatMilliseconds) * beatMilliseconds - passed
    await new Promise((resolve) => setTimeout(resolve, rest))
  }
}
