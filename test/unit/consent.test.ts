import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type Json } from '../../src/domain/canonicalJson.js'
import { legalBases, legalBasis, subscriberStatuses } from '../../src/domain/consent.js'
import { subscriberAddress } from '../../src/domain/emailAddress.js'
import { firstBrokenConsent, hashOfConsent, type ConsentRow } from '../../src/subscription/consentRow.js'
import { readSubscriberToken, signSubscriberToken } from '../../src/mail/subscriberToken.js'
import { maskedAddress } from '../../src/endpoints/publicPages/subscriberLink.js'

const secret = 'a secret of the installation'

describe('the legal basis of a person', () => {
  it('is nothing without a confirmed status and a basis that holds', () => {
    for (const status of subscriberStatuses)
      for (const basis of [null, ...legalBases])
        for (const hasConfirmedOrder of [true, false])
          for (const suppressed of [true, false]) {
            const result = legalBasis({ status, legalBasis: basis, hasConfirmedOrder, suppressed })
            const may =
              status === 'confirmed' &&
              basis !== null &&
              !suppressed &&
              (basis !== 'existingCustomer' || hasConfirmedOrder)
            expect(result.basis).toBe(may ? basis : null)
            expect(result.reason === null).toBe(may)
          }
  })
})

describe('the address of a subscriber', () => {
  it('is one key for all spellings of a mailbox', () => {
    expect(subscriberAddress('  Erika.Muster@Bücher.Example ')).toBe('erika.muster@xn--bcher-kva.example')
    expect(subscriberAddress('a@xn--bcher-kva.example')).toBe(subscriberAddress('A@BÜCHER.example'))
  })

  it('never becomes another one by being normalised twice, and never a valid one out of an invalid one', () => {
    fc.assert(
      fc.property(fc.string(), fc.domain(), (local, domain) => {
        const once = subscriberAddress(`${local}@${domain}`)
        expect(subscriberAddress(once)).toBe(once)
      }),
    )
    expect(subscriberAddress('a@bücher.test/path')).toBe('a@bücher.test/path')
    expect(subscriberAddress('a@ü:80')).toBe('a@ü:80')
  })

  it('is shown only in part on pages that anybody with the link can open', () => {
    expect(maskedAddress('erika@muster.test')).toBe('er***@muster.test')
    expect(maskedAddress('a@muster.test')).toBe('a***@muster.test')
  })
})

describe('a token', () => {
  const purposes = ['unsubscribe', 'preferences', 'confirm'] as const
  const id = fc.oneof(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.uuid())

  it('gives back who it is for, and only for its purpose and secret', () => {
    fc.assert(
      fc.property(
        id,
        fc.option(id, { nil: undefined }),
        fc.constantFrom(...purposes),
        (person, letter, purpose) => {
          const token = signSubscriberToken(secret, purpose, person, letter)
          expect(token).toMatch(/^[\w.-]+$/)
          const read = {
            subscriberId: String(person),
            newsletterId: letter === undefined ? null : String(letter),
          }
          expect(readSubscriberToken(secret, purpose, token)).toEqual(read)
          for (const other of purposes.filter((name) => name !== purpose))
            expect(readSubscriberToken(secret, other, token)).toBeNull()
          expect(readSubscriberToken(`${secret} `, purpose, token)).toBeNull()
        },
      ),
    )
  })

  it('cannot be forged: any change of any character is refused', () => {
    const token = signSubscriberToken(secret, 'confirm', 17)
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcXYZ019-_.='), (at, character) => {
        const changed = token.slice(0, at) + character + token.slice(at + 1)
        expect(readSubscriberToken(secret, 'confirm', changed) === null).toBe(changed !== token)
      }),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (guess) => {
        expect(readSubscriberToken(secret, 'confirm', guess)).toBeNull()
        expect(readSubscriberToken(secret, 'confirm', `${token.split('.')[0]}.${guess}`)).toBeNull()
        expect(readSubscriberToken(secret, 'confirm', `${token}${guess || 'x'}`)).toBeNull()
      }),
      { numRuns: 2000 },
    )
  })
})

describe('canonical JSON', () => {
  it('is the same text for equal values, and says the same value', () => {
    const shuffled = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(shuffled)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, entry]) => [key, shuffled(entry)]),
      )
    }
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json
        expect(canonicalJson(shuffled(json))).toBe(canonicalJson(json))
        expect(JSON.parse(canonicalJson(json))).toEqual(json)
      }),
    )
  })
})

describe('the chain of evidence', () => {
  const text = fc.option(fc.string(), { nil: null })
  const date = fc.option(
    fc
      .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
      .map((value) => value.toISOString()),
    { nil: null },
  )
  const entry = fc.record({
    kind: fc.constantFrom('requested' as const, 'confirmed' as const, 'revoked' as const),
    email: fc.emailAddress(),
    text,
    lists: fc.option(fc.array(fc.string()), { nil: null }),
    requestedAt: date,
    requestIp: text,
    confirmedAt: date,
    source: text,
    mailText: text,
  })
  const chained = (
    entries: Omit<ConsentRow, 'hash' | 'prevHash' | 'sequence' | 'recordedAt' | 'subscriberKey'>[],
  ) => {
    const rows: ConsentRow[] = []
    for (const [index, content] of entries.entries()) {
      const prevHash = rows.at(-1)?.hash ?? ''
      const row = {
        ...content,
        subscriberKey: '7',
        sequence: index + 1,
        recordedAt: '2026-01-02T03:04:05.678Z',
        prevHash,
      }
      rows.push({ ...row, hash: hashOfConsent(row) })
    }
    return rows
  }

  it('holds as it was written, and shows any change, any gap and any exchange', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 2, maxLength: 6 }), fc.nat(), (entries, seed) => {
        const rows = chained(entries)
        expect(firstBrokenConsent(rows)).toBeNull()
        const at = seed % rows.length
        const changed = rows.map((row, index) =>
          index === at ? { ...row, text: `${row.text ?? ''}.` } : row,
        )
        expect(firstBrokenConsent(changed)).toBe(at + 1)
        const later = rows.map((row, index) =>
          index === at ? { ...row, confirmedAt: row.confirmedAt ? null : '2026-01-01T00:00:00.000Z' } : row,
        )
        expect(firstBrokenConsent(later)).toBe(at + 1)
        if (at < rows.length - 1)
          expect(firstBrokenConsent(rows.filter((_, index) => index !== at))).toBe(at + 1)
        expect(firstBrokenConsent([...rows].reverse())).toBe(1)
      }),
    )
  })
})
