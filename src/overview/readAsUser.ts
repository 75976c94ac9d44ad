import type { PayloadRequest, Where } from 'payload'
import { crmOf } from '../config/resolve.js'

type Id = string | number

export interface Found<T> {
  docs: T[]
  total: number
}

export interface WithCustomer {
  id: Id
  customer: Id
  company?: string
}

interface Reading {
  where?: Where
  sort: string
  limit: number
  fields: string[]
}

/** A short look at a collection with the rights of whoever asks. */
export async function readAsUser<T>(
  req: PayloadRequest,
  collection: string,
  { fields, ...reading }: Reading,
): Promise<Found<T>> {
  const { docs, totalDocs } = await req.payload.find({
    ...reading,
    collection,
    depth: 0,
    select: Object.fromEntries(fields.map((field) => [field, true as const])),
    overrideAccess: false,
    user: req.user,
  })
  return { docs: docs as T[], total: totalDocs }
}

/** The companies of customers, as far as the reader may see them, by id. One query for all. */
export async function findCompanies(
  req: Pick<PayloadRequest, 'payload' | 'user'>,
  customers: readonly Id[],
): Promise<Record<string, string>> {
  const ids = [...new Set(customers)]
  if (ids.length === 0) return {}
  const { docs } = await req.payload.find({
    collection: crmOf(req.payload).slugs.customers,
    where: { id: { in: ids } },
    depth: 0,
    pagination: false,
    select: { company: true },
    overrideAccess: false,
    user: req.user,
  })
  return Object.fromEntries(
    (docs as { id: Id; company?: string }[]).map(({ id, company }) => [id, company ?? '']),
  )
}

/** Adds the company to entries that belong to a customer. */
export async function companyOf<T extends WithCustomer>(
  req: PayloadRequest,
  found: Found<T>,
): Promise<Found<T>> {
  const companies = await findCompanies(
    req,
    found.docs.map(({ customer }) => customer),
  )
  const docs = found.docs.map((doc) => ({ ...doc, company: companies[String(doc.customer)] ?? '' }))
  return { ...found, docs }
}
