import type { Audience } from '../../src/domain/audience.js'
import { isUnreadable } from '../../src/domain/unreadable.js'

/** What is stored: only what was chosen. What cannot be read is in it with a mark, so that it is not taken for no wish. */
export type Definition = { [Key in keyof Audience]?: Partial<Audience[Key]> | null }

/** Without what says nothing: an empty criterion is none, and "has not bought" without product or day would be "never". */
export function tidied(definition: Definition): Definition {
  const entries = Object.entries(definition).map(([key, value]): [string, unknown] => {
    if (Array.isArray(value)) return [key, value.length > 0 ? value : undefined]
    const parts = Object.entries(value ?? {}).filter(([, part]) =>
      Array.isArray(part) ? part.length > 0 : part !== null && part !== undefined,
    )
    return [key, parts.length > 0 ? Object.fromEntries(parts) : undefined]
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

/** The day of an instant that was typed or picked; what cannot be read stays what it is. */
export function dayOnly(typed: unknown): string | null {
  if (isUnreadable(typed)) return typed
  return typeof typed === 'string' ? typed.slice(0, 10) : null
}

/** The stretches whose end lies before their beginning. */
export function reversedIn({ lastOrder, orderVolume }: Definition): ('lastOrder' | 'orderVolume')[] {
  const wrong: ('lastOrder' | 'orderVolume')[] = []
  const { from, to } = lastOrder ?? {}
  if (from && to && !isUnreadable(from) && !isUnreadable(to) && from > to) wrong.push('lastOrder')
  const { max, min } = orderVolume ?? {}
  if (typeof min === 'number' && typeof max === 'number' && min > max) wrong.push('orderVolume')
  return wrong
}

/** Whether a day or an amount was typed that nobody can read. */
export const hasUnreadable = (definition: Definition): boolean =>
  Object.values(definition).some(
    (criterion) => !Array.isArray(criterion) && Object.values(criterion ?? {}).some(isUnreadable),
  )

/** Whether there is a day from which orders count, but no amount for them to come to: that would narrow nothing. */
export const lacksVolume = ({ orderVolume }: Definition): boolean =>
  Boolean(orderVolume?.since) && !orderVolume?.min && typeof orderVolume?.max !== 'number'

/**
 * What the whole text of words parted by commas could become with one more: a browser offers what has all that is typed in
 * it. What stands there already is not offered again, nor what would be taken for two.
 */
export function suggestionsFor(text: string, words: readonly string[]): string[] {
  const end = text.lastIndexOf(',') + 1
  const before = text.slice(0, end)
  const taken = new Set(before.split(',').map((word) => word.trim().toLowerCase()))
  return words
    .filter((word) => !word.includes(',') && !taken.has(word.toLowerCase()))
    .map((word) => (before === '' ? word : `${before} ${word}`))
}
