import { describe, expect, it } from 'vitest'
import { mentions, withoutMentions } from '../../src/domain/mention.js'

describe('a person in a text', () => {
  it.each([
    ['Call with Anna Ort', 'Anna Ort'],
    ['ANNA  ORT rang', 'Anna Ort'],
    ['Anna Orts Wunsch', 'Anna Ort'],
    ['(Anna Ort)', 'Anna Ort'],
    ['Mail:anna.ort@muster.test.', 'anna.ort@muster.test'],
    ['<Anna.Ort@Muster.test>', 'anna.ort@muster.test'],
    ['A.B (c+d) [x]', 'A.B (c+d)'],
    ['Jörg Groß-Öl', 'Jörg Groß-Öl'],
  ])('%j names %j', (text, what) => expect(mentions(text, [what])).toBe(true))

  it.each([
    ['Joanna Ortmann', 'Anna Ort'],
    ['Johanna Ort', 'Anna Ort'],
    ['Anna Ort-Meier', 'Anna Ort'],
    ['joanna.ort@muster.test', 'anna.ort@muster.test'],
    ['jo.anna.ort@muster.test', 'anna.ort@muster.test'],
    ['anna.ort@muster.tester', 'anna.ort@muster.test'],
    ['anna.ort@muster.test.example', 'anna.ort@muster.test'],
    ['annaxort@muster.test', 'anna.ort@muster.test'],
    [null, 'Anna Ort'],
  ])('%j does not name %j', (text, what) => expect(mentions(text, [what])).toBe(false))

  it('is taken out of it, and nothing else is', () => {
    const whats = ['anna.ort@muster.test', 'Anna Ort']
    const text = 'Anna Ort (anna.ort@muster.test) and joanna.ort@muster.test, Johanna Ortmann'
    expect(withoutMentions(text, whats, '$&')).toBe('$& ($&) and joanna.ort@muster.test, Johanna Ortmann')
    expect(withoutMentions(undefined, whats, 'x')).toBeUndefined()
  })
})
