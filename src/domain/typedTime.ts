import type { Typed } from './typedNumber.js'

/**
 * Reads a time of day, `9:30` or `09.30`; 24 hours, as both languages of the panel write it.
 *
 * @returns the time as `09:30`; `null` for an empty text
 */
export function parseTime(text: string): Typed<string> {
  const plain = text.trim()
  if (plain === '') return { value: null }
  const [, hour = '', minute = ''] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(plain) ?? []
  return hour === '' ? { problem: 'unreadable' } : { value: `${hour.padStart(2, '0')}:${minute}` }
}
