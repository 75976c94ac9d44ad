import type { PayloadRequest } from 'payload'
import { crmOf } from '../config/resolve.js'
import { troubledStates } from '../domain/mailLife.js'
import { readAsUser, type Found } from './readAsUser.js'

type Id = string | number

export interface TroubledMail {
  id: Id
  state: string
  to: string
  subject: string
}

/** Mails that wait for somebody's decision, the latest first. */
export function findTroubledMails(req: PayloadRequest, limit: number): Promise<Found<TroubledMail>> {
  return readAsUser(req, crmOf(req.payload).slugs.mails, {
    where: { state: { in: [...troubledStates] } },
    sort: '-createdAt',
    limit,
    fields: ['state', 'to', 'subject'],
  })
}

/** Deliveries to webhooks that were given up; none for who may not see them. */
export async function countGivenUpDeliveries(req: PayloadRequest): Promise<number> {
  const { rolesOf, slugs } = crmOf(req.payload)
  if (!rolesOf(req.user).includes('admin')) return 0
  const { totalDocs } = await req.payload.count({
    collection: slugs.webhookDeliveries,
    where: { state: { equals: 'failed' } },
    overrideAccess: false,
    user: req.user,
  })
  return totalDocs
}

export interface RecentNewsletter {
  id: Id
  name: string
  status: string
  progress?: { recipients?: number | null; sent?: number | null }
}

export function findRecentNewsletters(req: PayloadRequest, limit: number): Promise<Found<RecentNewsletter>> {
  return readAsUser(req, crmOf(req.payload).slugs.newsletters, {
    where: { template: { not_equals: true } },
    sort: '-updatedAt',
    limit,
    fields: ['name', 'status', 'progress'],
  })
}
