import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'

/**
 * Lets the work take at least so long, whether it ends well or not: how long an answer takes must not tell whether there
 * was an account to work on.
 */
export async function takeAtLeast<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const over = new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
  try {
    return await work()
  } finally {
    await over
  }
}

/** As many rounds as Payload takes to check a password, spent where there is no password to check. */
export async function spendPasswordCheck(password: string): Promise<void> {
  await promisify(pbkdf2)(password, 'no account has this salt', 600_000, 32, 'sha256')
}
