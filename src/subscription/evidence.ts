import type { Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { exclusionReason } from '../database/mailable.js'
import { tableOf } from '../database/table.js'
import { pooled } from '../database/transaction.js'
import type { ExclusionReason, LegalBasis } from '../domain/consent.js'
import { formatDateTime } from '../i18n/format.js'
import { translate, type Language, type TextKey } from '../i18n/translate.js'
import { readSettings } from '../mail/settings.js'
import { companyLines } from '../mail/templates/letterhead.js'
import { firstBrokenConsent, type ConsentRow } from './consentRow.js'
import { consentsOf } from './recordConsent.js'
import { isUsableId, type Id } from './subscriber.js'

/** Everything that is on record about one person, in words, ready to be laid out as a page or as a PDF. */
export interface Evidence {
  language: Language
  title: string
  /** The company that shows the evidence. */
  company: string[]
  person: string[]
  /** Whether the person may get newsletters today, and why (not). */
  state: string
  /** Whether the chain is unchanged. */
  integrity: string
  intact: boolean
  events: { title: string; date: string; facts: [label: string, value: string][] }[]
  printed: string
}

const shown: [keyof ConsentRow, TextKey][] = [
  ['email', 'field:email'],
  ['basis', 'field:legalBasis'],
  ['lists', 'field:lists'],
  ['requestedAt', 'field:requestedAt'],
  ['requestIp', 'field:requestIp'],
  ['requestUrl', 'field:requestUrl'],
  ['confirmedAt', 'field:confirmedAt'],
  ['confirmIp', 'field:confirmIp'],
  ['revokedAt', 'field:revokedAt'],
  ['revokeIp', 'field:revokeIp'],
  ['declaredBy', 'field:declaredBy'],
  ['source', 'field:source'],
  ['reason', 'field:reason'],
  ['text', 'field:consentText'],
  ['textVersion', 'field:textVersion'],
  ['mailMessageId', 'field:messageId'],
  ['mailText', 'consent:evidenceCheckMail'],
  ['hash', 'field:hash'],
]

/** @returns `null` when neither a subscriber nor any evidence has this id */
export async function evidenceOf(
  payload: Payload,
  crm: Crm,
  id: string,
  language: Language,
): Promise<Evidence | null> {
  if (!isUsableId({ payload }, id)) return null
  const rows = await consentsOf(payload, crm, id)
  const person = await personOf(payload, crm, id)
  if (!person && rows.length === 0) return null
  const settings = await readSettings(payload, crm)
  const say = (key: TextKey, values = {}) => translate(language, key, values)
  const date = (value: string | Date) => formatDateTime(value, language, crm.timeZone)
  const broken = firstBrokenConsent(rows)
  return {
    language,
    title: say('consent:evidenceTitle'),
    company: companyLines({ ...settings, bank: {} }, language),
    person: person ? [person.name, person.email].filter((line) => line !== '') : [rows.at(-1)?.email ?? ''],
    state: stateOf(person, say),
    intact: broken === null,
    integrity:
      rows.length === 0
        ? say('consent:evidenceNothing')
        : broken === null
          ? say('consent:evidenceIntact', { count: rows.length, hash: rows.at(-1)?.hash.slice(0, 16) ?? '' })
          : say('consent:evidenceBroken', { number: broken }),
    events: rows.map((row) => ({
      title: say(`consent:event_${row.kind}`),
      date: date(row.recordedAt),
      facts: factsOf(row, say, date),
    })),
    printed: say('consent:evidencePrinted', { date: date(new Date()) }),
  }
}

type Say = (key: TextKey, values?: Record<string, string | number>) => string

interface Person {
  name: string
  email: string
  legalBasis: LegalBasis | null
  reason: ExclusionReason | null
}

async function personOf(payload: Payload, crm: Crm, id: Id): Promise<Person | null> {
  const { rows } = await pooled(payload).execute(sql`
    SELECT concat_ws(' ', person.first_name, person.last_name) AS name, person.email, person.legal_basis AS "legalBasis",
      ${exclusionReason(payload, crm, sql`person`)} AS reason
    FROM ${tableOf(payload, crm.slugs.subscribers)} AS person WHERE person.id = ${id}`)
  return (rows[0] as unknown as Person | undefined) ?? null
}

function stateOf(person: Person | null, say: Say): string {
  if (!person) return say('consent:evidenceDeleted')
  if (person.reason || !person.legalBasis)
    return say('consent:evidenceNotMailable', { reason: say(`consent:reason_${person.reason ?? 'noBasis'}`) })
  return say('consent:evidenceMailable', { basis: say(`option:${person.legalBasis}`) })
}

function factsOf(row: ConsentRow, say: Say, date: (value: string) => string): [string, string][] {
  return shown.flatMap(([name, key]): [string, string][] => {
    const value = row[name]
    if (value === null || value === undefined || value === '') return []
    if (Array.isArray(value)) return value.length > 0 ? [[say(key), value.join(', ')]] : []
    if (name.endsWith('At')) return [[say(key), date(String(value))]]
    return [[say(key), name === 'basis' ? say(`option:${value as LegalBasis}`) : String(value)]]
  })
}
