import { describe, expect, it } from 'vitest'
import { countryCode, countryCodes, countryName } from '../../src/domain/country.js'

describe('countries', () => {
  it('are two upper-case letters each, and each only once', () => {
    expect(countryCodes.length).toBeGreaterThanOrEqual(249)
    expect(new Set(countryCodes).size).toBe(countryCodes.length)
    for (const code of countryCodes) expect(code).toMatch(/^[A-Z]{2}$/)
  })

  it.each(['de', 'en'] as const)('all have a name in %s that leads back to the code', (language) => {
    for (const code of countryCodes) {
      const name = countryName(code, language)
      expect(name).not.toBe(code)
      expect(countryCode(name), name).toBe(code)
    }
  })

  it.each([
    ['AT', 'Österreich', 'Austria'],
    ['CH', 'Schweiz', 'Switzerland'],
    ['DE', 'Deutschland', 'Germany'],
  ])('%s is %s in German and %s in English', (code, german, english) => {
    expect([countryName(code, 'de'), countryName(code, 'en')]).toEqual([german, english])
  })

  it('are found by their usual names, and nothing else is found', () => {
    expect(['UK', 'USA', 'österreich'].map(countryCode)).toEqual(['GB', 'US', 'AT'])
    expect(['Atlantis', '', 'constructor'].map(countryCode)).toEqual([undefined, undefined, undefined])
  })

  it('that are unknown are shown by their code', () => expect(countryName('ZZ', 'de')).toBe('ZZ'))
})
