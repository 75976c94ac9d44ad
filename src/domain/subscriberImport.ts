import { isEmailAddress, subscriberAddress } from './emailAddress.js'

/** What a row of an import may say. */
export const importFields = [
  'email',
  'salutation',
  'firstName',
  'lastName',
  'language',
  'consentedAt',
  'consentIp',
  'consentUrl',
] as const
export type ImportField = (typeof importFields)[number]
export type ColumnMapping = Partial<Record<ImportField, string>>

export interface ImportedPerson {
  email: string
  salutation: 'ms' | 'mr' | 'neutral' | null
  firstName: string | null
  lastName: string | null
  language: 'de' | 'en' | null
  /** ISO 8601. */
  consentedAt: string | null
  consentIp: string | null
  consentUrl: string | null
}

export type RowProblem = 'rowInvalidEmail' | 'rowTwice' | 'rowLanguage' | 'rowDate'
export type ImportedRow = { row: number; email: string } & (
  { person: ImportedPerson; problem: null } | { person: null; problem: RowProblem }
)

/** Column names people use, in lower case without spaces and signs. */
const knownNames: Record<ImportField, readonly string[]> = {
  email: ['email', 'emailadresse', 'emailaddress', 'mail', 'mailadresse'],
  salutation: ['salutation', 'anrede', 'title'],
  firstName: ['firstname', 'vorname', 'givenname'],
  lastName: ['lastname', 'nachname', 'name', 'familienname', 'surname'],
  language: ['language', 'sprache', 'locale'],
  consentedAt: ['consentedat', 'einwilligungam', 'einwilligungsdatum', 'optin', 'optindate', 'confirmedat'],
  consentIp: ['consentip', 'optinip', 'ip', 'ipadresse'],
  consentUrl: ['consenturl', 'optinurl', 'quelle', 'source'],
}

const salutations: Record<string, ImportedPerson['salutation']> = {
  frau: 'ms',
  ms: 'ms',
  mrs: 'ms',
  herr: 'mr',
  mr: 'mr',
  divers: 'neutral',
  neutral: 'neutral',
  mx: 'neutral',
}

/** Which column holds what, by the names of the columns. */
export function guessMapping(columns: readonly string[]): ColumnMapping {
  const mapping: ColumnMapping = {}
  for (const field of importFields) {
    const column = columns.find((name) =>
      knownNames[field].includes(name.toLowerCase().replace(/[^a-zäöüß]/g, '')),
    )
    if (column !== undefined) mapping[field] = column
  }
  return mapping
}

/**
 * Reads the rows of an import; each is a person or a problem.
 *
 * @param now nobody consented later than that
 */
export function readImportRows(
  records: readonly Readonly<Record<string, string>>[],
  mapping: ColumnMapping,
  now: Date,
): ImportedRow[] {
  const seen = new Set<string>()
  return records.map((record, index): ImportedRow => {
    const cell = (field: ImportField) => tidy(record[mapping[field] ?? ''] ?? '')
    const email = subscriberAddress(cell('email'))
    const problem = (name: RowProblem): ImportedRow => ({
      row: index + 1,
      email,
      person: null,
      problem: name,
    })
    if (!isEmailAddress(email)) return problem('rowInvalidEmail')
    if (seen.has(email)) return problem('rowTwice')
    const language = languageOf(cell('language'))
    if (language === undefined) return problem('rowLanguage')
    const consentedAt = instantOf(cell('consentedAt'))
    if (consentedAt === undefined || (consentedAt !== null && new Date(consentedAt) > now))
      return problem('rowDate')
    seen.add(email)
    const person: ImportedPerson = {
      email,
      salutation: salutations[cell('salutation').toLowerCase().replace(/\.$/, '')] ?? null,
      firstName: cell('firstName') || null,
      lastName: cell('lastName') || null,
      language,
      consentedAt,
      consentIp: cell('consentIp') || null,
      consentUrl: cell('consentUrl') || null,
    }
    return { row: index + 1, email, person, problem: null }
  })
}

/** One line of at most 300 characters: no control characters, no halves of characters. */
function tidy(value: string): string {
  return [...value.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()]
    .slice(0, 300)
    .filter((character) => !/^[\ud800-\udfff]$/.test(character))
    .join('')
}

/** @returns undefined for a language we do not write in */
function languageOf(value: string): 'de' | 'en' | null | undefined {
  const code = value.toLowerCase().replace(/[-_].*$/, '')
  if (code === '') return null
  if (code === 'de' || code === 'deutsch' || code === 'german') return 'de'
  return code === 'en' || code === 'englisch' || code === 'english' ? 'en' : undefined
}

/** ISO 8601, or `31.12.2025` with an optional time; without a zone it is UTC. @returns undefined when it is no date */
function instantOf(value: string): string | null | undefined {
  if (value === '') return null
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,? +(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(value)
  const two = (part = '0') => part.padStart(2, '0')
  const iso = german
    ? `${german[3]}-${two(german[2])}-${two(german[1])}T${two(german[4])}:${two(german[5])}:${two(german[6])}Z`
    : /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? `${value}T00:00:00Z`
      : value
  const match = /^(\d{4})-(\d{2})-(\d{2})[T ]\d{2}:\d{2}/.exec(iso)
  const time = Date.parse(iso.replace(' ', 'T'))
  if (!match || Number.isNaN(time)) return undefined
  // 31.02. would become a day in March.
  const day = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])))
  return day.getUTCDate() === Number(match[3]) ? new Date(time).toISOString() : undefined
}
