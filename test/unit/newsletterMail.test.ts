import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { compileLetter, type CampaignHeaders } from '../../src/mail/newsletter/compile.js'
import { isReadyForWire } from '../../src/mail/smtp/wire.js'

const headers: CampaignHeaders = {
  from: '"Muster Naturkost" <post@mozaikoo.test>',
  replyTo: 'antwort@mozaikoo.test',
  listId: 'newsletter.mozaikoo.test',
  listName: 'Müster, "Naturkost" <GmbH>',
  unsubscribeMailbox: 'antwort@mozaikoo.test',
  feedbackId: '4:newsletter:crm:0123456789',
}
const token = 'NDJ-NA.aBcDeFgHiJkLmNoPqRsT'
const unsubscribeUrl = `https://crm.example.com/api/newsletter/unsubscribe/${token}`
const mail = (values: Record<string, string | null> = {}) => ({
  to: 'anna@kunde.test',
  messageId: '<crm-17-0123456789abcdef01234567@mozaikoo.test>',
  date: new Date('2026-11-24T10:20:30Z'),
  values: { unsubscribeUrl, ...values },
  unsubscribeUrl,
})
const letter = (subject: string, content: string) => ({
  subject,
  html: `<!doctype html><p>${content}</p><a href="{{unsubscribeUrl}}">ab</a>`,
  text: `${content}\n\n{{unsubscribeUrl}}\n`,
})

/** Header lines as they travel, unfolded. */
function headerLines(raw: string): string[] {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n'))
  return head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
}

describe('a compiled newsletter', () => {
  it('has the headers of bulk mail, to the letter', async () => {
    const raw = compileLetter(letter('Grüße', 'Hallo'), headers)(mail()).toString('latin1')
    expect(headerLines(raw)).toEqual(
      expect.arrayContaining([
        'From: Muster Naturkost <post@mozaikoo.test>',
        'Reply-To: antwort@mozaikoo.test',
        'To: anna@kunde.test',
        'Message-ID: <crm-17-0123456789abcdef01234567@mozaikoo.test>',
        'Date: Tue, 24 Nov 2026 10:20:30 +0000',
        'Precedence: bulk',
        'Feedback-ID: 4:newsletter:crm:0123456789',
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
        `List-Unsubscribe: <${unsubscribeUrl}>, <mailto:antwort@mozaikoo.test?subject=unsubscribe%20${token}>`,
      ]),
    )
    const names = headerLines(raw).map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
    expect(new Set(names).size).toBe(names.length)
    expect(headerLines(raw).find((line) => line.startsWith('List-ID:'))).toMatch(
      / <newsletter\.mozaikoo\.test>$/,
    )
    // An address in a link must not be folded: some receivers would not find it.
    expect(raw).toContain(`List-Unsubscribe: <${unsubscribeUrl}>,\r\n <mailto:`)
    const parsed = await simpleParser(raw)
    expect(parsed.subject).toBe('Grüße')
  })

  it('says the same in both parts, with and without what is personal', async () => {
    const compose = compileLetter(
      letter('Für {{firstName|Sie}}', 'Hallo {{firstName|Freunde}}, schön!'),
      headers,
    )
    const anna = await simpleParser(compose(mail({ firstName: 'Änna & Co.' })))
    expect(anna.subject).toBe('Für Änna & Co.')
    expect(anna.text).toContain('Hallo Änna & Co., schön!')
    expect(anna.html).toContain('Hallo Änna &amp; Co., schön!')
    expect(anna.text).toContain(unsubscribeUrl)
    const nobody = await simpleParser(compose(mail({ firstName: null })))
    expect(nobody.subject).toBe('Für Sie')
    expect(nobody.text).toContain('Hallo Freunde, schön!')
  })

  it('is harmless and complete for 1,000 names and contents, whatever stands in them', async () => {
    const nasty = fc.constantFrom(
      'x\r\nBcc: all@evil.test',
      'x\nSubject: gone',
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '{{lastName}}',
      '=?utf-8?Q?evil?=',
      '.\r\n.\r\nQUIT',
      '\u2028\u0000\u0007',
    )
    const name = fc.oneof(
      nasty,
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    const content = fc
      .oneof(fc.lorem({ maxCount: 60 }), fc.string({ unit: 'grapheme', maxLength: 400 }))
      .map((text) => text.replace(/[{}<>&]/g, ' '))
    await fc.assert(
      fc.asyncProperty(name, content, async (firstName, text) => {
        const compose = compileLetter(
          letter('Für {{firstName|Sie}}', `${text} {{firstName|Freunde}} ${text}`),
          headers,
        )
        const raw = compose(mail({ firstName })).toString('latin1')
        const plain = compileLetter(
          letter('Für {{firstName|Sie}}', 'x'),
          headers,
        )(mail({ firstName: 'x' })).toString('latin1')
        const names = (source: string) => headerLines(source).map((line) => line.slice(0, line.indexOf(':')))
        expect(names(raw)).toEqual(names(plain))
        for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(300)
        expect(raw).toMatch(/^[\x00-\x7f]*$/)
        expect(isReadyForWire(Buffer.from(raw, 'latin1'))).toBe(true)
        const body = raw.slice(raw.indexOf('\r\n\r\n'))
        for (const line of body.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76)

        const parsed = await simpleParser(raw)
        expect(parsed.attachments).toEqual([])
        const html = parsed.html || ''
        expect(html).not.toMatch(/<script|<img/i)
        expect(html.match(/<a href=/g)).toHaveLength(1)
        const shown = firstName.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim()
        if (!shown.includes('{{'))
          for (const part of [html, parsed.text ?? '', parsed.subject ?? '']) expect(part).not.toMatch(/\{\{/)
        expect(parsed.text).toContain(unsubscribeUrl)
      }),
      { numRuns: 1000 },
    )
  })
})
