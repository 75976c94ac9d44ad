/** Waits until `check` returns something true; says what it last saw when it never does. */
export async function eventually<T>(
  check: () => T | Promise<T>,
  milliseconds = 60_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + milliseconds
  let last: T
  do {
    last = await check()
    if (last) return last
    await new Promise((resolve) => setTimeout(resolve, 50))
  } while (Date.now() < end)
  throw new Error(`Did not happen within ${milliseconds} ms.`)
}
