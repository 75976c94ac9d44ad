import fc from 'fast-check'
import { simpleParser, type ParsedMail } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { bareAddress, composeTransactional, messageIdOf, type Addresses } from '../../src/mail/message.js'

const mail = { subject: 'Hallo', html: '<p>Grüße</p>', text: 'Grüße', messageId: '<crm-1-a@example.com>' }
const usual: Addresses = {
  from: 'Muster <info@example.com>',
  to: 'anna@kunde.test',
  replyTo: 're@example.com',
}
const date = new Date('2026-07-04T12:00:00Z')

async function parsed(
  changes: Partial<typeof mail>,
  addresses: Partial<Addresses> = {},
): Promise<ParsedMail> {
  return simpleParser(await composeTransactional({ ...mail, ...changes }, { ...usual, ...addresses }, date))
}
const headersOf = (message: ParsedMail) => [...message.headers.keys()].sort()

describe('the Message-ID of a mail', () => {
  it('is the same whenever the same row is sent', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string(), (row, key) => {
        const id = messageIdOf(row, key, 'info@example.com')
        expect(messageIdOf(row, key, 'Muster GmbH <info@example.com>')).toBe(id)
        expect(messageIdOf(String(row), key, 'info@example.com')).toBe(id)
        expect(messageIdOf(row + 1, key, 'info@example.com')).not.toBe(id)
        expect(messageIdOf(row, `${key}x`, 'info@example.com')).not.toBe(id)
        expect(id).toMatch(/^<[\w.-]+@example\.com>$/)
      }),
      { numRuns: 1000 },
    )
  })

  it('has a domain even when the sender has none', () => {
    expect(messageIdOf(1, 'k', 'nobody')).toMatch(/^<[\w.-]+@[\w.-]+>$/)
  })

  it('is ASCII, as RFC 5322 wants it, when the domain of the sender is not', () => {
    expect(messageIdOf(1, 'k', 'info@müller.de')).toMatch(/^<[\x21-\x7e]+@[\x21-\x7e]+>$/)
  })
})

describe('a composed mail', () => {
  it('says who, what and that a machine wrote it', async () => {
    const message = await parsed({ subject: 'Auftragsbestätigung Nr. 1 für Müller' })
    expect(message.subject).toBe('Auftragsbestätigung Nr. 1 für Müller')
    expect(message.from?.value).toEqual([{ name: 'Muster', address: 'info@example.com' }])
    expect(message.to).toMatchObject({ value: [{ address: 'anna@kunde.test' }] })
    expect(message.replyTo?.value).toMatchObject([{ address: 're@example.com' }])
    expect(message.messageId).toBe(mail.messageId)
    expect(message.date).toEqual(date)
    expect(message.headers.get('auto-submitted')).toBe('auto-generated')
    expect(message.text?.trim()).toBe('Grüße')
    expect(message.html).toContain('<p>Grüße</p>')
  })

  it('keeps a company name with a comma together', async () => {
    const { from } = await parsed({}, { from: 'Meier, Schulze & Partner <info@example.com>' })
    expect(from?.value).toEqual([{ name: 'Meier, Schulze & Partner', address: 'info@example.com' }])
  })

  const evil = fc
    .tuple(fc.string(), fc.constantFrom('\r\n', '\n', '\r', '\r\n\r\n'), fc.constantFrom('Bcc', 'X-Evil'))
    .map(([before, lineBreak, header]) => `${before}${lineBreak}${header}: evil@evil.test${lineBreak}`)

  it.each<[string, (text: string) => [Partial<typeof mail>, Partial<Addresses>]]>([
    ['subject', (text) => [{ subject: text }, {}]],
    ['name of the sender', (text) => [{}, { from: `${text} <info@example.com>` }]],
    ['recipient', (text) => [{}, { to: `anna@kunde.test${text}` }]],
    ['address for answers', (text) => [{}, { replyTo: `re@example.com${text}` }]],
    ['Message-ID', (text) => [{ messageId: `<a${text}@example.com>` }, {}]],
  ])('gets no additional header from the line breaks in its %s', async (_, changes) => {
    const usualHeaders = headersOf(await parsed({}))
    await fc.assert(
      fc.asyncProperty(evil, async (text) => {
        const headers = headersOf(await parsed(...changes(text)))
        expect(usualHeaders).toEqual(expect.arrayContaining(headers))
      }),
      { numRuns: 200 },
    )
  })
})

describe('the bare address', () => {
  it.each([
    ['Muster GmbH <info@example.com>', 'info@example.com'],
    ['"A <B>" <info@example.com> ', 'info@example.com'],
    [' info@example.com ', 'info@example.com'],
  ])('of %j is %s', (value, expected) => expect(bareAddress(value)).toBe(expected))
})
