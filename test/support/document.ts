/** A consumer that knows an API by its OpenAPI document only: what it calls are operations by their names. */
export async function readApi(documentUrl: string, language = 'en') {
  const headers = { 'Accept-Language': language }
  const document = (await (await fetch(documentUrl, { headers })).json()) as ApiDocument
  // The tests' server is not at its public address.
  const base = new URL(new URL(document.servers[0]?.url ?? '').pathname, documentUrl).href
  const operations = new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId, parameters = [] }]) => [operationId, { method, path, parameters }] as const,
      ),
    ),
  )
  /** @throws Error for an operation or a header that the document does not name */
  async function call(operationId: string, given: Call = {}) {
    const operation = operations.get(operationId)
    if (!operation) throw new Error(`The document names no operation ${operationId}.`)
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = given.path?.[name]
      if (value === undefined) throw new Error(`${operationId} wants ${name} in its path.`)
      return encodeURIComponent(value)
    })
    const known = operation.parameters.filter((one) => one.in === 'header').map(({ name }) => name)
    for (const name of Object.keys(given.headers ?? {}))
      if (!known.includes(name)) throw new Error(`${operationId} does not say that it takes ${name}.`)
    const response = await fetch(`${base}${path}`, {
      method: operation.method.toUpperCase(),
      headers: {
        ...headers,
        ...(given.token ? { Authorization: `JWT ${given.token}` } : {}),
        ...(given.body ? { 'Content-Type': 'application/json' } : {}),
        ...given.headers,
      },
      ...(given.body ? { body: JSON.stringify(given.body) } : {}),
    })
    return { status: response.status, body: await response.json() }
  }
  return { call, document, operations }
}

interface Call {
  path?: Record<string, string | number>
  body?: object
  token?: string
  headers?: Record<string, string>
}

interface ApiDocument {
  servers: { url: string }[]
  paths: Record<string, Record<string, { operationId: string; parameters?: { name: string; in: string }[] }>>
}
