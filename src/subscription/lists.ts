import type { PayloadRequest } from 'payload'
import type { Crm } from '../config/resolve.js'
import { isUsableId, type Id } from './subscriber.js'

export interface MailingList {
  id: Id
  name: string
  description?: string | null
  public?: boolean | null
}

/** The lists anybody may choose, by name. */
export async function publicLists(req: PayloadRequest, crm: Crm): Promise<MailingList[]> {
  return find(req, crm, { public: { equals: true } })
}

/** The lists with these ids; ids that no list has are passed over. */
export async function listsById(req: PayloadRequest, crm: Crm, ids: readonly Id[]): Promise<MailingList[]> {
  const usable = ids.filter((id) => isUsableId(req, id))
  return usable.length === 0 ? [] : find(req, crm, { id: { in: usable } })
}

async function find(req: PayloadRequest, crm: Crm, where: object): Promise<MailingList[]> {
  const { docs } = await req.payload.find({
    collection: crm.slugs.mailingLists,
    where: where as Parameters<typeof req.payload.find>[0]['where'],
    sort: 'name',
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return docs as unknown as MailingList[]
}
