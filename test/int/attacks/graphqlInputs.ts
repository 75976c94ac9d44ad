import type { Client } from '../../support/client.js'

interface TypeReference {
  kind: string
  name: string | null
  ofType: TypeReference | null
}

/** The input types of the schema: GraphQL refuses a document with anything it does not know before anybody sees it. */
export async function readInputs(client: Client) {
  const reference =
    'kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }'
  const { body } = await client.post('/graphql', {
    query: `{ __schema { types { kind name inputFields { name type { ${reference} } } } } }`,
  })
  const types = new Map<string, Map<string, TypeReference>>()
  for (const { inputFields, kind, name } of body.data.__schema.types)
    if (kind === 'INPUT_OBJECT')
      types.set(name, new Map(inputFields.map((field: any) => [field.name, field.type] as const)))

  const named = (type: TypeReference): string => (type.ofType ? named(type.ofType) : (type.name ?? ''))

  /** What of a document the input type has a place for. Names with dots have underscores in enums. */
  function known(type: string, value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => known(type, one))
    const fields = types.get(type.replace(/!$/, ''))
    if (!fields)
      return typeof value === 'string' && /^[a-z]+\.[a-z]+$/.test(value) ? value.replace('.', '_') : value
    return Object.fromEntries(
      Object.entries(value ?? {}).flatMap(([name, inner]: [string, unknown]) => {
        const field = fields.get(name)
        return field ? [[name, known(named(field), inner)]] : []
      }),
    )
  }
  return { known }
}

export type Inputs = Awaited<ReturnType<typeof readInputs>>
