import type { Field, LabelFunction, Option, StaticLabel } from 'payload'
import { nobody } from '../config/nobody.js'
import { object, orNull, ref, type Schema } from './schema.js'

export interface SchemaContext {
  /** The type of ids of the host's database. */
  idType: 'integer' | 'string'
  /** Slugs that have a schema of their own in the document. */
  known: ReadonlySet<string>
  /** `read`: what is answered; `write`: what may be sent. */
  use: 'read' | 'write'
  /** A label in the language of the document. */
  say: (label: LabelFunction | StaticLabel | false | undefined) => string | undefined
}

/** The object that documents with these fields are, however rows, collapsibles and tabs arrange them in the form. */
export function objectOf(fields: readonly Field[], context: SchemaContext): Schema {
  const properties: Record<string, Schema> = {}
  const required: string[] = []
  for (const { field, name } of namedFields(fields)) {
    const access = 'access' in field ? field.access : undefined
    if (isInternal(field) || (context.use === 'read' && access?.read === nobody)) continue
    if (context.use === 'write' && (isServers(field) || timestamps.includes(name))) continue
    const schema = schemaOf(field, context)
    if (!schema) continue
    const isRequired = 'required' in field && field.required === true && !mayBeEmpty(field, context)
    const isAlwaysThere =
      context.use === 'read' ? !access?.read : !('defaultValue' in field && field.defaultValue !== undefined)
    if (isRequired && isAlwaysThere) required.push(name)
    const description = context.say('label' in field ? field.label : undefined)
    const typed = isRequired ? schema : orNull(schema)
    properties[name] = {
      ...(typed.$ref ? { allOf: [typed] } : typed),
      ...(description ? { description } : {}),
    }
  }
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) }
}

const timestamps = ['createdAt', 'updatedAt']

/** The workings of the server: not answered at all, or of no use to anybody outside. */
function isInternal(field: Field): boolean {
  const { admin, hidden } = field as { admin?: { hidden?: boolean }; hidden?: boolean }
  return hidden === true || (admin?.hidden === true && !('name' in field && timestamps.includes(field.name)))
}

/** What has a condition may be empty once it is stored, and yet has to come with a new document. */
const mayBeEmpty = ({ admin }: Field, { use }: SchemaContext): boolean =>
  use === 'read' && typeof admin?.condition === 'function'

/** A field that only the server sets: what a client sends for it is dropped. */
function isServers(field: Field): boolean {
  const access = 'access' in field ? field.access : undefined
  return access?.create === nobody && access.update === nobody
}

function namedFields(fields: readonly Field[]): { name: string; field: Field }[] {
  return fields.flatMap((field) => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name
          ? [{ name: tab.name, field: { ...tab, type: 'group' } as unknown as Field }]
          : namedFields(tab.fields),
      )
    if ('name' in field && field.name) return [{ name: field.name, field }]
    return 'fields' in field ? namedFields(field.fields) : []
  })
}

function schemaOf(field: Field, context: SchemaContext): Schema | null {
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'code': {
      const text: Schema = { type: 'string', ...staticDefault(field) }
      return many(field, text)
    }
    case 'email':
      return { type: 'string', format: 'email' }
    case 'number': {
      const integer = field.admin?.step === 1
      return many(field, { type: integer ? 'integer' : 'number', ...staticDefault(field) })
    }
    case 'checkbox':
      return { type: 'boolean', ...staticDefault(field) }
    case 'date':
      return { type: 'string', format: 'date-time' }
    case 'select':
    case 'radio':
      return many(field, {
        type: 'string',
        enum: field.options.map((option: Option) => (typeof option === 'string' ? option : option.value)),
        ...staticDefault(field),
      })
    case 'relationship':
    case 'upload':
      return many(field, reference(field.relationTo, context))
    case 'group':
      return objectOf(field.fields, context)
    case 'array': {
      const id: Schema = { type: ['string', 'null'] }
      const items = objectOf(field.fields, context)
      return { type: 'array', items: { ...items, properties: { id, ...items.properties } } }
    }
    case 'point':
      return { type: 'array', items: { type: 'number' } }
    case 'richText':
      return { type: 'object', additionalProperties: true }
    case 'ui':
      return null
    default:
      // Blocks, JSON, joins: any value of JSON.
      return {}
  }
}

function many(field: Field, schema: Schema): Schema {
  return 'hasMany' in field && field.hasMany ? { type: 'array', items: schema } : schema
}

function staticDefault(field: Field): Pick<Schema, 'default'> {
  const value: unknown = 'defaultValue' in field ? field.defaultValue : undefined
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? { default: value }
    : {}
}

/** An id when written; when read the document itself, as deep as `depth` and the rights of the reader allow. */
function reference(relationTo: string | string[], context: SchemaContext): Schema {
  const id: Schema = { type: context.idType }
  if (Array.isArray(relationTo))
    return object({ relationTo: { type: 'string', enum: relationTo }, value: { ...id } })
  if (context.use === 'write') return id
  const document = context.known.has(relationTo) ? ref(relationTo) : object({ id })
  return { oneOf: [id, document] }
}
