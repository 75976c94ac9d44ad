import { createHash } from 'node:crypto'
import { domainToASCII } from 'node:url'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'

export interface RenderedMail {
  subject: string
  html: string
  text: string
  messageId: string
  /** SHA-256 of the attachment as hex, null when there is none. */
  attachmentDigest?: string | null
}

/** A file that goes with a mail. */
export interface Attachment {
  filename: string
  contentType: string
  content: Buffer
}

/** What a renderer makes of a row. */
export interface RenderedParts {
  html: string
  text: string
  attachments?: Attachment[]
  /** What the ledger keeps instead, when the mail carries a secret. Such a mail is made anew whenever it is sent again. */
  kept?: { html: string; text: string }
}

export interface Addresses {
  /** `Name <address>` or an address. */
  from: string
  replyTo?: string
  to: string
}

/**
 * The Message-ID of a mail, derived from its row: whenever the same row is sent again, a mail program recognises it.
 *
 * @param from the sender, whose domain the id carries (RFC 5322, 3.6.4)
 */
export function messageIdOf(rowId: string | number, dedupeKey: string, from: string): string {
  const digest = createHash('sha256').update(`${rowId}:${dedupeKey}`).digest('hex').slice(0, 24)
  return `<crm-${rowId}-${digest}@${senderDomain(from)}>`
}

/** The domain of `Name <address>`, in ASCII. */
export function senderDomain(from: string): string {
  const domain = /@([^\s@<>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
  return domainToASCII(domain) || 'localhost'
}

/** SHA-256 of a file, as hex. */
export function digestOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

/** A transactional mail as MIME: both parts from the same content, marked as automatic (RFC 3834). */
export function composeTransactional(
  mail: RenderedMail,
  addresses: Addresses,
  date = new Date(),
  attachments: Attachment[] = [],
): Promise<Buffer> {
  const composer = new MailComposer({
    ...addresses,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    attachments,
    date,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
  return composer.compile().build()
}

/** The bare address of `Name <address>`. */
export function bareAddress(value: string): string {
  return /<([^<>]+)>\s*$/.exec(value)?.[1] ?? value.trim()
}

/** An address as it travels: the domain in ASCII, nothing in it that could end a line. */
export function asciiAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const domain = domainToASCII(address.slice(at + 1))
  return `${address.slice(0, at)}@${domain || address.slice(at + 1)}`.replace(/[\s<>]/g, '')
}
