import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEmailAddress, normalizeEmail } from '../../src/domain/emailAddress.js'

describe('an e-mail address', () => {
  it.each([
    ['  Anna@Muster.TEST ', 'Anna@muster.test'],
    ['\tanna@muster.test\n', 'anna@muster.test'],
    ['no address', 'no address'],
    ['', ''],
  ])('typed as %j is stored as %j', (typed, stored) => expect(normalizeEmail(typed)).toBe(stored))

  it.each(['a@b.de', 'anna.muster+shop@mail.example.com', 'info@müller.de'])('%s is valid', (address) =>
    expect(isEmailAddress(address)).toBe(true),
  )

  it.each([
    ['without a domain', 'anna'],
    ['without a top level', 'a@localhost'],
    ['with a display name', 'Anna <a@b.de>'],
    ['followed by another', 'a@b.de, c@d.de'],
    ['with two dots', 'a..b@c.de'],
    ['followed by a line break', 'a@b.de\n'],
    ['followed by a header', 'a@b.de\r\nBcc: x@y.de'],
    ['of nothing', ''],
  ])('%s is invalid', (_, address) => expect(isEmailAddress(address)).toBe(false))

  it.each(['"a\r\nBcc: x@y.de\r\n"@example.com', '"a\nb"@example.com'])(
    'with a line break in a quoted local part is invalid: %j',
    (address) => expect(isEmailAddress(address)).toBe(false),
  )

  it('is not changed by being normalised twice', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.emailAddress()), (typed) => {
        expect(normalizeEmail(normalizeEmail(typed))).toBe(normalizeEmail(typed))
      }),
      { numRuns: 1000 },
    )
  })
})
