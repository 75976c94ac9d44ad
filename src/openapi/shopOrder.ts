import { maxShopLines } from '../domain/orderRules.js'
import { object, type Schema } from './schema.js'

/**
 * What an account sends to order: products and quantities. Whose order it is, what it costs and, if nothing is said, what it
 * is called is the server's to say; whatever else is sent is dropped.
 *
 * @param id of a product
 */
export function shopOrderInput(id: Schema, description: string): Schema {
  const quantity: Schema = { type: 'number', exclusiveMinimum: 0, default: 1 }
  const line = object({ product: id, quantity }, ['quantity'])
  const lines: Schema = { type: 'array', items: line, minItems: 1, maxItems: maxShopLines }
  return { ...object({ name: { type: ['string', 'null'] }, lines }, ['name']), description }
}
