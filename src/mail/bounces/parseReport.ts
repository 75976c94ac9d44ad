import { simpleParser, type Attachment, type ParsedMail } from 'mailparser'
import { failureKind, type BounceReport } from '../../domain/bounce.js'
import { firstField, readFields, typedAddress, type Fields } from './fields.js'

/** What a person says no to by it (RFC 5965 and its registry); a failed authentication or "not spam" is no complaint. */
const complaintTypes = ['abuse', 'fraud', 'opt-out', 'opt-out-list']

/**
 * Reads a report on a mail: a delivery status notification (RFC 3464) or a complaint of a feedback loop (RFC 5965).
 * Everything else, an auto-reply (RFC 3834) among it, says nothing about a mailbox.
 *
 * @param raw the whole message
 * @returns one entry for each recipient that failed or complained; none for news of success or of a delay
 */
export async function parseReport(raw: Buffer | string): Promise<BounceReport[]> {
  const mail = await simpleParser(raw, {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
  })
  const type = mail.headers.get('content-type') as
    { value?: string; params?: Record<string, string> } | undefined
  if (type?.value?.toLowerCase() !== 'multipart/report') return []
  const reportType = type.params?.['report-type']?.toLowerCase()
  const original = originalFields(mail.attachments, raw.toString('utf8'))
  const common = {
    addresses: reportAddresses(mail),
    messageIds: (original.get('message-id') ?? []).flatMap((value) => value.match(/<[^<>\s]+>/) ?? []),
    envelopeId: null,
  }
  if (reportType === 'delivery-status')
    return deliveryReports(partOf(mail, 'message/delivery-status'), common)
  if (reportType === 'feedback-report')
    return complaints(partOf(mail, 'message/feedback-report'), common, original)
  return []
}

type Common = Pick<BounceReport, 'addresses' | 'messageIds' | 'envelopeId'>

/** The groups of a delivery status: the first is about the mail, each other one about a recipient. */
function deliveryReports(content: string | null, common: Common): BounceReport[] {
  if (content === null) return []
  const [about = '', ...recipients] = content
    .replace(/\r\n/g, '\n')
    .split(/\n[ \t]*\n/)
    .filter((block) => block.trim() !== '')
  const envelopeId = firstField(readFields(about), 'original-envelope-id')
  return recipients.flatMap((block): BounceReport[] => {
    const fields = readFields(block)
    if (firstField(fields, 'action')?.toLowerCase() !== 'failed') return []
    const diagnostic = firstField(fields, 'diagnostic-code')
    const statusCode = statusOf(firstField(fields, 'status'), diagnostic)
    return [
      {
        ...common,
        kind: failureKind(statusCode),
        recipient: typedAddress(firstField(fields, 'original-recipient', 'final-recipient')),
        statusCode,
        diagnostic: diagnostic?.replace(/^[\w-]+\s*;\s*/, '').slice(0, 500) ?? null,
        envelopeId,
      },
    ]
  })
}

function complaints(content: string | null, common: Common, original: Fields): BounceReport[] {
  if (content === null) return []
  const fields = readFields(content)
  const type = firstField(fields, 'feedback-type')?.toLowerCase() ?? ''
  if (!complaintTypes.includes(type)) return []
  const sender = typedAddress(firstField(fields, 'original-mail-from') ?? firstField(original, 'return-path'))
  return [
    {
      ...common,
      kind: 'complaint',
      recipient: typedAddress(firstField(fields, 'original-rcpt-to') ?? firstField(original, 'to')),
      statusCode: null,
      diagnostic: type,
      addresses: sender ? [...common.addresses, sender] : common.addresses,
      envelopeId: firstField(fields, 'original-envelope-id'),
    },
  ]
}

/** The enhanced code; servers that give a general one (`5.0.0`) or none are more exact in their reply. */
function statusOf(status: string | null, diagnostic: string | null): string | null {
  const given = /[245]\.\d{1,3}\.\d{1,3}/.exec(status ?? '')?.[0] ?? null
  const said = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(diagnostic ?? '')?.[0] ?? null
  if (given && !/^[45]\.0\.0$/.test(given)) return given
  return said ?? given ?? /\b[45]\d\d\b/.exec(diagnostic ?? '')?.[0] ?? null
}

function partOf(mail: ParsedMail, contentType: string): string | null {
  const part = mail.attachments.find((attachment) => attachment.contentType.toLowerCase() === contentType)
  return part ? part.content.toString('utf8') : null
}

const originalTypes = ['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers']

/** The header of the mail that came back, whole or only its head. */
function originalFields(attachments: readonly Attachment[], raw: string): Fields {
  const part = attachments.find((attachment) => originalTypes.includes(attachment.contentType.toLowerCase()))
  const content = part?.content.toString('utf8') ?? inlineOriginal(raw)
  const [head = ''] = content.replace(/\r\n/g, '\n').trimStart().split('\n\n')
  return readFields(head)
}

/** A mail shown inline is no attachment to the parser; it stands behind the header of its part, never encoded (RFC 2046). */
function inlineOriginal(raw: string): string {
  const blocks = raw.replace(/\r\n/g, '\n').split('\n\n')
  const at = blocks.findIndex((block, index) => {
    // The part's header is what follows the last boundary; the first block is the report's own.
    const type = firstField(readFields(block.slice(block.lastIndexOf('\n--') + 1)), 'content-type') ?? ''
    return index > 0 && originalTypes.some((name) => type.toLowerCase().startsWith(name))
  })
  return at < 0 ? '' : (blocks[at + 1] ?? '')
}

/** Every address the report may have been sent to: mail servers write the envelope's into different fields. */
function reportAddresses(mail: ParsedMail): string[] {
  const head = readFields(mail.headerLines.map((line) => line.line).join('\n'))
  const names = ['to', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-rcpt-to']
  const found = names
    .flatMap((name) => head.get(name) ?? [])
    .flatMap((value) => value.match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? [])
  return [...new Set(found)]
}
