/** Deeper than any form; what goes through a document step by step gets that far. */
const maxDepth = 100
/** An integer of PostgreSQL. */
export const maxId = 2 ** 31 - 1

/**
 * Whether PostgreSQL can keep a JSON value as it is: no text with the character U+0000 or with half a surrogate pair, no
 * number that is infinite, and not nested beyond reason.
 */
export function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return isStorableText(value)
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  if (depth >= maxDepth) return false
  return Object.entries(value).every(([key, child]) => isStorableText(key) && isStorable(child, depth + 1))
}

const isStorableText = (text: string) => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text)

/** Whether the digits can be the number of a row: PostgreSQL counts them in integers of 31 bits. */
export const isStorableId = (id: string) => /^\d{1,10}$/.test(id) && Number(id) <= maxId
