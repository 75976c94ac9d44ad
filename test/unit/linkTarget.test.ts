import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkTarget } from '../../src/domain/linkTarget.js'

describe('a link of a newsletter', () => {
  it.each([
    ['https://example.com', 'https://example.com/'],
    [' http://example.com/a?b=c&d#e ', 'http://example.com/a?b=c&d#e'],
    ['https://bücher.example/ü', 'https://xn--bcher-kva.example/%C3%BC'],
    ['mailto:info@example.com', 'mailto:info@example.com'],
    ['tel:+49305555', 'tel:+49305555'],
    ['{{unsubscribeUrl}}', '{{unsubscribeUrl}}'],
    ['{{preferencesUrl}}', '{{preferencesUrl}}'],
  ])('may be %s', (given, expected) => expect(linkTarget(given)).toBe(expected))

  it.each([
    '',
    ' ',
    '#',
    '/products',
    'example.com',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'https://',
    'https://example.com/?to={{email}}',
    '{{legalNotice}}',
    'https://exa mple.com',
    'https://example.com/"onclick="x',
    undefined,
    null,
    7,
  ])('may not be %s', (given) => expect(linkTarget(given)).toBeNull())

  it('is never more than an address, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `https://${text}`),
        ),
        (typed) => {
          const target = linkTarget(typed)
          if (target !== null) expect(target).toMatch(/^(https?:\/\/|mailto:|tel:|\{\{\w+Url\}\}$)[^\s"<>]*$/)
        },
      ),
    )
  })
})
