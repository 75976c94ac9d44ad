import fc from 'fast-check'
import { caniemail } from 'caniemail'
import { describe, expect, it } from 'vitest'
import { readLexical } from '../../src/domain/lexicalContent.js'
import { isSlotName, slotsOf } from '../../src/domain/personalFields.js'
import { fillNewsletter } from '../../src/mail/newsletter/fillNewsletter.js'
import { readableOn } from '../../src/mail/newsletter/letterStyle.js'
import type { NewsletterInput } from '../../src/mail/newsletter/newsletterInput.js'
import { personalValues } from '../../src/mail/newsletter/personalValues.js'
import { renderNewsletter } from '../../src/mail/newsletter/render.js'
import {
  block,
  heading,
  letter,
  lineBreak,
  link,
  list,
  paragraph,
  personal,
  rule,
  text,
} from '../../scripts/demo/letterNodes.js'

const content = letter(
  heading('h1', 'Herbst bei uns'),
  block('greeting', { style: 'formal', fallback: '' }),
  paragraph(
    'Liebe Grüße an ',
    personal('company', 'Ihr Haus'),
    ' & alle. ',
    text('Fett', 1),
    lineBreak,
    link('https://example.com/a?b=1&c=2', 'Zum Laden'),
    ' ',
    link('javascript:alert(1)', 'böse'),
  ),
  block('image', { image: 5, alt: 'Äpfel <frisch>', url: 'https://example.com/apfel' }),
  block('button', { label: 'Jetzt bestellen', url: 'https://example.com/shop', align: 'center' }),
  list('number', ['eins'], ['zwei ', text('kursiv', 2)]),
  block('columns', {
    left: letter(paragraph('links'), block('image', { image: 5 })),
    right: letter(paragraph('rechts')),
  }),
  block('product', { product: 7, url: 'https://example.com/p' }),
  block('product', { product: 99 }),
  rule,
)

const input = (extras: Partial<NewsletterInput> = {}): NewsletterInput => ({
  subject: 'Herbst für {{firstName|Sie}}',
  preheader: 'Äpfel sind da',
  blocks: readLexical(content),
  images: { 5: { src: 'https://crm.example.com/apfel.jpg', alt: 'Korb', width: 1200, height: 600 } },
  products: {
    7: { name: 'Olivenöl <extra>', description: 'kalt', price: 1250, taxRate: 7, unit: 'Flasche' },
  },
  settings: {
    company: {
      name: 'Muster GmbH',
      street: 'Hauptstr. 1',
      postalCode: '10115',
      city: 'Berlin',
      vatId: 'DE136695976',
    },
    bank: { iban: 'DE89370400440532013000' },
    newsletter: { accent: '#2f6b3c', de: { footer: 'Viele Grüße\naus Berlin' } },
  },
  logo: null,
  priceMode: 'gross',
  webUrl: 'https://crm.example.com/w/1',
  isPublic: false,
  ...extras,
})

const clients: Parameters<typeof caniemail>[0]['clients'] = [
  'gmail.*',
  'outlook.*',
  'apple-mail.*',
  'yahoo.*',
]

/** What some programs leave out, and what is seen there instead. */
const dispensable = {
  'color-scheme meta tag': 'the program chooses the colours of dark mode itself',
  '<body> element': 'becomes a <div>; the table inside has the colour too',
  'border-radius': 'corners are square',
  'max-height property': 'the preview line is hidden by display:none',
  overflow: 'the preview line is hidden by display:none',
  'display:none': 'the preview line is one pixel high, in the colour of the page',
  'role attribute': 'the tables are read as tables',
  'height property': 'the attribute height is there as well',
}

const links = {
  unsubscribeUrl: 'https://crm.example.com/u/1?a=b&c=d',
  preferencesUrl: 'https://crm.example.com/p/1',
}

