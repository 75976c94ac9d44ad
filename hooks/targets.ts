import { executeAccess, type CollectionBeforeOperationHook, type Where } from 'payload'

export type Id = string | number

type Operation = Parameters<CollectionBeforeOperationHook>[0]

/**
 * The documents that an update or delete is about and that the request may change. Payload asks for the right only behind
 * these hooks, so they ask for it themselves: nobody gets to lock, or to wait for, what is none of theirs.
 *
 * @returns their ids; none for other operations, and for an id that cannot exist, which is left to Payload's "not found"
 * @throws Forbidden
 */
export async function targetsOf({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}: Operation): Promise<Id[]> {
  if (operation !== 'update' && operation !== 'delete') return []
  const { data, id, where } = args as { data?: unknown; id?: Id; where?: Where }
  const allowed =
    overrideAccess ||
    (await executeAccess(
      { collectionConfig: collection, req, ...(id === undefined ? {} : { data, id }) },
      collection.access[operation],
    ))
  const isOne = id !== undefined && id !== null
  if (isOne && req.payload.db.defaultIDType === 'number' && !/^\d{1,15}$/.test(String(id))) return []
  const asked: Where | undefined = isOne ? { id: { equals: id } } : where
  if (!asked || allowed === false) return []
  if (isOne && allowed === true) return [id]
  const { docs } = await req.payload.find({
    collection: collection.slug,
    where: allowed === true ? asked : { and: [asked, allowed] },
    req,
    depth: 0,
    pagination: false,
    select: {},
    overrideAccess: true,
  })
  return docs.map((doc) => doc.id)
}
