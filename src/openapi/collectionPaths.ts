import type { SanitizedCollectionConfig } from 'payload'
import { nobody } from '../config/nobody.js'
import {
  answer,
  body,
  errors,
  json,
  pathParameter,
  queryParameter,
  upload,
  type Operation,
  type Parameter,
  type Paths,
} from './operation.js'
import { object, ref, type Schema } from './schema.js'

export interface CollectionNames {
  /** `{{name}}` of the summaries: the collection's plural. */
  name: string
  say: (key: CollectionTextKey, name: string) => string
  id: Schema
  /** What to say of the header by which a document is made once only; without, there is no such header. */
  once?: string
  /** What else than the collection's input a document can be made of. */
  otherInput?: Schema
}

type CollectionTextKey =
  `api:collection${'Find' | 'Count' | 'Create' | 'UpdateMany' | 'DeleteMany' | 'Read' | 'Update' | 'Delete' | 'Duplicate'}`

const number: Schema = { type: 'integer', minimum: 0 }
const where: Parameter = {
  name: 'where',
  in: 'query',
  style: 'deepObject',
  explode: true,
  description:
    'where[field][equals]=value; also not_equals, in, greater_than, less_than, like, contains, exists, and, or',
  schema: { type: 'object', additionalProperties: true },
}
const depth = queryParameter('depth', { ...number, maximum: 10 })
const select: Parameter = {
  name: 'select',
  in: 'query',
  style: 'deepObject',
  explode: true,
  description: 'select[field]=true',
  schema: { type: 'object', additionalProperties: true },
}

const idempotencyKey = (description: string): Parameter => ({
  name: 'Idempotency-Key',
  in: 'header',
  description,
  schema: { type: 'string', minLength: 1, maxLength: 200 },
})

/** The routes Payload generates for a collection; operations that nobody may do are left out. */
export function collectionPaths(collection: SanitizedCollectionConfig, names: CollectionNames): Paths {
  const { access, slug } = collection
  const document = ref(slug)
  const input = ref(`${slug}Input`)
  const operation = (
    kind:
      'Find' | 'Count' | 'Create' | 'UpdateMany' | 'DeleteMany' | 'Read' | 'Update' | 'Delete' | 'Duplicate',
    rest: Omit<Operation, 'operationId' | 'summary' | 'tags'>,
  ): Operation => ({
    operationId: `${slug}.${kind[0]?.toLowerCase()}${kind.slice(1)}`,
    summary: names.say(`api:collection${kind}`, names.name),
    tags: [slug],
    ...rest,
  })
  const stored = json(object({ message: { type: 'string' }, doc: document }))
  const many = json(
    object(
      {
        docs: { type: 'array', items: document },
        errors: { type: 'array', items: { type: 'object', additionalProperties: true } },
        message: { type: 'string' },
      },
      ['message'],
    ),
  )

  const all: Record<string, Operation> = {}
  const one: Record<string, Operation> = {}
  const paths: Paths = { [`/${slug}`]: all, [`/${slug}/{id}`]: one }
  if (access.read !== nobody) {
    const paging = [
      queryParameter('limit', number),
      queryParameter('page', { type: 'integer', minimum: 1 }),
      queryParameter('sort', { type: 'string' }),
    ]
    all.get = operation('Find', {
      parameters: [where, ...paging, depth, select],
      responses: { 200: answer(200, json(page(document))), ...errors(403) },
    })
    paths[`/${slug}/count`] = {
      get: operation('Count', {
        parameters: [where],
        responses: { 200: answer(200, json(object({ totalDocs: number }))), ...errors(403) },
      }),
    }
    one.get = operation('Read', {
      parameters: [depth, select],
      responses: { 200: answer(200, json(document)), ...errors(403, 404) },
    })
  }
  if (access.create !== nobody) {
    all.post = operation('Create', {
      parameters: [depth, ...(names.once ? [idempotencyKey(names.once)] : [])],
      requestBody: collection.upload
        ? upload(input)
        : body(names.otherInput ? { anyOf: [input, names.otherInput] } : input),
      responses: { 201: answer(201, stored), ...errors(403, 409, ...(names.once ? [413, 422] : [])) },
    })
    if (!collection.disableDuplicate)
      paths[`/${slug}/{id}/duplicate`] = {
        post: operation('Duplicate', {
          requestBody: body({ type: 'object', additionalProperties: true }, false),
          responses: { 201: answer(201, stored), 200: answer(200, stored), ...errors(403, 404, 409) },
        }),
      }
  }
  if (access.update !== nobody) {
    const changed = body({ ...ref(`${slug}Change`) })
    all.patch = operation('UpdateMany', {
      parameters: [where],
      requestBody: changed,
      responses: { 200: answer(200, many), ...errors(403) },
    })
    one.patch = operation('Update', {
      parameters: [depth],
      requestBody: changed,
      responses: { 200: answer(200, stored), ...errors(403, 404, 409) },
    })
  }
  if (access.delete !== nobody) {
    all.delete = operation('DeleteMany', {
      parameters: [where],
      responses: { 200: answer(200, many), ...errors(403) },
    })
    one.delete = operation('Delete', { responses: { 200: answer(200, stored), ...errors(403, 404, 409) } })
  }
  for (const [path, operations] of Object.entries(paths)) {
    if (Object.keys(operations).length === 0) delete paths[path]
    else if (path.includes('{id}'))
      for (const entry of Object.values(operations))
        entry.parameters = [pathParameter('id', names.id), ...(entry.parameters ?? [])]
  }
  return paths
}

function page(document: Schema): Schema {
  const orNone: Schema = { type: ['integer', 'null'] }
  return object({
    docs: { type: 'array', items: document },
    totalDocs: number,
    limit: number,
    totalPages: number,
    page: number,
    pagingCounter: number,
    hasPrevPage: { type: 'boolean' },
    hasNextPage: { type: 'boolean' },
    prevPage: orNone,
    nextPage: orNone,
  })
}
