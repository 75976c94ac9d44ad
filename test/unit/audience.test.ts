import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAudience } from '../../src/domain/audience.js'

const paths = (value: unknown) => parseAudience(value, 'number').violations.map(({ path }) => path)

describe('an audience', () => {
  it.each([[undefined], [null], [{}], ['']])('of %j is everybody', (value) => {
    const { audience, violations } = parseAudience(value, 'number')
    expect(violations).toEqual([])
    expect(audience).toMatchObject({ lists: [], bought: null, lastOrder: { from: null, to: null } })
  })

  it('is brought into form', () => {
    const { audience, violations } = parseAudience(
      {
        lists: ['3', 3, 4],
        languages: ['de'],
        tags: [' Bio '],
        place: { countries: ['de'], postalCodes: ['10'], cities: ['Köln'] },
        bought: { products: [1], since: '2024-02-29' },
        notBought: {},
        lastOrder: { from: '2024-01-01', to: '2024-12-31T23:00:00.000Z' },
        orderVolume: { min: 0, max: 10000 },
      },
      'number',
    )
    expect(violations).toEqual([])
    expect(audience).toMatchObject({
      lists: [3, 4],
      tags: ['Bio'],
      place: { countries: ['DE'] },
      bought: { products: [1], since: '2024-02-29' },
      notBought: { products: [], since: null },
      lastOrder: { from: '2024-01-01', to: '2024-12-31' },
      orderVolume: { min: 0, max: 10000, since: null },
    })
  })

  it.each<[unknown, string]>([
    ['all', 'audience'],
    [[1], 'audience'],
    [7, 'audience'],
    [{ list: [1] }, 'audience.list'],
    [{ lists: 1 }, 'audience.lists'],
    [{ lists: ['x'] }, 'audience.lists'],
    [{ lists: [1.5] }, 'audience.lists'],
    [{ lists: [null] }, 'audience.lists'],
    [{ lists: Array.from({ length: 501 }, (_, i) => i) }, 'audience.lists'],
    [{ languages: ['fr'] }, 'audience.languages'],
    [{ tags: [''] }, 'audience.tags'],
    [{ tags: ['a\u0000'] }, 'audience.tags'],
    [{ place: { countries: ['Deutschland'] } }, 'audience.place.countries'],
    [{ place: { plz: ['1'] } }, 'audience.place.plz'],
    [{ bought: { products: [1], since: '2024-02-30' } }, 'audience.bought.since'],
    [{ bought: true }, 'audience.bought'],
    [{ lastOrder: { from: '2024-02-02', to: '2024-02-01' } }, 'audience.lastOrder'],
    [{ lastOrder: { from: 'gestern' } }, 'audience.lastOrder.from'],
    [{ orderVolume: { min: 5, max: 4 } }, 'audience.orderVolume'],
    [{ orderVolume: { min: -1 } }, 'audience.orderVolume.min'],
    [{ orderVolume: { min: 1.5 } }, 'audience.orderVolume.min'],
  ])('%j is refused at %s', (value, path) => expect(paths(value)).toEqual([path]))

  it('takes ids as the database has them', () => {
    expect(parseAudience({ lists: ['a-1'] }, 'text')).toMatchObject({
      violations: [],
      audience: { lists: ['a-1'] },
    })
    expect(parseAudience({ lists: ["a'; DROP"] }, 'text').violations).toHaveLength(1)
  })

  it('never throws, and reading what was read changes nothing', () => {
    const keys = fc.constantFrom(
      'lists',
      'languages',
      'tags',
      'place',
      'bought',
      'notBought',
      'lastOrder',
      'orderVolume',
      'x',
    )
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(keys, fc.anything())), (value) => {
        const first = parseAudience(value, 'number')
        const second = parseAudience(first.audience, 'number')
        expect(second.audience).toEqual(first.audience)
      }),
    )
  })
})
