import type { Field } from 'payload'
import { isStorableId } from '../src/domain/storable.js'

type Condition = Record<string, unknown>

/**
 * Whether a filter compares an id with a number that no id can be, for example `1.5`: PostgreSQL would not find nothing, but
 * fail. What is no number at all, Payload answers itself.
 */
export function isImpossibleWhere(where: unknown, fields: readonly Field[]): boolean {
  if (typeof where !== 'object' || where === null) return false
  return Object.entries(where as Condition).some(([path, condition]) => {
    if (Array.isArray(condition)) return condition.some((one) => isImpossibleWhere(one, fields))
    if (!isIdPath(path, fields) || typeof condition !== 'object' || condition === null) return false
    return Object.values(condition).flatMap(valuesOf).some(isImpossibleId)
  })
}

function isIdPath(path: string, fields: readonly Field[]): boolean {
  const last = path.split('.').at(-1)
  return (
    last === 'id' ||
    fields.some(
      (field) => 'name' in field && field.name === path && ['relationship', 'upload'].includes(field.type),
    )
  )
}

const valuesOf = (operand: unknown): unknown[] =>
  typeof operand === 'string'
    ? operand.split(',')
    : Array.isArray(operand)
      ? (operand as unknown[])
      : [operand]

const isImpossibleId = (value: unknown) =>
  (typeof value === 'number' || (typeof value === 'string' && /^\s*[-+]?[\d.]+(e\d+)?\s*$/i.test(value))) &&
  !isStorableId(String(value).trim())
