import { createHash, createVerify, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { withDkim } from '../../src/mail/dkim.js'
import { compileLetter } from '../../src/mail/newsletter/compile.js'
import type { MailTransport } from '../../src/mail/smtp/failOver.js'

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const unsubscribeUrl = 'https://crm.example.com/api/newsletter/unsubscribe/a.b'
const compose = compileLetter(
  { subject: 'Grüße', html: '<p>Hallo</p>', text: 'Hallo' },
  {
    from: 'post@mozaikoo.test',
    listId: 'newsletter.mozaikoo.test',
    listName: 'Muster',
    unsubscribeMailbox: 'post@mozaikoo.test',
    feedbackId: '1:newsletter:crm:0123456789',
  },
)
const content = compose({
  to: 'a@kunde.test',
  messageId: '<1@mozaikoo.test>',
  date: new Date(),
  values: {},
  unsubscribeUrl,
})

/** Takes down what goes out. */
function recorder() {
  const sent: string[] = []
  const transport: MailTransport = {
    send: (_, mail) =>
      Promise.resolve(sent.push(mail.toString('latin1'))).then(() => ({ state: 'sent', response: '250' })),
    isReachable: () => Promise.resolve(true),
    close: () => undefined,
  }
  return { sent, transport }
}

/** RFC 6376, 3.4.2. */
const relaxed = (header: string) => {
  const colon = header.indexOf(':')
  const value = header
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()
  return `${header.slice(0, colon).trim().toLowerCase()}:${value}`
}

describe('a signed newsletter', () => {
  it('has a valid signature that covers both unsubscribe headers', async () => {
    const { sent, transport } = recorder()
    await withDkim(transport, { domain: 'mozaikoo.test', selector: 's1', privateKey }).send(
      { from: 'a', to: 'b' },
      content,
    )
    const raw = sent[0] ?? ''
    const end = raw.indexOf('\r\n\r\n')
    const headers = raw.slice(0, end).split(/\r\n(?![ \t])/)
    const signature = headers.find((header) => /^dkim-signature:/i.test(header)) ?? ''
    const tag = (name: string) =>
      new RegExp(`[;\\s:]${name}=([^;]*)`).exec(signature)?.[1]?.replace(/\s/g, '') ?? ''
    const covered = tag('h').toLowerCase().split(':')
    expect(covered).toEqual(expect.arrayContaining(['from', 'list-unsubscribe', 'list-unsubscribe-post']))
    expect([tag('d'), tag('s')]).toEqual(['mozaikoo.test', 's1'])

    const body = raw
      .slice(end + 4)
      .replace(/[ \t]+/g, ' ')
      .replace(/ \r\n/g, '\r\n')
      .replace(/(\r\n)*$/, '\r\n')
    expect(tag('bh')).toBe(createHash('sha256').update(body, 'latin1').digest('base64'))
    const find = (name: string) => headers.find((header) => header.toLowerCase().startsWith(`${name}:`)) ?? ''
    const signed = covered.map((name) => `${relaxed(find(name))}\r\n`).join('')
    const unsigned = relaxed(signature.replace(/([;\s]b=)[^;]*/, '$1'))
    const verify = createVerify('RSA-SHA256').update(signed + unsigned, 'latin1')
    expect(verify.verify(publicKey, tag('b'), 'base64')).toBe(true)
  })

  it('is refused at the start with a key that is none', () => {
    const { transport } = recorder()
    expect(() =>
      withDkim(transport, { domain: 'a.test', selector: 's', privateKey: 'secret words' }),
    ).toThrow(/dkim\.privateKey is not a private key/)
    expect(() =>
      withDkim(transport, { domain: 'a.test', selector: 's', privateKey: 'secret words' }),
    ).not.toThrow(/secret/)
  })
})
