import { letterFields, slot } from './personalFields.js'

const letterLinks: readonly string[] = letterFields
  .filter((name) => name.endsWith('Url'))
  .map((name) => slot(name))

/**
 * Where a link of a newsletter leads: web, mail and telephone addresses, and the letter's own pages such as
 * `{{unsubscribeUrl}}`. Everything else (scripts, relative paths, personal data in addresses) is no link.
 *
 * @returns the address as it may stand in a mail, or `null`
 */
export function linkTarget(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (letterLinks.includes(text)) return text
  if (/[{}\s<>"]/.test(text)) return null
  if (/^mailto:[^@]+@[^@]+$/i.test(text) || /^tel:\+?[\d\-/().]+$/i.test(text)) return text
  if (!/^https?:\/\//i.test(text)) return null
  try {
    const url = new URL(text)
    return url.hostname === '' ? null : url.href
  } catch {
    return null
  }
}
