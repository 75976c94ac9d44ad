/** What host and worker are told from outside. URLs may hold secrets: never log them whole. */
export interface CrmEnvironment {
  databaseUrl: string
  serverUrl: string
  redisUrl: string | null
  smtpUrls: string[]
  mailFrom: string
  /** A mailbox that delivery reports come to; it is read, never changed. */
  bounceImapUrl: string | null
  /** Signs the calls of a mail service that reports bounces. */
  bounceWebhookSecret: string | null
}

type Variables = Record<string, string | undefined>

/**
 * Reads and checks the environment.
 *
 * @throws Error with one sentence per missing or malformed variable; values are not repeated, they may be secret
 */
export function readEnvironment(variables: Variables = process.env): CrmEnvironment {
  const problems: string[] = []
  const required = (name: string, example: string): string => {
    const value = variables[name]?.trim() ?? ''
    if (value === '') problems.push(`${name} is missing (for example ${example}).`)
    return value
  }
  const url = (name: string, value: string, protocols: string[], index?: number): void => {
    if (value !== '' && !isUrl(value, protocols)) {
      const which = index === undefined ? name : `${name}, entry ${index + 1},`
      problems.push(`${which} is not a URL that starts with ${protocols.map((p) => `${p}//`).join(' or ')}.`)
    }
  }

  const databaseUrl = required('DATABASE_URL', 'postgres://user:password@localhost:5432/crm')
  url('DATABASE_URL', databaseUrl, ['postgres:', 'postgresql:'])
  required('PAYLOAD_SECRET', 'a long random text')
  const serverUrl = required('SERVER_URL', 'https://crm.example.com')
  url('SERVER_URL', serverUrl, ['http:', 'https:'])
  const redisUrl = variables.REDIS_URL?.trim() || null
  if (redisUrl) url('REDIS_URL', redisUrl, ['redis:', 'rediss:'])
  const smtpUrls = required('SMTP_URL', 'smtp://user:password@mail.example.com:587')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  if (smtpUrls.length === 0 && variables.SMTP_URL?.trim())
    problems.push('SMTP_URL is missing: it names no mail server.')
  smtpUrls.forEach((entry, index) =>
    url('SMTP_URL', entry, ['smtp:', 'smtps:'], smtpUrls.length > 1 ? index : undefined),
  )
  const mailFrom = required('MAIL_FROM', 'Muster GmbH <info@example.com>')
  if (mailFrom !== '' && !/^[^\r\n<>]*<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/.test(mailFrom))
    problems.push('MAIL_FROM is not an address like "Muster GmbH <info@example.com>".')
  const bounceImapUrl = variables.BOUNCE_IMAP_URL?.trim() || null
  if (bounceImapUrl) url('BOUNCE_IMAP_URL', bounceImapUrl, ['imap:', 'imaps:'])
  const bounceWebhookSecret = variables.BOUNCE_WEBHOOK_SECRET?.trim() || null
  if (bounceWebhookSecret && bounceWebhookSecret.length < 16)
    problems.push('BOUNCE_WEBHOOK_SECRET is too short: at least 16 characters.')

  if (problems.length > 0) throw new Error(`mozaikoo-crm cannot start: ${problems.join(' ')}`)
  return {
    databaseUrl,
    serverUrl: serverUrl.replace(/\/+$/, ''),
    redisUrl,
    smtpUrls,
    mailFrom,
    bounceImapUrl,
    bounceWebhookSecret,
  }
}

function isUrl(value: string, protocols: string[]): boolean {
  try {
    const parsed = new URL(value)
    return protocols.includes(parsed.protocol) && parsed.hostname !== ''
  } catch {
    return false
  }
}
