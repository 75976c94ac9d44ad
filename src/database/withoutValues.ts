/** How an error of a query is told by what carries it out: the statement, all its values, and what the server said. */
interface QueryError extends Error {
  query: string
  params: unknown
  cause?: unknown
}

/** PostgreSQL's class of errors about a value, which quote it. */
const aboutValue = /^22/

/**
 * An error without the values of the query that failed: they are names, addresses and secrets, and no log may have them.
 *
 * @returns a query's error told anew: statement, code and the server's sentence, with the same stack; any other as it is
 */
export function withoutValues(error: Error): Error {
  for (let current: unknown = error; current instanceof Error; current = behind(current)) {
    if ('query' in current && 'params' in current)
      return told(error, (current as QueryError).query, current.cause)
    if ('severity' in current && 'detail' in current) return told(error, '', current)
  }
  return error
}

/** GraphQL has a name of its own for it. */
const behind = (error: Error): unknown =>
  error.cause ?? ('originalError' in error ? error.originalError : undefined)

function told(error: Error, query: string, cause: unknown): Error {
  const { code = '', message = '' } = (cause ?? {}) as { code?: string; message?: string }
  const sentence = aboutValue.test(code) ? 'a value was refused' : message
  const words = [`Failed query: ${sentence}`, code && `(${code})`, query].filter(Boolean).join(' ')
  const plain = new Error(words)
  plain.name = 'DatabaseError'
  // The frames alone: above them stands the message with its values.
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  plain.stack = [`${plain.name}: ${words}`, ...frames].join('\n')
  return plain
}
