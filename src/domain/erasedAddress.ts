/** `.invalid` is nobody's for ever (RFC 2606, 2). */
const end = '@erased.invalid'

/** What stands where an erased person's address was; the digest keeps two people apart. */
export const erasedAddress = (digest: string): string => `erased-${digest}${end}`

export const isErasedAddress = (address: unknown): boolean =>
  typeof address === 'string' && address.startsWith('erased-') && address.endsWith(end)
