const letter = '[\\p{L}\\p{N}]'

/**
 * Where a text names a person by an e-mail address or a full name: as words of their own, so that Anna Ort is not found in
 * Joanna Ortmann, nor her address in somebody else's longer one. Case and the kind of space do not matter; the genitive of
 * a name is the name.
 */
export function mentionPattern(what: string): RegExp {
  const words = what
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  return what.includes('@')
    ? new RegExp(`(?<!${letter}|[._%+-])${words}(?!${letter}|[.-]${letter})`, 'giu')
    : new RegExp(`(?<!${letter}|-)${words}(?:['’]?s)?(?!${letter}|-${letter})`, 'giu')
}

export function mentions(text: unknown, whats: readonly string[]): boolean {
  return typeof text === 'string' && whats.some((what) => mentionPattern(what).test(text))
}

/** Puts something else where the text names the person; what is no text stays as it is. */
export function withoutMentions(text: unknown, whats: readonly string[], by: string): unknown {
  return typeof text === 'string'
    ? whats.reduce((rest, what) => rest.replace(mentionPattern(what), () => by), text)
    : text
}
