import type { Field } from 'payload'
import { maxId } from '../src/domain/storable.js'
import type { Violation } from '../src/domain/violation.js'

/** PostgreSQL's indexes take no more than 2,704 bytes of a text. */
const maxLineBytes = 2000

type Data = Record<string, unknown>

/**
 * Where a document has values whose shape is not the field's: an object where a text belongs, a text where lines belong.
 * Says nothing about what is missing or about the values themselves; that is for each field's own rule. `null` fits
 * everywhere; a whole group that is null becomes a group of nulls, for Payload looks into it. A number where a text
 * belongs becomes that text: telephone numbers and postal codes are often sent so.
 *
 * @param at path of the group the fields stand in, with its dot
 */
export function shapeViolations(fields: readonly Field[], data: Data, at = ''): Violation[] {
  return fields.flatMap((field) => violationsOf(field, data, at))
}

function violationsOf(field: Field, data: Data, at: string): Violation[] {
  if (field.type === 'tabs')
    return field.tabs.flatMap((tab) =>
      'name' in tab && tab.name
        ? within(data, tab.name, tab.fields, at)
        : shapeViolations(tab.fields, data, at),
    )
  if (!('name' in field) || !field.name)
    return 'fields' in field ? shapeViolations(field.fields, data, at) : []
  const path = `${at}${field.name}`
  const value = data[field.name]
  const isText = field.type === 'text' || field.type === 'textarea' || field.type === 'email'
  if (isText && typeof value === 'number') data[field.name] = String(value)
  if (field.type === 'group') return within(data, field.name, field.fields, at)
  if (value === null || value === undefined) return []
  if (field.type === 'array' || field.type === 'blocks') {
    if (isNoRows(value)) data[field.name] = []
    return rowViolations(field, data[field.name], path)
  }
  return fits(field, data[field.name]) ? [] : [{ path, message: 'shape' }]
}

function within(data: Data, name: string, fields: readonly Field[], at: string): Violation[] {
  const path = `${at}${name}`
  if (data[name] === undefined) return []
  const value = (data[name] ??= emptied(fields))
  return isObject(value) ? shapeViolations(fields, value, `${path}.`) : [{ path, message: 'shape' }]
}

/** @returns null for each field, and no rows where rows would be */
function emptied(fields: readonly Field[]): Data {
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      if ('name' in field && field.name)
        return field.type === 'ui' ? [] : [[field.name, field.type === 'array' ? [] : null]]
      return 'fields' in field ? Object.entries(emptied(field.fields)) : []
    }),
  )
}

function rowViolations(
  field: Extract<Field, { type: 'array' | 'blocks' }>,
  value: unknown,
  path: string,
): Violation[] {
  if (!Array.isArray(value)) return [{ path, message: 'shape' }]
  return (value as unknown[]).flatMap((row, index): Violation[] => {
    const rowPath = `${path}.${index}`
    const hasId = !isObject(row) || ['string', 'undefined'].includes(typeof (row.id ?? undefined))
    if (!isObject(row) || !hasId) return [{ path: rowPath, message: 'shape' }]
    if (field.type === 'array') return shapeViolations(field.fields, row, `${rowPath}.`)
    const block = field.blocks.find(({ slug }) => slug === row.blockType)
    return block ? shapeViolations(block.fields, row, `${rowPath}.`) : [{ path: rowPath, message: 'shape' }]
  })
}

/** What forms send where there are no rows. */
const isNoRows = (value: unknown) => value === 0 || value === '0' || value === ''

function fits(field: Field, value: unknown): boolean {
  const many = 'hasMany' in field && field.hasMany === true
  // A form may send one of several alone.
  if (many && Array.isArray(value)) return value.every((one) => fitsOne(field, one))
  return fitsOne(field, value)
}

function fitsOne(field: Field, value: unknown): boolean {
  switch (field.type) {
    case 'text':
    case 'email':
      return typeof value === 'string' && Buffer.byteLength(value) <= maxLineBytes
    case 'textarea':
    case 'code':
    case 'select':
    case 'radio':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number' || typeof value === 'string'
    case 'checkbox':
      return typeof value !== 'object'
    case 'date':
      return typeof value === 'string' || typeof value === 'number' || value instanceof Date
    case 'richText':
      return isObject(value)
    case 'relationship':
    case 'upload':
      return fitsReference(field.relationTo, value)
    default:
      return true
  }
}

/** An id, or a document that was read with its relations; of several collections, an object that names one. */
function fitsReference(relationTo: string | readonly string[], value: unknown): boolean {
  const inner = isObject(value) ? (typeof relationTo === 'string' ? value.id : value.value) : value
  if (typeof relationTo !== 'string' && (!isObject(value) || typeof value.relationTo !== 'string'))
    return false
  const id = isObject(inner) ? inner.id : inner
  if (typeof id === 'number') return Number.isInteger(id) && Math.abs(id) <= maxId
  return typeof id === 'string' && Buffer.byteLength(id) <= maxLineBytes
}

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
