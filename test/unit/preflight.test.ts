import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { Resolver } from 'node:dns/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvLine } from '../../src/domain/csv.js'
import { readLexical } from '../../src/domain/lexicalContent.js'
import { publishedForms, signedHeaders } from '../../src/mail/dkim.js'
import { lightOf } from '../../src/mail/newsletter/findings.js'
import type { NewsletterInput } from '../../src/mail/newsletter/newsletterInput.js'
import { checkLetter } from '../../src/mail/newsletter/preflight.js'
import { renderNewsletter } from '../../src/mail/newsletter/render.js'
import { checkSenderDomain, checkSignature } from '../../src/mail/newsletter/senderDomain.js'
import { startDnsServer } from '../support/dnsServer.js'
import { block, letter, link, paragraph, personal } from '../../scripts/demo/letterNodes.js'

const input = (...nodes: Parameters<typeof letter>): NewsletterInput => ({
  subject: 'Neu',
  preheader: '',
  blocks: readLexical(letter(...nodes)),
  images: { 1: { src: 'https://a.test/1.png', alt: '', width: 10, height: 10 } },
  products: {},
  settings: { company: { name: 'M', street: 'S 1', postalCode: '1', city: 'B' } },
  logo: null,
  priceMode: 'net',
  webUrl: null,
  isPublic: false,
})
const lights = (given: NewsletterInput) =>
  Object.fromEntries(
    checkLetter(given, 'de')
      .filter(({ light }) => light !== 'green')
      .map(({ check, light }) => [check, light]),
  )

describe('the look at the letter', () => {
  it('is green for a sound one', () => {
    const sound = input(
      block('greeting', { style: 'formal' }),
      paragraph('Hallo ', personal('company', 'Ihr Haus'), link('https://a.test', 'hier')),
      block('image', { image: 1, alt: 'Apfel' }),
    )
    expect(lights(sound)).toEqual({})
    expect(lightOf(checkLetter(sound, 'de'))).toBe('green')
  })
  it('names fields as the writer knows them', () => {
    const missing = (language: 'de' | 'en') =>
      checkLetter(input(paragraph('{{firstName}} {{formalGreeting}}')), language).find(
        ({ check }) => check === 'fallback',
      )?.values
    expect(missing('de')).toEqual({ fields: 'Vorname, Förmliche Anrede (Sehr geehrte Frau …)' })
    expect(missing('en')).toEqual({ fields: 'First name, Formal greeting (Dear Ms …)' })
  })

  it('measures every language it goes out in, and names those that are too large', () => {
    const sizeOf = (given: NewsletterInput, language: 'de' | 'en') =>
      Buffer.byteLength(renderNewsletter(given, language).html)
    const short = input(paragraph('a'))
    const sizes = { de: sizeOf(short, 'de'), en: sizeOf(short, 'en') }
    expect(sizes.de).not.toBe(sizes.en)
    const [larger, smaller] = sizes.de > sizes.en ? (['de', 'en'] as const) : (['en', 'de'] as const)
    const limit = 102 * 1024
    const long = input(paragraph('a'.repeat(1 + limit - sizes[smaller])))
    expect(sizeOf(long, smaller)).toBe(limit)
    const size = (reader: 'de' | 'en', versions: ('de' | 'en')[]) =>
      checkLetter(long, reader, versions).find(({ check }) => check === 'size')
    const name = { de: 'Deutsch', en: 'Englisch' }
    expect(size('de', [smaller])).toMatchObject({
      light: 'yellow',
      values: { versions: `${name[smaller]}: 102 kB` },
    })
    for (const reader of ['de', 'en'] as const)
      expect(size(reader, ['de', 'en'])).toMatchObject({ light: 'red', values: { size: 103 } })
    expect(size('de', ['de', 'en'])?.values?.versions).toBe(`${name[larger]}: 103 kB`)
    expect(checkLetter(short, 'en', ['de', 'en']).find(({ check }) => check === 'size')).toMatchObject({
      light: 'green',
      values: { versions: expect.stringMatching(/^German: \d kB, English: \d kB$/) },
    })
  })

  it.each<[string, NewsletterInput, Record<string, string>]>([
    ['nothing written', input(paragraph('  ')), { content: 'red' }],
    ['no fallback', input(paragraph('Hallo ', personal('firstName'))), { fallback: 'yellow' }],
    ['typed without fallback', input(paragraph('Hallo {{firstName}}')), { fallback: 'yellow' }],
    [
      'no fallback in the subject',
      { ...input(paragraph('a')), subject: '{{lastName}}' },
      { fallback: 'yellow' },
    ],
    ['an unknown field', input(paragraph('Hallo {{vorname|Du}}')), { slot: 'red' }],
    ['a link to nowhere', input(paragraph(link('', 'hier'))), { link: 'red' }],
    ['a script as a link', input(paragraph(link('javascript:x', 'hier'))), { link: 'red' }],
    ['a button without link', input(block('button', { label: 'Los' })), { link: 'red' }],
    [
      'a picture with a broken link',
      input(block('image', { image: 1, alt: 'a', url: '#' })),
      { link: 'red' },
    ],
    ['no alt text', input(block('image', { image: 1 })), { alt: 'yellow' }],
    ['a picture that is gone', input(block('image', { image: 9, alt: 'a' })), { picture: 'red' }],
    ['a product that is gone', input(block('product', { product: 9 })), { product: 'red' }],
    [
      'no Impressum',
      { ...input(paragraph('a')), settings: { company: { name: 'M' } } },
      { impressum: 'red' },
    ],
    ['a large one', input(paragraph('x'.repeat(85 * 1024))), { size: 'yellow' }],
    ['one that Gmail cuts', input(paragraph('ü'.repeat(52 * 1024))), { size: 'red' }],
    [
      'a link inside a column',
      input(block('columns', { left: letter(paragraph(link('', 'x'))) })),
      { link: 'red' },
    ],
  ])('sees %s', (_, given, expected) => expect(lights(given)).toEqual(expected))
})

