/** As much of JSON Schema (2020-12, the dialect of OpenAPI 3.1) as the API document uses. */
export interface Schema {
  $ref?: string
  type?: SchemaType | SchemaType[]
  format?: string
  description?: string
  enum?: (string | number | boolean | null)[]
  const?: string
  default?: string | number | boolean
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  oneOf?: Schema[]
  anyOf?: Schema[]
  allOf?: Schema[]
  minimum?: number
  exclusiveMinimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  readOnly?: boolean
  contentMediaType?: string
  contentSchema?: Schema
  examples?: (string | number | boolean)[]
}

export type SchemaType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null'

export const ref = (component: string): Schema => ({ $ref: `#/components/schemas/${component}` })

/** An object that has exactly these properties, all of them unless `optional` names some. */
export function object(properties: Record<string, Schema>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) }
}

/** The schema, or `null`. */
export function orNull(schema: Schema): Schema {
  if (schema.enum) return { ...schema, type: addNull(schema.type), enum: [...schema.enum, null] }
  if (schema.type) return { ...schema, type: addNull(schema.type) }
  if (schema.oneOf) return { ...schema, oneOf: [...schema.oneOf, { type: 'null' }] }
  return schema.$ref ? { oneOf: [schema, { type: 'null' }] } : schema
}

function addNull(type: Schema['type']): SchemaType[] {
  const types = Array.isArray(type) ? type : type ? [type] : []
  return types.includes('null') ? types : [...types, 'null']
}
