import { describe, expect, it } from 'vitest'
import {
  dayOnly,
  hasUnreadable,
  lacksVolume,
  reversedIn,
  suggestionsFor,
  tidied,
} from '../../admin-components/newsletterAudience/definition.js'
import { unreadable } from '../../src/domain/unreadable.js'

describe('an audience while it is chosen', () => {
  it('keeps a day as a day, and what cannot be read as it was typed', () => {
    expect(dayOnly('2026-12-31T12:00:00.000Z')).toBe('2026-12-31')
    expect(dayOnly(null)).toBeNull()
    expect(dayOnly(unreadable('31.13.'))).toBe(unreadable('31.13.'))
  })

  it('does not take a date nobody can read for no wish', () => {
    const definition = tidied({ lastOrder: { from: unreadable('gestern') } })
    expect(hasUnreadable(definition)).toBe(true)
    expect(hasUnreadable(tidied({ lastOrder: { from: '2026-12-31' }, tags: ['a'] }))).toBe(false)
    expect(tidied({ lastOrder: { from: null }, tags: [] })).toEqual({})
  })

  it('says which stretch ends before it begins', () => {
    expect(reversedIn({ lastOrder: { from: '2026-02-02', to: '2026-02-01' } })).toEqual(['lastOrder'])
    expect(reversedIn({ orderVolume: { min: 200, max: 100 } })).toEqual(['orderVolume'])
    expect(reversedIn({ orderVolume: { min: 100, max: 100 }, lastOrder: { from: '2026-02-02' } })).toEqual([])
  })

  it('does not take a day alone for an order volume', () => {
    expect(lacksVolume({ orderVolume: { since: '2026-01-01' } })).toBe(true)
    expect(lacksVolume({ orderVolume: { since: '2026-01-01', min: 0 } })).toBe(true)
    for (const orderVolume of [{ since: '2026-01-01', min: 1 }, { since: '2026-01-01', max: 0 }, {}])
      expect(lacksVolume({ orderVolume })).toBe(false)
    expect(lacksVolume({})).toBe(false)
  })

  it('offers words to go on with, none of them twice', () => {
    const words = ['Bio', 'Gastro', 'Köln, Altstadt']
    expect(suggestionsFor('', words)).toEqual(['Bio', 'Gastro'])
    expect(suggestionsFor('gas', words)).toEqual(['Bio', 'Gastro'])
    expect(suggestionsFor('bio, ga', words)).toEqual(['bio, Gastro'])
    expect(suggestionsFor('x,bio,', words)).toEqual(['x,bio, Gastro'])
  })
})
