import type { LimitOptions } from './options.js'

export type LimitName = keyof LimitOptions

const defaults: Required<LimitOptions> = {
  loginAddress: { max: 60, windowSeconds: 900 },
  loginAccount: { max: 5, windowSeconds: 600 },
  registerAddress: { max: 20, windowSeconds: 3600 },
  registerAccount: { max: 3, windowSeconds: 3600 },
  forgotPasswordAddress: { max: 20, windowSeconds: 3600 },
  forgotPasswordAccount: { max: 3, windowSeconds: 3600 },
  subscribeAddress: { max: 20, windowSeconds: 3600 },
  subscribeAccount: { max: 3, windowSeconds: 3600 },
  tokenAddress: { max: 60, windowSeconds: 900 },
}

/** @throws Error with one sentence for a limit that cannot work */
export function resolveLimits(given: LimitOptions): Required<LimitOptions> {
  const limits = { ...defaults, ...given }
  for (const [name, { max, windowSeconds }] of Object.entries(limits))
    if (!Number.isInteger(max) || max < 1 || !Number.isInteger(windowSeconds) || windowSeconds < 1)
      throw new Error(`mozaikoo-crm: limits.${name} needs max and windowSeconds as positive integers.`)
  return limits
}
