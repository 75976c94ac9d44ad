import validator from 'validator'

/** Trimmed, the domain in lower case; the local part stays as it is (RFC 5321, 2.4). */
export function normalizeEmail(value: string): string {
  const trimmed = value.trim()
  const at = trimmed.lastIndexOf('@')
  return at < 0 ? trimmed : trimmed.slice(0, at) + trimmed.slice(at).toLowerCase()
}

/** A deliverable address by RFC 5321: one mailbox, a domain with a top level, no display name. */
export function isEmailAddress(value: string): boolean {
  return !/[\s"]/.test(value) && validator.isEmail(value, { allow_utf8_local_part: false })
}
