import type { OrderStatus } from '../src/domain/orderLife.js'
import type { OrderDiscount, OrderTotals, PriceMode } from '../src/domain/orderTotals.js'

export type Id = string | number
export type Reference = Id | { id: Id } | null | undefined

export interface OrderLine {
  id?: string | null
  product?: Reference
  name?: string | null
  sku?: string | null
  unit?: string | null
  quantity?: number | null
  unitPrice?: number | null
  taxRate?: number | null
  total?: number | null
}

export interface Confirmation {
  company?: string | null
  customerNumber?: string | null
  vatId?: string | null
  address?: Record<string, string | null | undefined> | null
  recipient?: {
    salutation?: 'ms' | 'mr' | 'neutral' | null
    firstName?: string | null
    lastName?: string | null
    email?: string | null
    phone?: string | null
  } | null
  language?: 'de' | 'en' | null
  count?: number | null
}

/** An order as the hooks see it. */
export interface OrderDocument {
  id: Id
  customer?: Reference
  /** The account that ordered in the shop. */
  orderedBy?: Reference
  name?: string
  description?: string | null
  bookingDate?: string | null
  lines?: OrderLine[] | null
  discount?: OrderDiscount | null
  totals?: OrderTotals | null
  status?: OrderStatus | null
  number?: string | null
  confirmedAt?: string | null
  doneAt?: string | null
  revision?: number | null
  priceMode?: PriceMode | null
  confirmation?: Confirmation | null
}

/** The id of a relationship, populated or not. */
export function idOf(reference: Reference): Id | null {
  if (reference === null || reference === undefined) return null
  return typeof reference === 'object' ? reference.id : reference
}
