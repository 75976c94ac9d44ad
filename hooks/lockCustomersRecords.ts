import type { CollectionBeforeOperationHook, Where } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { lockRows } from '../src/database/rowLock.js'

type Id = string | number

/**
 * Before a customer is deleted, what refers to it is locked, and only then the customer: whoever works on an account or an
 * order holds that first and comes to the customer by the mail that tells of it, whoever writes another customer into a
 * record comes to that one. The other way round, both would wait for each other. The erasure of a person takes the same order
 * (`src/endpoints/privacy/lockPerson.ts`).
 */
export function lockCustomersRecords(crm: Crm): CollectionBeforeOperationHook {
  const { accounts, activities, orders, subscribers } = crm.slugs
  const referring: [slug: string, ...fields: string[]][] = [
    [accounts, 'customer'],
    [orders, 'customer'],
    [activities, 'customer', 'partner'],
    [subscribers, 'customer'],
  ]
  return async ({ args, operation, req }) => {
    if (operation !== 'delete') return
    const { id, where } = args as { id?: Id; where?: Where }
    const find = async (collection: string, filter: Where) => {
      const query = { where: filter, depth: 0, pagination: false, select: {}, overrideAccess: true, req }
      return (await req.payload.find({ collection, ...query })).docs.map((document) => document.id)
    }
    const customers =
      id === undefined || id === null ? (where ? await find(crm.slugs.customers, where) : []) : [id]
    if (customers.length === 0) return
    for (const [slug, ...fields] of referring) {
      const or = fields.map((field): Where => ({ [field]: { in: customers } }))
      await lockRows(req, slug, await find(slug, { or }))
    }
  }
}
