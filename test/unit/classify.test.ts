import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify } from '../../src/mail/smtp/handOver.js'

const smtpError = (details: { code?: string; responseCode?: number }, message = 'Refused') =>
  Object.assign(new Error(message), details)

describe('what came of handing over a mail', () => {
  it.each<[string, { code?: string; responseCode?: number }, boolean, string]>([
    ['a 5xx to the recipient', { code: 'EENVELOPE', responseCode: 550 }, false, 'failed'],
    ['a 5xx to the content', { code: 'EMESSAGE', responseCode: 554 }, true, 'failed'],
    ['a 4xx to the recipient', { code: 'EENVELOPE', responseCode: 450 }, false, 'deferred'],
    ['a 4xx to the content', { code: 'EMESSAGE', responseCode: 451 }, true, 'deferred'],
    ['a server that shuts down', { responseCode: 421 }, false, 'deferred'],
    ['an address nobody can send to', { code: 'EENVELOPE' }, false, 'failed'],
    ['a refused connection', { code: 'ECONNECTION' }, false, 'unreachable'],
    ['a line broken before the last byte', { code: 'ETIMEDOUT' }, false, 'unreachable'],
    ['a line broken after the last byte', { code: 'ETIMEDOUT' }, true, 'unknown'],
    ['a socket closed after the last byte', {}, true, 'unknown'],
  ])('%s: (%j, all handed over: %s) → %s', (_, details, handedOver, state) => {
    expect(classify(smtpError(details), handedOver).state).toBe(state)
  })

  it('is decided by the answer of the server whenever there is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 599 }), fc.boolean(), (responseCode, handedOver) => {
        const expected = responseCode < 500 ? 'deferred' : 'failed'
        expect(classify(smtpError({ responseCode }), handedOver).state).toBe(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('is never “unreachable” once the server may have the mail: another one would send it twice', () => {
    const codes = fc.constantFrom('ETIMEDOUT', 'ESOCKET', 'ECONNECTION', 'EPROTOCOL', 'EAUTH', undefined)
    fc.assert(
      fc.property(
        codes,
        fc.option(fc.integer({ min: 200, max: 599 }), { nil: undefined }),
        (code, answer) => {
          const details = { ...(code && { code }), ...(answer && { responseCode: answer }) }
          expect(classify(smtpError(details), true).state).not.toBe('unreachable')
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('is told in one short line', () => {
    const outcome = classify(smtpError({ responseCode: 550 }, `no\r\n such\tuser ${'x'.repeat(9999)}`), true)
    expect(outcome).toMatchObject({ state: 'failed', error: expect.stringMatching(/^no such user x+$/) })
    expect('error' in outcome && outcome.error.length).toBeLessThanOrEqual(500)
  })
})
