import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSubscriberToken, signSubscriberToken } from '../../src/mail/subscriberToken.js'
import { readVerpAddress, verpAddress } from '../../src/mail/verp.js'

const purposes = ['unsubscribe', 'preferences', 'confirm'] as const
const id = fc.oneof(fc.nat().map(String), fc.uuid())

describe('the token of a link', () => {
  it('says who is meant, for its purpose and under its secret only', () => {
    fc.assert(
      fc.property(fc.constantFrom(...purposes), id, fc.option(id), (purpose, subscriberId, newsletterId) => {
        const token = signSubscriberToken('secret', purpose, subscriberId, newsletterId ?? undefined)
        expect(token).toMatch(/^[\w-]+\.[\w-]{20}$/)
        expect(readSubscriberToken('secret', purpose, token)).toEqual({ subscriberId, newsletterId })
        expect(readSubscriberToken('other', purpose, token)).toBeNull()
        for (const other of purposes.filter((name) => name !== purpose))
          expect(readSubscriberToken('secret', other, token)).toBeNull()
      }),
    )
  })

  it('cannot be changed by a single character', () => {
    const token = signSubscriberToken('secret', 'unsubscribe', 17, 4)
    fc.assert(
      fc.property(fc.nat({ max: token.length - 1 }), fc.constantFrom(...'abcXYZ019-_.~'), (at, character) => {
        const forged = token.slice(0, at) + character + token.slice(at + 1)
        if (forged !== token) expect(readSubscriberToken('secret', 'unsubscribe', forged)).toBeNull()
      }),
    )
  })

  it('is never read from rubbish', () => {
    fc.assert(fc.property(fc.string(), (text) => readSubscriberToken('s', 'confirm', text) === null))
  })
})

describe('the envelope sender of a mail', () => {
  it('names the mail, whatever case the report writes it in', () => {
    fc.assert(
      fc.property(id, (mailId) => {
        const address = verpAddress('secret', 'bounces@example.com', mailId)
        expect(address).toMatch(/^bounces\+[\w-]+@example\.com$/)
        expect(readVerpAddress('secret', address)).toBe(mailId)
        expect(readVerpAddress('secret', address.toUpperCase())).toBe(mailId)
        expect(readVerpAddress('other', address)).toBeNull()
      }),
    )
  })

  it('cannot be made up', () => {
    expect(readVerpAddress('secret', 'bounces+17-0123456789abcdef@example.com')).toBeNull()
    expect(readVerpAddress('secret', 'bounces@example.com')).toBeNull()
  })
})
