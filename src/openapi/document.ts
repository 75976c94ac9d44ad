import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'
import type { Crm } from '../config/resolve.js'
import { accountPasswordLength } from '../domain/accountLife.js'
import { say } from '../i18n/translate.js'
import { authPaths } from './authPaths.js'
import { collectionPaths } from './collectionPaths.js'
import { endpointPaths } from './endpointPaths.js'
import { objectOf, type SchemaContext } from './fieldSchema.js'
import { answer, body, errorAnswers, errors, json, type Paths } from './operation.js'
import { object, ref, type Schema } from './schema.js'
import { shopOrderInput } from './shopOrder.js'
import { nobody } from '../config/nobody.js'

/**
 * The OpenAPI 3.1 document of everything the plugin serves, in the language of the request. It is made of the running
 * config, so what the host renamed, added or overrode is in it.
 */
export function apiDocument(req: PayloadRequest, crm: Crm) {
  const { config } = req.payload
  const slugs = new Set<string>(Object.values(crm.slugs))
  const collections = config.collections.filter(({ access, slug }) => slugs.has(slug) && !isClosed(access))
  const globals = config.globals.filter(({ slug }) => slugs.has(slug))
  const idType = req.payload.db.defaultIDType === 'number' ? 'integer' : 'string'
  const id: Schema = { type: idType }
  const known = new Set(collections.map(({ slug }) => slug))
  const sayLabel: SchemaContext['say'] = (label) => {
    const text = typeof label === 'function' ? label({ i18n: req.i18n, t: req.t }) : label
    return typeof text === 'string' ? text : undefined
  }
  const read: SchemaContext = { idType, known, use: 'read', say: sayLabel }
  const write: SchemaContext = { ...read, use: 'write' }

  const schemas: Record<string, Schema> = { error: errorSchema }
  const paths: Paths = {}
  const sayKey = (key: Parameters<typeof say>[1]) => say(req, key)
  for (const collection of collections) {
    const { slug } = collection
    const document = objectOf(collection.fields, read)
    schemas[slug] = {
      ...document,
      properties: { id, ...document.properties },
      required: ['id', ...(document.required ?? [])],
    }
    const input = ofLogins(collection, objectOf(collection.fields, write))
    if (collection.access.create !== nobody) schemas[`${slug}Input`] = input
    const { required: _, ...change } = input
    if (collection.access.update !== nobody) schemas[`${slug}Change`] = change
    const name = sayLabel(collection.labels.plural) ?? slug
    const names = { id, name, say: (key: Parameters<typeof say>[1]) => say(req, key, { name }) }
    const isOrders = slug === crm.slugs.orders
    const shop = `${slug}ShopInput`
    if (isOrders) schemas[shop] = shopOrderInput(id, sayKey('api:shopOrder'))
    const ordering = isOrders ? { once: sayKey('api:idempotencyKey'), otherInput: ref(shop) } : {}
    Object.assign(paths, collectionPaths(collection, { ...names, ...ordering }))
    if (collection.auth) {
      const has = {
        verification: Boolean(collection.auth.verify),
        unlocking: collection.access.unlock !== nobody,
      }
      Object.assign(paths, authPaths(slug, has, sayKey))
    }
    if (collection.endpoints)
      merge(
        paths,
        endpointPaths({ endpoints: collection.endpoints, base: `/${slug}`, tag: slug, id, say: sayKey }),
      )
  }
  for (const { fields, label, slug } of globals) {
    schemas[slug] = objectOf(fields, read)
    const { required: _, ...change } = objectOf(fields, write)
    schemas[`${slug}Change`] = change
    const name = sayLabel(label) ?? slug
    paths[`/globals/${slug}`] = {
      get: {
        operationId: `${slug}.read`,
        summary: say(req, 'api:globalRead', { name }),
        tags: [slug],
        responses: { 200: answer(200, json({ $ref: `#/components/schemas/${slug}` })), ...errors(403) },
      },
      post: {
        operationId: `${slug}.update`,
        summary: say(req, 'api:globalUpdate', { name }),
        tags: [slug],
        requestBody: body({ $ref: `#/components/schemas/${slug}Change` }),
        responses: {
          200: answer(
            200,
            json(object({ message: { type: 'string' }, result: { $ref: `#/components/schemas/${slug}` } })),
          ),
          ...errors(403),
        },
      },
    }
  }
  merge(paths, endpointPaths({ endpoints: config.endpoints, base: '', tag: 'crm', id, say: sayKey }))
  if (!config.graphQL.disable)
    paths[config.routes.graphQL] = { post: graphqlOperation(sayKey('api:graphql')) }

  return {
    openapi: '3.1.0',
    info: { title: sayKey('api:title'), description: sayKey('api:description'), version: '1' },
    servers: [{ url: `${config.serverURL}${config.routes.api}` }],
    security: [{ token: [] }],
    paths,
    components: {
      schemas,
      responses: errorAnswers,
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}

/** The workings of the server; nobody gets at them from outside. */
function isClosed({ create, delete: remove, read, update }: SanitizedCollectionConfig['access']): boolean {
  return [create, remove, read, update].every((access) => access === nobody)
}

/** Two endpoints of one path differ in their method. */
function merge(paths: Paths, more: Paths): void {
  for (const [path, operations] of Object.entries(more)) paths[path] = { ...paths[path], ...operations }
}

/** Who can log in has a password, which is written only, and sessions, which are the server's. */
function ofLogins(collection: SanitizedCollectionConfig, input: Schema): Schema {
  if (!collection.auth) return input
  const { sessions: _, ...properties } = input.properties ?? {}
  const { max: maxLength, min: minLength } = accountPasswordLength
  const password: Schema = { type: 'string', format: 'password', minLength, maxLength }
  return {
    ...input,
    properties: { ...properties, password },
    required: [...(input.required ?? []), 'password'],
  }
}

const errorSchema: Schema = object({
  errors: {
    type: 'array',
    items: object(
      {
        message: { type: 'string' },
        name: { type: 'string' },
        data: { type: ['object', 'null'], additionalProperties: true },
      },
      ['name', 'data'],
    ),
  },
})

function graphqlOperation(summary: string) {
  const free: Schema = { type: 'object', additionalProperties: true }
  return {
    operationId: 'graphql',
    summary,
    tags: ['graphql'],
    requestBody: body(
      object({ query: { type: 'string' }, variables: free, operationName: { type: 'string' } }, [
        'variables',
        'operationName',
      ]),
    ),
    responses: {
      200: answer(
        200,
        json(
          object({ data: { ...free, type: ['object', 'null'] }, errors: { type: 'array', items: free } }, [
            'data',
            'errors',
          ]),
        ),
      ),
      ...errors(),
    },
  }
}
