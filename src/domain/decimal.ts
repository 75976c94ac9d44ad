/**
 * Exact decimals without binary fractions: a decimal number is turned into an integer of its smallest unit by its
 * shortest decimal notation, so `1.005` is one thousand and five thousandths and nothing else.
 */

/**
 * Scales a decimal number to an integer.
 *
 * @param value a finite number, for example `1.5`
 * @param decimals how many decimals are allowed, for example `3` for quantities, `2` for percents
 * @returns the value times 10^decimals, or `null` when it has more decimals, is not finite or beyond the safe range
 */
export function scaleDecimal(value: number, decimals: number): bigint | null {
  if (!Number.isFinite(value)) return null
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value))
  if (!match) return null
  const [, sign, whole = '0', fraction = ''] = match
  if (fraction.length > decimals) return null
  const scaled = BigInt(whole + fraction.padEnd(decimals, '0'))
  if (scaled > BigInt(Number.MAX_SAFE_INTEGER)) return null
  return sign ? -scaled : scaled
}

/**
 * Divides two integers and rounds half away from zero (DIN 1333, "kaufmännisches Runden").
 *
 * @param denominator must be positive
 */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator
  const rounded = (2n * magnitude + denominator) / (2n * denominator)
  return numerator < 0n ? -rounded : rounded
}

/**
 * Turns an integer amount back into a number.
 *
 * @throws RangeError when a JavaScript number cannot hold it exactly
 */
export function toSafeNumber(value: bigint): number {
  const result = Number(value)
  if (!Number.isSafeInteger(result)) throw new RangeError(`Amount out of range: ${value}`)
  return result
}
