/** Fields of a header block by their names in lower case; folded lines are joined (RFC 5322, 2.2.3). */
export type Fields = ReadonlyMap<string, readonly string[]>

export function readFields(block: string): Fields {
  const fields = new Map<string, string[]>()
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) continue
    const key = name.toLowerCase()
    fields.set(key, [...(fields.get(key) ?? []), value.trim()])
  }
  return fields
}

export function firstField(fields: Fields, ...names: string[]): string | null {
  for (const name of names) {
    const value = fields.get(name)?.[0]
    if (value) return value
  }
  return null
}

/** `rfc822; <erika@example.com>` → `erika@example.com`: the type before the semicolon says nothing to us. */
export function typedAddress(value: string | null): string | null {
  const address = /([^\s<>;"]+@[^\s<>;"]+)/.exec(value ?? '')?.[1]
  return address ?? null
}
