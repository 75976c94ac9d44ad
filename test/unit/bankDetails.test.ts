import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBic, isIban, normalizeBic, normalizeIban } from '../../src/domain/bankDetails.js'

/** A German IBAN with its check digits calculated here (ISO 7064, mod 97-10). */
const germanIbans = fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }).map((account) => {
  const bban = String(account).padStart(18, '0')
  const check = 98n - (BigInt(`${bban}131400`) % 97n)
  return `DE${String(check).padStart(2, '0')}${bban}`
})

describe('an IBAN', () => {
  it.each(['de89 3704 0044 0532 0130 00', 'DE89-3704-0044-0532-0130-00', 'DE89370400440532013000'])(
    'typed as %j is brought into its electronic form and valid',
    (typed) => {
      expect(normalizeIban(typed)).toBe('DE89370400440532013000')
      expect(isIban(normalizeIban(typed))).toBe(true)
    },
  )

  it.each([
    ['a non-breaking space', 'DE89\u00a03704 0044 0532 0130 00'],
    ['a tab at the end', 'DE89 3704 0044 0532 0130 00\t'],
  ])('pasted with %s is brought into its electronic form', (_, pasted) => {
    expect(normalizeIban(pasted)).toBe('DE89370400440532013000')
  })

  it.each(['AT611904300234573201', 'CH9300762011623852957', 'NL91ABNA0417164300', 'GB29NWBK60161331926819'])(
    '%s of another country is valid',
    (iban) => expect(isIban(iban)).toBe(true),
  )

  it.each([
    ['a wrong check digit', 'DE88370400440532013000'],
    ['a digit too few', 'DE8937040044053201300'],
    ['an unknown country', 'ZZ89370400440532013000'],
    ['letters in place of digits', 'DE8937040044053201300O'],
    ['nothing', ''],
  ])('with %s is invalid', (_, iban) => expect(isIban(iban)).toBe(false))

  it('is valid with calculated check digits, and invalid with one digit changed', () => {
    fc.assert(
      fc.property(
        germanIbans,
        fc.integer({ min: 2, max: 21 }),
        fc.integer({ min: 1, max: 9 }),
        (iban, at, by) => {
          expect(isIban(iban)).toBe(true)
          const digit = (Number(iban[at]) + by) % 10
          expect(isIban(iban.slice(0, at) + String(digit) + iban.slice(at + 1))).toBe(false)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('a BIC', () => {
  it('is written without spaces in upper case', () => {
    expect(normalizeBic(' cobade ff\txxx ')).toBe('COBADEFFXXX')
  })
  it.each(['COBADEFF', 'COBADEFFXXX', 'MARKDEF1100'])('%s is valid', (bic) => expect(isBic(bic)).toBe(true))
  it.each(['', 'COBA', 'COBADEF', 'COBADEFFXX', 'COBADEFFXXXX', 'COBA1EFF'])('%j is invalid', (bic) =>
    expect(isBic(bic)).toBe(false),
  )
})
