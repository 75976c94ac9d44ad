import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeHtml } from '../../src/domain/escapeHtml.js'
import {
  fillSlots,
  parseTemplate,
  personalFields,
  slot,
  slotsOf,
  type SlotValues,
} from '../../src/domain/personalFields.js'

describe('a slot', () => {
  it.each<[string, SlotValues, string]>([
    ['Hallo {{firstName|Du}}!', { firstName: 'Erika' }, 'Hallo Erika!'],
    ['Hallo {{ firstName | Du da }}!', {}, 'Hallo Du da!'],
    ['Hallo {{firstName|Du}}!', { firstName: '   ' }, 'Hallo Du!'],
    ['Hallo {{firstName|Du}}!', { firstName: null }, 'Hallo Du!'],
    ['Hallo{{firstName}}!', {}, 'Hallo!'],
    ['{{nonsense|x}}{{nonsense}}', {}, 'x'],
    ['{{company}} {{company}}', { company: 'A' }, 'A A'],
    ['{{firstName', { firstName: 'A' }, '{{firstName'],
    ['{firstName}', { firstName: 'A' }, '{firstName}'],
  ])('%s', (template, values, expected) => {
    expect(fillSlots(template, values, 'text')).toBe(expected)
  })

  it('takes no value for a template', () => {
    expect(fillSlots('{{firstName}}', { firstName: '{{lastName}}', lastName: 'X' }, 'text')).toBe(
      '{{lastName}}',
    )
  })

  it('is found, with its fallback', () => {
    expect(slotsOf('a {{firstName|b}} {{lastName}} {{x}}')).toEqual([
      { name: 'firstName', fallback: 'b' },
      { name: 'lastName', fallback: null },
      { name: 'x', fallback: null },
    ])
  })
})

describe('whatever people are called', () => {
  const value = fc.string({ unit: 'binary', maxLength: 60 })
  const field = fc.constantFrom(...personalFields)

  it('the words around it stay, and the value is there once, escaped, in HTML', () => {
    fc.assert(
      fc.property(field, value, (name, given) => {
        const filled = fillSlots(
          `<p title="${slot(name, 'x')}">${slot(name, 'x')}</p>`,
          { [name]: given },
          'html',
        )
        const inside = /^<p title="([^"<>]*)">([^"<>]*)<\/p>$/.exec(filled)
        expect(inside).not.toBeNull()
        expect(inside?.[1]).toBe(inside?.[2])
        const plain = fillSlots(slot(name, 'x'), { [name]: given }, 'text')
        expect(inside?.[1]).toBe(plain === 'x' ? 'x' : escapeHtml(plain))
      }),
    )
  })

  it('a subject stays one line without control characters', () => {
    fc.assert(
      fc.property(field, value, (name, given) => {
        const evil = `${given}\r\nBcc: a@b.test\u2028\u0000`

        expect(fillSlots(`Neu für ${slot(name)}`, { [name]: evil }, 'header')).not.toMatch(
          /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/,
        )
      }),
    )
  })

  it('a fallback is what was asked for, without braces', () => {
    fc.assert(
      fc.property(field, fc.string(), (name, fallback) => {
        expect(fillSlots(slot(name, fallback), {}, 'text')).toBe(fallback.replace(/[{}]/g, '').trim())
      }),
    )
  })

  it('taking a template apart loses nothing', () => {
    const template = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('{{firstName}}', '{{lastName|x y}}', '{{', '}}')),
    )
    fc.assert(
      fc.property(template, (pieces) => {
        const whole = pieces.join('')
        const rebuilt = parseTemplate(whole)
          .map((part) =>
            typeof part === 'string' ? part : `{{${part.name}${part.fallback ? `|${part.fallback}` : ''}}}`,
          )
          .join('')
        const simplified = (text: string) =>
          text.replace(
            /\{\{\s*([A-Za-z]+)\s*(?:\|\s*([^{}]*?)\s*)?\}\}/g,
            (_, name: string, rest?: string) => `{{${name}${rest ? `|${rest}` : ''}}}`,
          )
        expect(rebuilt).toBe(simplified(whole))
      }),
    )
  })
})
