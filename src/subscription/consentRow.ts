import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '../domain/canonicalJson.js'
import type { ConsentKind, LegalBasis } from '../domain/consent.js'

type Text = string | null | undefined

/** What happened, as evidence; every field that is not known stays away. */
export interface ConsentEntry {
  kind: ConsentKind
  basis?: LegalBasis | null
  email: string
  /** The exact words that were agreed to, and a name for this wording. */
  text?: Text
  textVersion?: Text
  /** Names of the lists it is about. */
  lists?: string[] | null
  requestedAt?: Text
  requestIp?: Text
  requestUrl?: Text
  confirmedAt?: Text
  confirmIp?: Text
  revokedAt?: Text
  revokeIp?: Text
  reason?: Text
  /** Where it came from: a newsletter, a file, a report. */
  source?: Text
  /** Who answers for it. */
  declaredBy?: Text
  /** The check mail as it was sent. */
  mailMessageId?: Text
  mailText?: Text
}

export interface ConsentRow extends ConsentEntry {
  /** The subscriber's id; it stays when the subscriber is deleted. */
  subscriberKey: string
  sequence: number
  recordedAt: string
  prevHash: string
  hash: string
}

const dates = ['requestedAt', 'confirmedAt', 'revokedAt', 'recordedAt'] as const
const texts = [
  'subscriberKey',
  'kind',
  'basis',
  'email',
  'text',
  'textVersion',
  'requestIp',
  'requestUrl',
  'confirmIp',
  'revokeIp',
  'reason',
  'source',
  'declaredBy',
  'mailMessageId',
  'mailText',
] as const

/**
 * The hash of a row over the hash before it and its own content (SHA-256 of canonical JSON): who changes, removes or
 * inserts a row has to change every later one too.
 */
export function hashOfConsent(row: Omit<ConsentRow, 'hash'>): string {
  const content: Record<string, Json> = { sequence: Number(row.sequence), lists: row.lists ?? null }
  for (const name of texts) content[name] = row[name] || null
  for (const name of dates) content[name] = row[name] ? new Date(row[name]).toISOString() : null
  return createHash('sha256')
    .update(`${row.prevHash}\n${canonicalJson(content)}`)
    .digest('hex')
}

/**
 * Checks the whole evidence of one person.
 *
 * @param rows in order of `sequence`
 * @returns the number of the first row that was changed, or that follows a missing one; `null` when all is as it was written
 */
export function firstBrokenConsent(rows: readonly ConsentRow[]): number | null {
  let before = ''
  for (const [index, row] of rows.entries()) {
    const isNext = Number(row.sequence) === index + 1 && (row.prevHash ?? '') === before
    if (!isNext || hashOfConsent({ ...row, prevHash: before }) !== row.hash) return index + 1
    before = row.hash
  }
  return null
}
