import type { Finding } from './findings.js'

/** Asks the DNS; `Resolver` of `node:dns/promises` is one. */
export interface TextRecords {
  resolveTxt(name: string): Promise<string[][]>
}

export interface SenderDomain {
  /** Domain of the sender's address. */
  domain: string
  /** Under which name the key for signatures is published; `null` when nobody has said. */
  dkimSelector: string | null
  /** When we sign and not the mail server. */
  signing?: {
    domain: string
    selector: string
    /** The public key, in the forms in which it may be published. */
    publicKeys: readonly string[]
    /** What the signature covers, colon separated. */
    headerFieldNames: string
  } | null
}

/** Addresses of these belong to their provider: a newsletter from there is refused by everybody else. */
const freeProviders = [
  'gmail.com',
  'gmx.de',
  'gmx.net',
  'web.de',
  't-online.de',
  'outlook.com',
  'hotmail.com',
  'yahoo.com',
  'yahoo.de',
  'icloud.com',
  'freenet.de',
]

/** Names for trying out and for manuals (RFC 2606, RFC 6761): the public DNS never knows them. */
const reserved = /(^|\.)(test|example|invalid|localhost|example\.(com|net|org))$/

/** A domain that nobody can own cannot say who may send for it: one is trying out. */
export function checkReservedDomain(domain: string): Finding[] | null {
  return reserved.test(domain)
    ? [{ check: 'sender', light: 'yellow', what: 'reserved', values: { domain } }]
    : null
}

/** Whether the sender's domain says that it may send: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 7489). */
export async function checkSenderDomain(sender: SenderDomain, dns: TextRecords): Promise<Finding[]> {
  const { dkimSelector, domain, signing } = sender
  if (freeProviders.includes(domain))
    return [{ check: 'sender', light: 'red', what: 'free', values: { domain } }]
  const key = signing
    ? dkim(signing.domain, signing.selector, dns, signing.publicKeys)
    : dkim(domain, dkimSelector, dns, null)
  const findings = await Promise.all([spf(domain, dns), key, dmarc(domain, dns)])
  return signing ? [...findings, checkSignature(signing, domain)] : findings
}

async function spf(domain: string, dns: TextRecords): Promise<Finding> {
  const say = (light: Finding['light'], what: string): Finding => ({
    check: 'spf',
    light,
    what,
    values: { domain },
  })
  const found = await texts(domain, dns)
  if (found === null) return say('yellow', 'unreachable')
  const policies = found.filter((text) => /^v=spf1(\s|$)/i.test(text))
  if (policies.length === 0) return say('red', 'missing')
  if (policies.length > 1) return say('red', 'twice')
  return /\s\+?all(\s|$)/i.test(policies[0] ?? '') ? say('red', 'open') : say('green', 'ok')
}

/** @param publicKeys of the key we sign with, one of which has to be there; null when any key will do */
async function dkim(
  domain: string,
  selector: string | null,
  dns: TextRecords,
  publicKeys: readonly string[] | null,
): Promise<Finding> {
  const name = `${selector}._domainkey.${domain}`
  const say = (light: Finding['light'], what: string): Finding => ({
    check: 'dkim',
    light,
    what,
    values: { name },
  })
  if (selector === null) return { check: 'dkim', light: 'yellow', what: 'unknown' }
  const found = await texts(name, dns)
  if (found === null) return say('yellow', 'unreachable')
  // An empty key is a key that was taken back.
  const published = found.flatMap((text) => {
    const key = /(?:^|;)\s*p\s*=([^;]*)/.exec(text)?.[1]?.replace(/\s+/g, '')
    return key ? [key] : []
  })
  if (published.length === 0) return say('red', 'missing')
  const fits = publicKeys === null || published.some((key) => publicKeys.includes(key))
  return fits ? say('green', 'ok') : say('red', 'other')
}

/** The policy of the domain itself, else that of the domain above it. */
async function dmarc(domain: string, dns: TextRecords): Promise<Finding> {
  const say = (light: Finding['light'], what: string): Finding => ({
    check: 'dmarc',
    light,
    what,
    values: { domain },
  })
  const labels = domain.split('.')
  const names =
    labels.length > 2 ? [domain, labels.slice(-2).join('.'), labels.slice(-3).join('.')] : [domain]
  for (const name of new Set(names)) {
    const found = await texts(`_dmarc.${name}`, dns)
    if (found === null) return say('yellow', 'unreachable')
    const policies = found.filter((text) => /^v=DMARC1\s*;/i.test(text))
    if (policies.length > 1) return say('red', 'twice')
    if (policies.length === 1)
      return /;\s*p\s*=\s*(none|quarantine|reject)\b/i.test(policies[0] ?? '')
        ? say('green', 'ok')
        : say('red', 'broken')
  }
  return say('red', 'missing')
}

/** A record of several strings is one text. `null` when the DNS gave no answer, which is not the same as none there. */
async function texts(name: string, dns: TextRecords): Promise<string[] | null> {
  try {
    return (await dns.resolveTxt(name)).map((strings) => strings.join(''))
  } catch (error) {
    const { code } = error as { code?: string }
    return code === 'ENOTFOUND' || code === 'ENODATA' ? [] : null
  }
}

/** Headers that a signature must cover, or somebody on the way could change where unsubscribing leads (RFC 8058, 4). */
export const signedForUnsubscribe = ['list-unsubscribe', 'list-unsubscribe-post'] as const

/**
 * Whether our own signature does what it is for.
 *
 * @param sender domain of the sender's address: a signature of another one is worth nothing to DMARC (RFC 7489, 3.1.1)
 */
export function checkSignature(
  { domain, headerFieldNames }: { domain: string; headerFieldNames: string },
  sender: string,
): Finding {
  const signed = headerFieldNames
    .toLowerCase()
    .split(':')
    .map((name) => name.trim())
  const missing = signedForUnsubscribe.filter((name) => !signed.includes(name))
  if (missing.length > 0)
    return { check: 'signature', light: 'red', what: 'missing', values: { headers: missing.join(', ') } }
  const within = (name: string, other: string) => name === other || name.endsWith(`.${other}`)
  return within(domain, sender) || within(sender, domain)
    ? { check: 'signature', light: 'green', what: 'ok' }
    : { check: 'signature', light: 'red', what: 'foreign', values: { domain, sender } }
}
