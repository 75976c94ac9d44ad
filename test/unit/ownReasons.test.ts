import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { texts, translate } from '../../src/i18n/translate.js'
import { wordReason } from '../../src/mail/ownReasons.js'

const reader = (language: 'de' | 'en') => ({
  t: (key: string, values?: Record<string, string | number>) =>
    translate(language, key.replace('crm:', '') as 'reason:workerStopped', values),
})
const german = (stored: string) => wordReason(reader('de'), stored)

describe('why a mail did not go out', () => {
  it('is told in German as far as the reason is ours', () => {
    expect(german('The recipient may not get newsletters any more.')).toBe(
      'Der Empfänger darf keinen Newsletter mehr bekommen.',
    )
    expect(german('No mail server could be reached: The mail server closed the connection.; ETIMEDOUT')).toBe(
      'Kein Mailserver war erreichbar: Der Mailserver hat die Verbindung geschlossen.; ETIMEDOUT',
    )
  })

  it('stays as the mail server said it', () => {
    expect(german('550 5.1.1 No such user')).toBe('550 5.1.1 No such user')
  })

  it('is the stored sentence itself in English', () => {
    for (const sentence of Object.values(texts.en.reason))
      expect(wordReason(reader('en'), sentence)).toBe(sentence)
  })

  it('is known for whatever a mail that cannot be made ready throws', () => {
    const folder = path.resolve('jobs')
    const sentences = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('render.ts'))
      .flatMap((file) => [
        ...readFileSync(path.join(folder, file), 'utf8').matchAll(/new Error\(\s*'([^']+)'/g),
      ])
      .map(([, sentence = '']) => sentence)
    expect(sentences.length).toBeGreaterThan(3)
    for (const sentence of sentences) expect(german(sentence), sentence).not.toBe(sentence)
  })
})