describe('a newsletter', () => {
  const rendered = renderNewsletter(input(), 'de')
  const recipient = { salutation: 'ms', firstName: 'Anna', lastName: 'Groß', company: 'Bäckerei "G&G"' }
  const mail = fillNewsletter(rendered, personalValues(recipient, links, 'de'))

  it('says the same in HTML and in plain text', () => {
    for (const part of [mail.html, mail.text])
      for (const needle of [
        'Herbst bei uns',
        'Sehr geehrte Frau Groß,',
        'Jetzt bestellen',
        'https://example.com/shop',
        'links',
        'rechts',
        '12,50 € / Flasche',
        'inkl. 7 % USt.',
        'Muster GmbH, Hauptstr. 1, 10115 Berlin',
        'DE136695976',
        'Viele Grüße',
        'weil Sie sich dafür angemeldet haben',
        'https://crm.example.com/p/1',
        'https://crm.example.com/w/1',
      ])
        expect(part).toContain(needle)
    expect(mail.html).toContain('Bäckerei &quot;G&amp;G&quot; &amp; alle')
    expect(mail.text).toContain('Bäckerei "G&G" & alle')
    expect(mail.html).toContain('https://crm.example.com/u/1?a=b&amp;c=d')
    expect(mail.text).toContain('Newsletter abbestellen: https://crm.example.com/u/1?a=b&c=d')
    expect(mail.text).toContain('Zum Laden (https://example.com/a?b=1&c=2)')
    expect(mail.text).toContain('1. eins\n2. zwei kursiv')
    expect(mail.subject).toBe('Herbst für Anna')
  })

  it('has no bank account and no script in it', () => {
    expect(mail.html + mail.text).not.toMatch(/IBAN|DE8937|javascript:|<script/)
    expect(mail.html).toContain('böse')
  })

  it('shows pictures from absolute addresses with width, height and a description', () => {
    const images = mail.html.match(/<img[^>]*>/g) ?? []
    expect(images).toHaveLength(2)
    expect(images[0]).toMatch(/src="https:\/\/crm\.example\.com\/apfel\.jpg"/)
    expect(images[0]).toMatch(/alt="Äpfel &lt;frisch&gt;"/)
    expect(images[0]).toMatch(/width="544"[\s\S]*height="272"/)
    expect(images[1]).toMatch(/alt="Korb"[\s\S]*width="260"[\s\S]*height="130"/)
  })

  it('greets people it does not know by what was written for them', () => {
    const stranger = fillNewsletter(rendered, personalValues({}, links, 'de'))
    expect(stranger.text).toContain('Guten Tag,')
    expect(stranger.text).toContain('an Ihr Haus & alle')
    expect(stranger.subject).toBe('Herbst für Sie')
    const english = fillNewsletter(renderNewsletter(input(), 'en'), personalValues(recipient, links, 'en'))
    expect(english.text).toContain('Dear Ms Groß,')
    expect(english.text).toContain('Unsubscribe: https://crm.example.com/u/1?a=b&c=d')
    expect(english.html).toContain('<html lang="en"')
  })

  it('names in net mode what is added to the price', () => {
    expect(renderNewsletter(input({ priceMode: 'net' }), 'de').text).toContain('zzgl. 7 % USt.')
  })

  it('mentions the web page only when there is one', () => {
    expect(renderNewsletter(input({ webUrl: null }), 'de').html).not.toContain('Im Browser ansehen')
  })

  it('is for nobody in particular in the web', () => {
    const page = fillNewsletter(renderNewsletter(input({ isPublic: true }), 'de'), {})
    for (const part of [page.html, page.text]) {
      expect(part).not.toMatch(/abbestellen|Einstellungen ändern|Im Browser|angemeldet haben|href=""|\{\{/)
      expect(part).toContain('Muster GmbH')
    }
  })

  it('stays far below the size at which Gmail cuts', () => {
    expect(Buffer.byteLength(mail.html)).toBeLessThan(30_000)
  })

  it('uses nothing that the big mail programs do not show', () => {
    // The style sheet in the head is an addition that a program may leave out, so it does not count.
    const html = mail.html.replace(/<style>[\s\S]*<\/style>/, '')
    const { issues } = caniemail({ clients, html })
    const unsupported = [...issues.errors.values()].flat().map(({ title }) => title)
    expect([...new Set(unsupported)].filter((title) => !(title in dispensable))).toEqual([])
  })
})

describe('whatever is written and whoever reads it', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 30 })
  const noise = fc.oneof(
    words,
    words.map((s) => `<img src=x onerror=a>${s}{{lastName}}"'&\r\n`),
  )
  const node = fc.oneof(
    noise.map((s) => paragraph(s, personal('firstName', s), link('https://example.com', s))),
    noise.map((s) => heading('h2', s)),
    noise.map((s) => list('bullet', [s], [link('javascript:x', s)])),
    noise.map((s) => block('button', { label: s, url: `https://example.com/${encodeURIComponent(s)}` })),
    noise.map((s) => block('image', { image: 5, alt: s, url: s })),
    noise.map((s) => block('greeting', { style: 'informal', fallback: s })),
    noise.map((s) => block('columns', { left: letter(paragraph(s)), right: s })),
    fc.anything().map((thing) => ({ type: 'block', fields: thing })),
    fc.object().map((thing) => thing),
  )

  it('nothing unresolved stays, and no markup comes from text', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 8 }), noise, noise, (nodes, first, last) => {
        const blocks = readLexical(letter(...(nodes as never[])))
        const rendered = renderNewsletter(input({ blocks, subject: 'Für {{firstName|Sie}}' }), 'de')
        const values = personalValues({ firstName: first, lastName: last, salutation: 'mr' }, links, 'de')
        const mail = fillNewsletter(rendered, values)
        const known = slotsOf(rendered.html).every(({ name }) => isSlotName(name))
        expect(known).toBe(true)

        expect(mail.subject).not.toMatch(/[\u0000-\u001f]/)
        expect(mail.html).not.toMatch(/<img src=x|javascript:/)
        for (const tag of mail.html.match(/<a [^>]*href="[^"]*"/g) ?? [])
          expect(tag).toMatch(/href="(https?:|mailto:|tel:)/)
      }),
      { numRuns: 1000 },
    )
  })

  it('a button can be read on every colour', () => {
    const luminance = (colour: string) => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
        const share = parseInt(colour.slice(at, at + 2), 16) / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const colour = `#${number.toString(16).padStart(6, '0')}`
        const [dark = 0, light = 0] = [luminance(colour), luminance(readableOn(colour))].sort((a, b) => a - b)
        expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })
})
