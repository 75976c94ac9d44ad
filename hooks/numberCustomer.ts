import type { CollectionBeforeChangeHook } from 'payload'
import { nextCounterValue } from '../src/database/counter.js'

const first = 10_001

/** Gives a new customer the next number; nobody else can set or change it. */
export function numberCustomer(): CollectionBeforeChangeHook {
  return async ({ data, operation, originalDoc, req }) => ({
    ...data,
    customerNumber:
      operation === 'create'
        ? String(await nextCounterValue(req, 'customers', first))
        : (originalDoc as { customerNumber?: string }).customerNumber,
  })
}