describe('the look at the sender’s domain', () => {
  let dns: Awaited<ReturnType<typeof startDnsServer>>
  const resolver = new Resolver({ timeout: 300, tries: 1 })
  beforeAll(async () => {
    dns = await startDnsServer({
      'good.test': ['google-site-verification=x', 'v=spf1 include:_spf.mail.test -all'],
      '_dmarc.good.test': ['v=DMARC1; p=none; rua=mailto:a@good.test'],
      'key._domainkey.good.test': [`v=DKIM1; k=rsa; p=${'A'.repeat(400)}`],
      'news.good.test': ['v=spf1 mx ~all'],
      'key._domainkey.news.good.test': ['v=DKIM1; p='],
      'open.test': ['v=spf1 +all'],
      '_dmarc.open.test': ['v=DMARC1; pct=20'],
      'twice.test': ['v=spf1 -all', 'v=spf1 mx -all'],
      '_dmarc.twice.test': ['v=DMARC1; p=none', 'v=DMARC1; p=reject'],
      'mute.test': null,
      '_dmarc.mute.test': null,
      'key._domainkey.mute.test': null,
    })
    resolver.setServers([dns.address])
  })
  afterAll(() => dns.close())

  it.each<[string, string | null, string[]]>([
    ['good.test', 'key', ['spf green ok', 'dkim green ok', 'dmarc green ok']],
    ['good.test', 'other', ['spf green ok', 'dkim red missing', 'dmarc green ok']],
    ['good.test', null, ['spf green ok', 'dkim yellow unknown', 'dmarc green ok']],
    ['news.good.test', 'key', ['spf green ok', 'dkim red missing', 'dmarc green ok']],
    ['open.test', 'key', ['spf red open', 'dkim red missing', 'dmarc red broken']],
    ['twice.test', 'key', ['spf red twice', 'dkim red missing', 'dmarc red twice']],
    ['nothing.test', 'key', ['spf red missing', 'dkim red missing', 'dmarc red missing']],
    ['mute.test', 'key', ['spf yellow unreachable', 'dkim yellow unreachable', 'dmarc yellow unreachable']],
    ['gmx.de', 'key', ['sender red free']],
  ])('%s with the selector %s', async (domain, dkimSelector, expected) => {
    const findings = await checkSenderDomain({ domain, dkimSelector }, resolver)
    expect(findings.map(({ check, light, what }) => `${check} ${light} ${what}`)).toEqual(expected)
  })

  it('wants both headers of unsubscribing signed, when we sign, by the domain of the sender', () => {
    const check = (headerFieldNames: string, domain = 'good.test', sender = 'good.test') =>
      checkSignature({ domain, headerFieldNames }, sender)
    expect(check(signedHeaders)).toMatchObject({ light: 'green' })
    expect(check('From:List-Unsubscribe:list-unsubscribe-post')).toMatchObject({ light: 'green' })
    expect(check('from:list-unsubscribe')).toMatchObject({
      light: 'red',
      values: { headers: 'list-unsubscribe-post' },
    })
    expect(check(signedHeaders, 'good.test', 'news.good.test')).toMatchObject({ light: 'green' })
    expect(check(signedHeaders, 'good.test', 'notgood.test')).toMatchObject({ light: 'red', what: 'foreign' })
  })

  it('wants the key in the DNS to be the one we sign with', async () => {
    const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()
    const [ours, other] = [pair(), pair()]
    const spki = ours.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    const look = async (published: string, privateKey: KeyObject) => {
      dns.records['s1._domainkey.good.test'] = [published]
      const signing = {
        domain: 'good.test',
        selector: 's1',
        publicKeys: publishedForms(pem(privateKey)),
        headerFieldNames: signedHeaders,
      }
      const findings = await checkSenderDomain(
        { domain: 'good.test', dkimSelector: 'other', signing },
        resolver,
      )
      return findings.map(({ check, light, what }) => `${check} ${light} ${what}`).slice(1)
    }
    const rest = ['dmarc green ok', 'signature green ok']
    expect(await look(`v=DKIM1; k=rsa; p=${spki}`, ours.privateKey)).toEqual(['dkim green ok', ...rest])
    const folded = `v=DKIM1; p = ${spki.slice(0, 60)} ${spki.slice(60)};`
    expect(await look(folded, ours.privateKey)).toEqual(['dkim green ok', ...rest])
    expect(await look(`v=DKIM1; p=${spki}`, other.privateKey)).toEqual(['dkim red other', ...rest])
    expect(await look('v=DKIM1; p=', ours.privateKey)).toEqual(['dkim red missing', ...rest])
  })
})

describe('a line for spreadsheets', () => {
  it('is read as it was meant, and runs nothing', () => {
    expect(csvLine(['a', 1, null, 'b;c', 'd"e', '=1+1', '-x', -1])).toBe(`a;1;;"b;c";"d""e";'=1+1;'-x;-1\r\n`)
  })
})
