import type { Endpoint } from 'payload'
import type { TextKey } from '../i18n/translate.js'
import type { Schema } from './schema.js'

type SummaryKey = Extract<TextKey, `api:${string}`>

/** What the API document says of an answer: a JSON body by its schema, or a text of another media type. */
export type AnswerDescription = Schema | { mediaType: string }

export interface EndpointDescription {
  /** Unique in the document; clients that are generated from it name their function so. */
  operationId: string
  summary: SummaryKey
  /** Who may call it; without, a login is needed. */
  public?: boolean
  /** A route that leads nowhere is not told of. */
  hidden?: boolean
  /** The JSON body, when there is one. */
  body?: Schema
  /** Whether the body may be left out. */
  bodyOptional?: boolean
  query?: Record<string, Schema>
  headers?: Record<string, Schema>
  /** By status, for example `{ 200: object({ doc: ref('orders') }) }`. `{slug}` in a `$ref` is filled in. */
  answers: Record<number, AnswerDescription>
  /** The statuses of errors beside 400, 401, 403, 404 and 429. */
  errors?: readonly number[]
}

const key = 'mozaikooCrm'

/** Keeps an endpoint's description beside the endpoint; the API document is made of these. */
export function described(endpoint: Endpoint, description: EndpointDescription): Endpoint {
  return { ...endpoint, custom: { ...endpoint.custom, [key]: description } }
}

/** Marks endpoints as the plugin's, so that one without a description is noticed. */
export function ours(endpoints: readonly Endpoint[]): Endpoint[] {
  return endpoints.map((endpoint) => ({ ...endpoint, custom: { [key]: null, ...endpoint.custom } }))
}

/** @returns null for a plugin's endpoint that is not described, undefined for one that is not the plugin's */
export function descriptionOf(endpoint: Endpoint): EndpointDescription | null | undefined {
  return endpoint.custom?.[key] as EndpointDescription | null | undefined
}

export type DescriptionTable = Record<string, Omit<EndpointDescription, 'operationId'> & { name: string }>

/** Lays each endpoint's description beside it, found by method and path, for example `post /:id/send`. */
export function describeEndpoints(
  group: string,
  table: DescriptionTable,
  endpoints: readonly Endpoint[],
): Endpoint[] {
  return endpoints.map((endpoint) => {
    const found = table[`${endpoint.method} ${endpoint.path}`]
    if (!found) return endpoint
    const { name, ...description } = found
    return described(endpoint, { operationId: `${group}.${name}`, ...description })
  })
}
