import type { Endpoint } from 'payload'
import { descriptionOf, type AnswerDescription, type EndpointDescription } from './describe.js'
import {
  answer,
  body,
  errors,
  json,
  pathParameter,
  queryParameter,
  type Answer,
  type Operation,
  type Paths,
} from './operation.js'
import type { Schema } from './schema.js'

interface EndpointGroup {
  endpoints: readonly Endpoint[]
  /** Before the endpoint's own path, for example `/orders`; empty for the application's own. */
  base: string
  tag: string
  id: Schema
  say: (key: EndpointDescription['summary']) => string
}

/** The plugin's own routes, as they describe themselves. */
export function endpointPaths({ base, endpoints, id, say, tag }: EndpointGroup): Paths {
  const paths: Paths = {}
  for (const endpoint of endpoints) {
    const description = descriptionOf(endpoint)
    if (!description || description.hidden) continue
    const path = `${base}${endpoint.path}`.replace(/:(\w+)\??/g, '{$1}')
    const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
    const parameters = [
      ...names.map((name) => pathParameter(name, name === 'id' ? id : { type: 'string' })),
      ...Object.entries(description.query ?? {}).map(([name, schema]) => queryParameter(name, schema)),
      ...Object.entries(description.headers ?? {}).map(([name, schema]) => ({
        name,
        in: 'header' as const,
        schema,
      })),
    ]
    const operation: Operation = {
      operationId: description.operationId,
      summary: say(description.summary),
      tags: [tag],
      ...(description.public ? { security: [] } : {}),
      ...(parameters.length > 0 ? { parameters } : {}),
      ...(description.body ? { requestBody: body(description.body, !description.bodyOptional) } : {}),
      responses: {
        ...answers(description.answers),
        ...errors(
          ...(description.public ? [429] : [403]),
          ...(names.includes('id') ? [404] : []),
          ...(description.errors ?? []),
        ),
      },
    }
    paths[path] = { ...paths[path], [endpoint.method]: operation }
  }
  return paths
}

function answers(described: Record<number, AnswerDescription>): Record<string, Answer> {
  return Object.fromEntries(
    Object.entries(described).map(([status, content]) => [
      status,
      'mediaType' in content
        ? answer(Number(status), { [content.mediaType]: { schema: { type: 'string' } } })
        : answer(Number(status), json(content)),
    ]),
  )
}
