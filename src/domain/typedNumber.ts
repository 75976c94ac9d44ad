import { scaleDecimal } from './decimal.js'

/** German: `1.234,56`. English: `1,234.56`. */
export type Notation = 'de' | 'en'

export type TypedProblem = 'unreadable' | 'tooManyDecimals' | 'tooLarge'

/** What a person typed: nothing, a value, or something that must not be guessed at. */
export type Typed<Value> = { value: Value | null } | { problem: TypedProblem }

const separators = { de: { group: '\\.', decimal: ',' }, en: { group: ',', decimal: '\\.' } } as const

/**
 * Reads an amount of money, with or without the euro sign.
 *
 * @returns integer cents; `null` for an empty text
 */
export function parseMoney(text: string, notation: Notation): Typed<number> {
  const digits = readDigits(text, notation, 2, '€|EUR')
  if (digits === null || 'problem' in digits) return digits ?? { value: null }
  const cents = Number(digits.sign + digits.whole + digits.fraction.padEnd(2, '0'))
  return Number.isSafeInteger(cents) ? { value: cents + 0 } : { problem: 'tooLarge' }
}

/** Reads a percent with at most two decimals, with or without the percent sign. */
export function parsePercent(text: string, notation: Notation): Typed<number> {
  return parseDecimal(text, notation, 2, '%')
}

/** Reads a quantity with at most three decimals. */
export function parseQuantity(text: string, notation: Notation): Typed<number> {
  return parseDecimal(text, notation, 3, '')
}

function parseDecimal(text: string, notation: Notation, decimals: number, symbol: string): Typed<number> {
  const digits = readDigits(text, notation, decimals, symbol)
  if (digits === null || 'problem' in digits) return digits ?? { value: null }
  const written = `${digits.sign}${digits.whole}${digits.fraction === '' ? '' : `.${digits.fraction}`}`
  const value = Number(written)
  // A number that large no longer has room for its decimals: what came back would not be what was typed.
  const exact = scaleDecimal(value, decimals) === BigInt(scaledDigits(digits, decimals))
  return exact ? { value: value + 0 } : { problem: 'tooLarge' }
}

interface Digits {
  sign: '' | '-'
  whole: string
  fraction: string
}

const scaledDigits = ({ sign, whole, fraction }: Digits, decimals: number): string =>
  `${sign}${whole}${fraction.padEnd(decimals, '0')}`

/**
 * Splits a number into its digits. Strict on purpose: a group has three digits and no leading zero, and the other
 * notation's decimal sign is refused, so that `1.50` typed in German is not read as 150. A decimal sign that nothing
 * follows yet is fine.
 */
function readDigits(
  text: string,
  notation: Notation,
  decimals: number,
  symbol: string,
): Digits | { problem: TypedProblem } | null {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain === '') return null
  const { group, decimal } = separators[notation]
  const body = `([1-9]\\d{0,2}(?:${group}\\d{3})+|\\d+)?(?:${decimal}(\\d*))?`
  const match = new RegExp(`^([-−])? ?(?:${symbol})? ?${body} ?(?:${symbol})?$`, 'i').exec(plain)
  const whole = (match?.[2] ?? '').replace(/\D/g, '')
  const fraction = match?.[3] ?? ''
  if (!match || (whole === '' && fraction === '')) return { problem: 'unreadable' }
  if (fraction.length > decimals) return { problem: 'tooManyDecimals' }
  if (whole.length > 16) return { problem: 'tooLarge' }
  return { sign: match[1] ? '-' : '', whole: whole === '' ? '0' : whole, fraction }
}
