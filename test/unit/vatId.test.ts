import { describe, expect, it } from 'vitest'
import { isVatId, normalizeVatId } from '../../src/domain/vatId.js'

describe('a VAT ID', () => {
  it.each([
    ['de 136.695.976', 'DE136695976'],
    ['ATU 1358-5627', 'ATU13585627'],
    ['CHE-116.281.710 MWST', 'CHE116281710MWST'],
  ])('typed as %j is stored as %s and valid', (typed, stored) => {
    expect(normalizeVatId(typed)).toBe(stored)
    expect(isVatId(stored)).toBe(true)
  })

  it.each(['FR40303265045', 'NL004495445B01', 'IT00743110157', 'ESB58378431', 'EL094259216', 'GB980780684'])(
    '%s of another country is valid',
    (id) => expect(isVatId(id)).toBe(true),
  )

  it.each([
    ['a wrong check digit', 'DE136695977'],
    ['a digit too few', 'DE13669597'],
    ['a digit too many', 'DE1366959760'],
    ['no country', '136695976'],
    ['an unknown country', 'ZZ136695976'],
    ['nothing', ''],
    ['only words', 'hello'],
  ])('with %s is invalid', (_, id) => expect(isVatId(id)).toBe(false))
})
