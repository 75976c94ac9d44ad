import type { Field } from 'payload'

const deep = (levels: number): unknown =>
  levels === 0 ? 1 : levels % 2 ? [deep(levels - 1)] : { a: deep(levels - 1) }

/** Makes bodies that are nearly right, wrong in one place or wrong everywhere. */
export function createBodies(random: () => number, ids: readonly number[]) {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  const long = (length: number) => {
    let text = ''
    while (text.length < length) text += random().toString(36).slice(2)
    return text
  }
  const odd: (() => unknown)[] = [
    () => null,
    () => true,
    () => 0,
    () => -1,
    () => 1.0005,
    () => 1e308,
    () => 2 ** 53,
    () => 99999999999,
    () => '',
    () => '   ',
    () => 'abc',
    () => '\u0000',
    () => 'a\ud800b',
    () => '😀\u202e<script>alert(1)</script>',
    () => "'; DROP TABLE orders; --",
    () => '{{company}}',
    () => 'x@muster.test\r\nBcc: y@muster.test',
    () => long(5000),
    () => '1e400',
    () => '2026-02-31',
    () => '+275760-09-13T00:00:00.000Z',
    () => '-000001-01-01T00:00:00Z',
    () => [],
    () => [null],
    () => [[]],
    () => ['a', 1, {}],
    () => [{}],
    () => [{ id: {} }],
    () => ({}),
    () => ({ id: {} }),
    () => ({ relationTo: 'users', value: 1 }),
    () => ({ equals: 1 }),
    () => ({ length: 3 }),
    () => ({ root: { children: 5 } }),
    () => ({ root: { type: 'root', children: [{ type: 'unknown', children: null }] } }),
    () => ({ $ne: null }),
    () => JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":1}}') as unknown,
    () => deep(pick([5, 150, 2000])),
    () => pick(ids),
    () => String(pick(ids)),
  ]
  const strange = () => pick(odd)()
  /** How much of the present document is wrong. */
  let oddity = 0.1

  /** A value that fits the field. */
  function right(field: Field): unknown {
    switch (field.type) {
      case 'text':
      case 'textarea':
      case 'code':
        return 'hasMany' in field && field.hasMany
          ? [long(5)]
          : pick(['Muster', long(12), 'DE02120300000000202051'])
      case 'email':
        return `${long(8)}@muster.test`
      case 'number':
        return pick([0, 1, 5, 100])
      case 'checkbox':
        return random() < 0.5
      case 'date':
        return new Date(1.8e12 * random()).toISOString()
      case 'select':
      case 'radio': {
        const option = pick(field.options)
        const value = typeof option === 'string' ? option : option.value
        return 'hasMany' in field && field.hasMany ? [value] : value
      }
      case 'relationship':
      case 'upload':
        return 'hasMany' in field && field.hasMany ? [pick(ids)] : pick(ids)
      case 'array':
        return Array.from({ length: Math.floor(random() * 3) }, () => document(field.fields))
      case 'blocks': {
        const block = pick(field.blocks)
        return [{ ...document(block.fields), blockType: block.slug }]
      }
      default:
        return strange()
    }
  }

  /** A document of the fields, each right, strange or left out. */
  function document(fields: readonly Field[]): Record<string, unknown> {
    const values: Record<string, unknown> = {}
    for (const field of fields) {
      if (field.type === 'tabs') {
        for (const tab of field.tabs)
          if ('name' in tab && tab.name)
            values[tab.name] = random() >= oddity ? document(tab.fields) : strange()
          else Object.assign(values, document(tab.fields))
      } else if (!('name' in field) || !field.name) {
        if ('fields' in field) Object.assign(values, document(field.fields))
      } else if (field.type === 'group')
        values[field.name] = random() >= oddity ? document(field.fields) : strange()
      else if (random() < 0.85 || ('required' in field && field.required))
        values[field.name] = random() >= oddity ? right(field) : strange()
    }
    return values
  }

  /** The text of a body: mostly JSON of a document, at times of anything, at times no JSON at all. */
  function text(fields: readonly Field[]): string {
    const kind = random()
    if (kind < 0.04)
      return pick(['', '{', '[1,', 'null', '"text"', '5', 'NaN', '{"a":1e400}', '\u0000', '[]'])
    oddity = pick([0, 0, 0.02, 0.05, 0.2])
    const value = kind < 0.1 ? strange() : document(fields)
    return JSON.stringify(value) ?? 'undefined'
  }

  return { document, pick, strange, text }
}
