import type { Payload } from 'payload'
import { withoutValues } from './withoutValues.js'

type Logger = Payload['logger']

const levels = new Set<string | symbol>(['fatal', 'error', 'warn', 'info', 'debug', 'trace'])

/** The host's logger, which gets errors without the values of failed queries. Whoever logs, Payload included, goes by here. */
export function quietLogger(logger: Logger): Logger {
  return new Proxy(logger, {
    get(target, name, receiver) {
      const found: unknown = Reflect.get(target, name, receiver)
      if (!levels.has(name) || typeof found !== 'function') return found
      return function (this: unknown, ...said: unknown[]): unknown {
        return Reflect.apply(found, this, said.map(cleaned))
      }
    },
  })
}

function cleaned(said: unknown): unknown {
  if (said instanceof Error) return withoutValues(said)
  if (typeof said !== 'object' || said === null || !('err' in said) || !(said.err instanceof Error))
    return said
  return { ...said, err: withoutValues(said.err) }
}
