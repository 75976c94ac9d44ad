import { createHash } from 'node:crypto'
import { encodeWords, foldLines } from 'nodemailer/lib/mime-funcs/index.js'
import MimeNode from 'nodemailer/lib/mime-node/index.js'
import {
  fillSlot,
  fillSlots,
  parseTemplate,
  type SlotContext,
  type SlotValues,
} from '../../domain/personalFields.js'
import { quotedPrintablePiece } from './quotedPrintable.js'

/** A letter in one language; `{{slots}}` stand where every recipient reads something else. */
export interface Letter {
  subject: string
  html: string
  text: string
}

/** What all mails of a campaign have in their heads. */
export interface CampaignHeaders {
  /** `Name <address>` or an address. */
  from: string
  replyTo?: string | null
  /** RFC 2919, without the angle brackets: `newsletter.example.com`. */
  listId: string
  listName: string
  /** Who takes unsubscriptions by mail (RFC 2369). */
  unsubscribeMailbox: string
  /** For the postmaster tools of large providers: `campaign:kind:system:sender`. */
  feedbackId: string
}

export interface PersonalMail {
  to: string
  messageId: string
  date: Date
  values: SlotValues
  /** Opens the unsubscribe page, and unsubscribes when it is posted to (RFC 8058). */
  unsubscribeUrl: string
}

/** What every recipient reads something else at: ASCII, encoded for its place. */
type Personal = (mail: PersonalMail) => string
type Piece = Buffer | Personal

/**
 * Compiles a letter to MIME once. Per recipient only the slots are filled in, each encoded for its place, so nothing a
 * recipient is called can become a header, a line break or HTML.
 *
 * @returns the whole message of one recipient
 */
export function compileLetter(letter: Letter, headers: CampaignHeaders): (mail: PersonalMail) => Buffer {
  const digest = createHash('sha256').update(letter.html).update(letter.text).digest('hex').slice(0, 24)
  // A quoted-printable line can never contain "=_", so the boundary cannot occur in the parts (RFC 2045, 6.7).
  const boundary = `=_crm-${digest}`
  const part = (type: string) =>
    `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`
  const pieces = joined([
    fixedHeaders(headers, boundary),
    ...subjectHeader(letter.subject),
    personalHeaders(headers),
    '\r\n',
    part('text/plain'),
    ...body(letter.text, 'text'),
    '\r\n',
    part('text/html'),
    ...body(letter.html, 'html'),
    `\r\n--${boundary}--\r\n`,
  ])
  return (mail) => {
    const filled = new Map<Personal, Buffer>()
    const fill = (personal: Personal) => {
      const known = filled.get(personal) ?? Buffer.from(personal(mail), 'latin1')
      filled.set(personal, known)
      return known
    }
    return Buffer.concat(pieces.map((piece) => (Buffer.isBuffer(piece) ? piece : fill(piece))))
  }
}

/** A slot that occurs more than once is the same piece each time, so a mail fills it once. */
function body(template: string, context: SlotContext): (string | Personal)[] {
  const slots = new Map<string, Personal>()
  return parseTemplate(template).map((part) => {
    if (typeof part === 'string') return quotedPrintablePiece(part)
    const key = JSON.stringify(part)
    const fill: Personal =
      slots.get(key) ?? ((mail) => quotedPrintablePiece(fillSlot(part, mail.values, context)))
    slots.set(key, fill)
    return fill
  })
}

function fixedHeaders(headers: CampaignHeaders, boundary: string): string {
  const node = new MimeNode('multipart/alternative', { baseBoundary: boundary })
  node.setHeader('From', headers.from)
  if (headers.replyTo) node.setHeader('Reply-To', headers.replyTo)
  node.setHeader('MIME-Version', '1.0')
  node.setHeader('Precedence', 'bulk')
  node.setHeader('Feedback-ID', headers.feedbackId)
  const named = { name: oneLine(headers.listName), value: headers.listId }
  const name = encodeWords(named.name.replace(/["\\<>]/g, ''), 'Q', 52, true)
  const listId =
    name === '' ? `<${named.value}>` : `${/^=\?/.test(name) ? name : `"${name}"`} <${named.value}>`
  const own = [
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    foldLines(`List-ID: ${listId}`, 76),
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  ]
  // The node writes a content type, an id and a date of its own, which are ours to write.
  const made = node
    .buildHeaders()
    .split(/\r\n(?![ \t])/)
    .filter((line) => !/^(content-|message-id:|date:)/i.test(line))
  return [...made, ...own, ''].join('\r\n')
}

function subjectHeader(subject: string): (string | Personal)[] {
  const parts = parseTemplate(subject)
  const header = (text: string) =>
    foldLines(`Subject: ${encodeWords(oneLine(text), 'Q', 52, true)}`, 76) + '\r\n'
  if (parts.every((part) => typeof part === 'string')) return [header(subject)]
  return [(mail) => header(fillSlots(parts, mail.values, 'header'))]
}

function personalHeaders({ unsubscribeMailbox }: CampaignHeaders): Personal {
  return ({ date, messageId, to, unsubscribeUrl }) => {
    const token = unsubscribeUrl.slice(unsubscribeUrl.lastIndexOf('/') + 1)
    return [
      `To: ${oneLine(to)}`,
      `Message-ID: ${messageId}`,
      `Date: ${date.toUTCString().replace(/GMT$/, '+0000')}`,
      `List-Unsubscribe: <${unsubscribeUrl}>,\r\n <mailto:${unsubscribeMailbox}?subject=unsubscribe%20${token}>`,
      '',
    ].join('\r\n')
  }
}

/** Puts neighbouring fixed pieces together, so that a mail is made of as few as possible. */
function joined(pieces: (string | Personal)[]): Piece[] {
  const result: Piece[] = []
  let fixed = ''
  const flush = () => {
    if (fixed !== '') result.push(Buffer.from(fixed, 'latin1'))
    fixed = ''
  }
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      fixed += piece
      continue
    }
    flush()
    result.push(piece)
  }
  flush()
  return result
}

function oneLine(value: string): string {
  return value.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
}
