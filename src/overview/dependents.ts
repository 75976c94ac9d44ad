import type { PayloadRequest, Where } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { tableOf } from '../database/table.js'
import { pooled } from '../database/transaction.js'

type Id = string | number

/** What deleting entries would do, for the dialogue that asks before. */
export interface Dependents {
  /** What would go: how many, and the names of the first few. */
  going: Named
  /** What would stay because it has, or is, a numbered order. */
  kept: Named
  /** What would go along. */
  activities: number
  orders: number
}

interface Named {
  count: number
  names: string[]
}

const shown = 5

/**
 * Looks at the entries that match, as far as the reader may see them. Only customers have anything hanging on them; only
 * customers and orders can be kept back.
 */
export async function findDependents(
  req: PayloadRequest,
  crm: Crm,
  slug: string,
  where: Where,
): Promise<Dependents> {
  const named = (condition: Where) => nameEntries(req, slug, condition)
  const nothing = { count: 0, names: [] }
  if (slug === crm.slugs.orders) {
    const numbered = { number: { exists: true } }
    const [going, kept] = await Promise.all([
      named({ and: [where, { number: { exists: false } }] }),
      named({ and: [where, numbered] }),
    ])
    return { going, kept, activities: 0, orders: 0 }
  }
  if (slug !== crm.slugs.customers)
    return { going: await named(where), kept: nothing, activities: 0, orders: 0 }

  const { docs } = await req.payload.find({
    collection: slug,
    where,
    depth: 0,
    pagination: false,
    select: {},
    overrideAccess: false,
    user: req.user,
  })
  const ids = docs.map(({ id }) => id)
  const keptIds = await customersWithNumberedOrders(req, crm, ids)
  const goingIds = ids.filter((id) => !keptIds.has(id))
  const [going, kept, activities, orders] = await Promise.all([
    named({ id: { in: goingIds } }),
    named({ id: { in: [...keptIds] } }),
    countOf(req, crm.slugs.activities, goingIds),
    countOf(req, crm.slugs.orders, goingIds),
  ])
  return { going, kept, activities, orders }
}

async function nameEntries(req: PayloadRequest, slug: string, where: Where): Promise<Named> {
  const title = req.payload.collections[slug]?.config.admin.useAsTitle ?? 'id'
  const { docs, totalDocs } = await req.payload.find({
    collection: slug,
    where,
    depth: 0,
    limit: shown,
    select: { [title]: true },
    overrideAccess: false,
    user: req.user,
  })
  const names = docs.map((doc) => {
    const name = (doc as Record<string, unknown>)[title]
    return typeof name === 'string' ? name : String(doc.id)
  })
  return { count: totalDocs, names }
}

async function customersWithNumberedOrders(req: PayloadRequest, crm: Crm, ids: Id[]): Promise<Set<Id>> {
  const { rows } = await pooled(req.payload).execute(sql`
    SELECT DISTINCT customer_id AS id FROM ${tableOf(req.payload, crm.slugs.orders)}
    WHERE customer_id = ANY(${sql.param(ids)}) AND number IS NOT NULL`)
  return new Set((rows as { id: Id }[]).map(({ id }) => id))
}

async function countOf(req: PayloadRequest, slug: string, customers: Id[]): Promise<number> {
  const { rows } = await pooled(req.payload).execute(sql`
    SELECT count(*)::int AS count FROM ${tableOf(req.payload, slug)} WHERE customer_id = ANY(${sql.param(customers)})`)
  return (rows[0] as { count: number }).count
}
