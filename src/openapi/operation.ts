import { object, ref, type Schema } from './schema.js'

export interface Operation {
  operationId: string
  summary: string
  tags: string[]
  security?: Record<string, string[]>[]
  parameters?: Parameter[]
  requestBody?: { required: boolean; content: Content }
  responses: Record<string, Answer>
}

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  description?: string
  style?: 'deepObject'
  explode?: boolean
  schema: Schema
}

export type Answer = { $ref: string } | { description: string; content?: Content }
type Content = Record<string, { schema: Schema }>
export type Paths = Record<string, Record<string, Operation>>

/** What the statuses mean, as short as HTTP itself says it. */
const reasons: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  303: 'See Other',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

export const json = (schema: Schema): Content => ({ 'application/json': { schema } })

export const body = (schema: Schema, required = true) => ({ required, content: json(schema) })

/** A file, with the fields of its document as a text of JSON beside it. */
export const upload = (fields: Schema) => ({
  required: true,
  content: {
    'multipart/form-data': {
      schema: object(
        {
          file: { type: 'string', format: 'binary' },
          _payload: { type: 'string', contentMediaType: 'application/json', contentSchema: fields },
        },
        ['_payload'],
      ),
    },
  },
})

export const answer = (status: number, content?: Content): Answer => ({
  description: reasons[status] ?? String(status),
  ...(content ? { content } : {}),
})

/** The errors of an operation, as references to the answers every error shares. */
export function errors(...statuses: number[]): Record<string, Answer> {
  const all = [...new Set([400, ...statuses])].sort()
  return Object.fromEntries(all.map((status) => [status, { $ref: `#/components/responses/${status}` }]))
}

export const errorAnswers: Record<string, Answer> = Object.fromEntries(
  Object.keys(reasons)
    .map(Number)
    .filter((status) => status >= 400)
    .map((status) => [status, answer(status, json(ref('error')))]),
)

export const pathParameter = (name: string, schema: Schema): Parameter => ({
  name,
  in: 'path',
  required: true,
  schema,
})

export const queryParameter = (name: string, schema: Schema): Parameter => ({ name, in: 'query', schema })
