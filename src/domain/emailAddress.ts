import validator from 'validator'

/** Trimmed, the domain in lower case; the local part stays as it is (RFC 5321, 2.4). */
export function normalizeEmail(value: string): string {
  const trimmed = value.trim()
  const at = trimmed.lastIndexOf('@')
  return at < 0 ? trimmed : trimmed.slice(0, at) + trimmed.slice(at).toLowerCase()
}

/**
 * An address as the key of a person: no two spellings of the same mailbox. All in lower case, although a mail server could
 * tell local parts apart by case; none in use does, and people type their address either way. The domain in ASCII.
 */
export function subscriberAddress(value: string): string {
  const trimmed = value.normalize('NFC').trim().toLowerCase()
  const at = trimmed.lastIndexOf('@')
  return at < 0 ? trimmed : `${trimmed.slice(0, at)}@${asciiDomain(trimmed.slice(at + 1))}`
}

/** A domain with letters beyond ASCII in its Punycode form; anything that is no domain stays as it is. */
function asciiDomain(domain: string): string {
  if (!/[^ -~]/.test(domain) || /[\s/?#:@\\[\]%]/.test(domain)) return domain
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return domain
  }
}

/** A deliverable address by RFC 5321: one mailbox, a domain with a top level, no display name. */
export function isEmailAddress(value: string): boolean {
  return !/[\s"]/.test(value) && validator.isEmail(value, { allow_utf8_local_part: false })
}
