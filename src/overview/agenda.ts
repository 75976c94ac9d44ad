import type { PayloadRequest } from 'payload'
import { crmOf } from '../config/resolve.js'
import { addDays, dayOf, startOfDay } from '../domain/calendar.js'
import { companyOf, readAsUser, type Found, type WithCustomer } from './readAsUser.js'

export interface AgendaItem extends WithCustomer {
  name: string
  dueDate: string
  overdue: boolean
}

/** Open activities that were due before today, or are today; the longest overdue first. */
export async function findAgenda(req: PayloadRequest, limit: number): Promise<Found<AgendaItem>> {
  const { slugs, timeZone } = crmOf(req.payload)
  const today = dayOf(new Date(), timeZone)
  const tomorrow = startOfDay(addDays(today, 1), timeZone).toISOString()
  const startOfToday = startOfDay(today, timeZone).getTime()
  const found = await readAsUser<AgendaItem>(req, slugs.activities, {
    where: { and: [{ done: { equals: false } }, { dueDate: { less_than: tomorrow } }] },
    sort: 'dueDate',
    limit,
    fields: ['name', 'customer', 'dueDate'],
  })
  const docs = found.docs.map((item) => ({ ...item, overdue: Date.parse(item.dueDate) < startOfToday }))
  return companyOf(req, { ...found, docs })
}
