import type { FlattenedField, PayloadRequest } from 'payload'
import { Forbidden } from 'payload'

interface Operation {
  args: unknown
  collection: { flattenedFields: readonly FlattenedField[] }
  req: PayloadRequest
}

/**
 * Refuses to filter and to sort by what the reader may not see, through relations too: both tell about values, an order to
 * whoever can place a value of their own in it. Payload checks of a sort only its first step, and of nested filters it
 * leaves rejected promises that nobody awaits, so it is better not to get that far.
 *
 * @throws Forbidden
 */
export async function refuseSecretQuery({ args, collection, req }: Operation): Promise<void> {
  const { overrideAccess, sort, where } = args as {
    overrideAccess?: boolean
    sort?: unknown
    where?: unknown
  }
  if (overrideAccess === true) return
  const given = Array.isArray(sort) ? (sort as unknown[]) : [sort]
  const sorted = given.flatMap((one) => (typeof one === 'string' ? one.split(',') : []))
  for (const path of [...sorted.map((one) => one.trim().replace(/^-/, '')), ...filteredPaths(where)])
    if (await isSecret(req, collection.flattenedFields, path.replaceAll('__', '.').split('.')))
      throw new Forbidden(req.t)
}

function filteredPaths(where: unknown): string[] {
  if (typeof where !== 'object' || where === null) return []
  return Object.entries(where).flatMap(([path, condition]: [string, unknown]) =>
    /^(and|or)$/i.test(path)
      ? Object.values(condition ?? {}).flatMap((one: unknown) => filteredPaths(one))
      : [path],
  )
}

async function isSecret(
  req: PayloadRequest,
  fields: readonly FlattenedField[],
  [name, ...rest]: readonly string[],
): Promise<boolean> {
  const field = fields.find((one) => one.name === name)
  if (!field) return false
  if ('hidden' in field && field.hidden) return true
  if ('access' in field && field.access?.read && !(await field.access.read({ req }))) return true
  if (rest.length === 0) return false
  if ('flattenedFields' in field) return isSecret(req, field.flattenedFields, rest)
  if (field.type !== 'relationship' && field.type !== 'upload') return false
  for (const target of [field.relationTo].flat()) {
    const config = req.payload.collections[target]?.config
    if (config && (await isSecret(req, config.flattenedFields, rest))) return true
  }
  return false
}
