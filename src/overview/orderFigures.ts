import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import { crmOf } from '../config/resolve.js'
import { tableOf } from '../database/table.js'
import { pooled } from '../database/transaction.js'
import { dayOf, lastMonths, startOfDay } from '../domain/calendar.js'
import type { OrderStatus } from '../domain/orderLife.js'
import { companyOf, readAsUser, type Found, type WithCustomer } from './readAsUser.js'

export interface OpenOrder extends WithCustomer {
  name: string
  number?: string | null
  status: OrderStatus
  bookingDate?: string | null
  totals?: { gross?: number | null }
}

/** Orders that are not done yet, the latest first. */
export async function findOpenOrders(req: PayloadRequest, limit: number): Promise<Found<OpenOrder>> {
  const found = await readAsUser<OpenOrder>(req, crmOf(req.payload).slugs.orders, {
    where: { status: { in: ['open', 'confirmed'] } },
    sort: '-bookingDate',
    limit,
    fields: ['name', 'number', 'customer', 'status', 'bookingDate', 'totals'],
  })
  return companyOf(req, found)
}

export interface MonthTotal {
  /** For example `2026-12`. */
  month: string
  /** Integer cents. */
  gross: number
  orders: number
}

/**
 * What was ordered in each of the last months by booking date, cancelled orders left out; months without an order
 * are 0. The caller has to make sure that the reader may see all orders.
 */
export async function sumOrdersByMonth(req: PayloadRequest, count: number): Promise<MonthTotal[]> {
  const { slugs, timeZone } = crmOf(req.payload)
  const months = lastMonths(dayOf(new Date(), timeZone), count)
  const from = startOfDay(`${months[0]}-01`, timeZone).toISOString()
  const { rows } = await pooled(req.payload).execute(sql`
    SELECT to_char(booking_date AT TIME ZONE ${timeZone}, 'YYYY-MM') AS month,
      coalesce(sum(totals_gross), 0) AS gross, count(*)::int AS orders
    FROM ${tableOf(req.payload, slugs.orders)}
    WHERE booking_date >= ${from} AND status <> 'cancelled'
    GROUP BY 1`)
  const found = new Map(
    (rows as { month: string; gross: string; orders: number }[]).map((row) => [row.month, row]),
  )
  return months.map((month) => {
    const row = found.get(month)
    return { month, gross: Number(row?.gross ?? 0), orders: row?.orders ?? 0 }
  })
}
