import { describe, expect, it } from 'vitest'
import { guessMapping, readImportRows } from '../../src/domain/subscriberImport.js'
import { csvRows } from '../../src/subscription/csvRows.js'

const now = new Date('2026-06-01T00:00:00Z')
const read = (csv: string | Buffer) => {
  const table = csvRows(csv)
  return table && readImportRows(table.rows, guessMapping(table.columns), now)
}

describe('a CSV file of subscribers', () => {
  it('is read as German spreadsheets write it', () => {
    const text =
      'Anrede;Vorname;Nachname;E-Mail-Adresse;Einwilligung am\r\nFrau;Jörg;"Groß; Müller";A@B.de;31.12.2025 14:05\r\n'
    for (const file of [Buffer.from(text, 'latin1'), Buffer.from(`\uFEFF${text}`), text])
      expect(read(file)?.[0]).toMatchObject({
        row: 1,
        person: {
          email: 'a@b.de',
          salutation: 'ms',
          firstName: 'Jörg',
          lastName: 'Groß; Müller',
          consentedAt: '2025-12-31T14:05:00.000Z',
        },
      })
  })

  it('is read with commas and tabs, and with short rows', () => {
    expect(read('email,first name,language\na@b.de,"A, B",en\nc@d.de\n')).toMatchObject([
      { person: { firstName: 'A, B', language: 'en' } },
      { person: { email: 'c@d.de', firstName: null, language: null } },
    ])
    expect(read('email\tname\na@b.de\tX\n')?.[0]).toMatchObject({ person: { lastName: 'X' } })
  })

  it('says of each row what is wrong with it', () => {
    const csv =
      'email,language,consentedAt\nx,,\na@b.de,,\nA@B.DE,,\nc@d.de,fr,\ne@f.de,,31.02.2026\ng@h.de,,2026-07-01\ni@j.de,,gestern\n'
    expect(read(csv)?.map((row) => row.problem)).toEqual([
      'rowInvalidEmail',
      null,
      'rowTwice',
      'rowLanguage',
      'rowDate',
      'rowDate',
      'rowDate',
    ])
  })

  it('is refused when it is none', () => expect(csvRows('a,b\n"unclosed')).toBeNull())
})
