import type { CollectionBeforeOperationHook, Where } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import { lockRows } from '../src/database/rowLock.js'
import { targetsOf } from './targets.js'

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
  return async (asked) => {
    if (asked.operation !== 'delete') return
    const { req } = asked
    const customers = await targetsOf(asked)
    if (customers.length === 0) return
    for (const [slug, ...fields] of referring) {
      const or = fields.map((field): Where => ({ [field]: { in: customers } }))
      const query = { where: { or }, depth: 0, pagination: false, select: {}, overrideAccess: true, req }
      const { docs } = await req.payload.find({ collection: slug, ...query })
      await lockRows(
        req,
        slug,
        docs.map(({ id }) => id),
      )
    }
  }
}
