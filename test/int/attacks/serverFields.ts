import type { Field, PayloadRequest } from 'payload'

/** A field of a document by its path through groups; `lines[].total` stands in rows. */
export interface Leaf {
  path: string
  field: Field
  /** Whether the config says that clients have no business with it. */
  closed: boolean
}

/**
 * All fields that hold a value. Closed are those an administrator may not create or not change, those hidden from readers,
 * and those the panel shows without letting anybody type: a field above closes what is in it.
 *
 * @param req of an administrator
 */
export async function leavesOf(fields: readonly Field[], req: PayloadRequest): Promise<Leaf[]> {
  const leaves: Leaf[] = []
  const visit = async (inner: readonly Field[], at: string, closed: boolean): Promise<void> => {
    for (const field of inner) {
      if (field.type === 'tabs') {
        for (const tab of field.tabs)
          await visit(tab.fields, 'name' in tab && tab.name ? `${at}${tab.name}.` : at, closed)
        continue
      }
      const isClosedHere = closed || (await isClosed(field, req))
      const path = 'name' in field && field.name ? `${at}${field.name}` : at.replace(/\.$/, '')
      const rows = field.type === 'array' ? '[]' : ''
      if ('fields' in field) await visit(field.fields, path === '' ? '' : `${path}${rows}.`, isClosedHere)
      // A client names the rows of what it may write, to keep them.
      else if (field.type !== 'ui' && (closed || !path.endsWith('[].id')))
        leaves.push({ path, field, closed: isClosedHere })
    }
  }
  await visit(fields, '', false)
  return leaves
}

async function isClosed(field: Field, req: PayloadRequest): Promise<boolean> {
  if (!('name' in field)) return false
  const { create, update } = ('access' in field && field.access) || {}
  const isShut = (create && !(await create({ req }))) || (update && !(await update({ req })))
  const { hidden, readOnly } = { hidden: false, readOnly: false, ...field.admin }
  return Boolean(isShut || ('hidden' in field && field.hidden) || hidden || readOnly)
}

export const attackNumber = 4711
export const attackDate = '2001-02-03T04:05:06.000Z'

/** A value that the field could hold, and that the server would not come to by itself. */
export function attackValue(field: Field, existing: (slug: string) => number): unknown {
  const many = (value: unknown) => ('hasMany' in field && field.hasMany ? [value] : value)
  switch (field.type) {
    case 'number':
      return attackNumber
    case 'date':
      return attackDate
    case 'checkbox':
      return true
    case 'json':
      return { attack: true }
    case 'select':
    case 'radio': {
      const values = field.options.map((option) => (typeof option === 'string' ? option : option.value))
      return many(values.findLast((value) => value !== field.defaultValue))
    }
    case 'relationship':
    case 'upload':
      return many(existing([field.relationTo].flat()[0] ?? ''))
    default:
      return many('attack')
  }
}

/** Puts a value where the path leads; of rows into the first one. */
export function put(document: Record<string, unknown>, path: string, value: unknown): void {
  const [step = '', ...rest] = path.split('.')
  const name = step.replace('[]', '')
  if (rest.length === 0) document[name] = value
  else if (step.endsWith('[]')) {
    const rows = (document[name] ??= [{}]) as Record<string, unknown>[]
    put(rows[0] ?? {}, rest.join('.'), value)
  } else put((document[name] ??= {}) as Record<string, unknown>, rest.join('.'), value)
}

/** What stands where the path leads: in rows, the list of it; of related documents their ids; instants as ISO 8601. */
export function valueAt(document: unknown, path: string): unknown {
  const [step = '', ...rest] = path.split('.')
  const inner = (document as Record<string, unknown> | null | undefined)?.[step.replace('[]', '')]
  if (rest.length === 0) return plain(inner)
  if (!step.endsWith('[]')) return valueAt(inner, rest.join('.'))
  return Array.isArray(inner) ? inner.map((row) => valueAt(row, rest.join('.'))) : null
}

function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d[T ]\d\d:/.test(value))
    return new Date(value).toISOString()
  return value
}

/** Whether the attacker's value has arrived, alone or in a row. */
export function holds(stored: unknown, attack: unknown): boolean {
  const same = (one: unknown) => JSON.stringify(one) === JSON.stringify(attack)
  return same(stored) || (Array.isArray(stored) && stored.some(same))
}
