import type { PayloadRequest } from 'payload'
import type { Crm } from '../config/resolve.js'
import { inTransaction, rehearsed } from '../database/inTransaction.js'
import type { ExclusionReason, SuppressionReason } from '../domain/consent.js'
import type { ImportedRow, RowProblem } from '../domain/subscriberImport.js'
import { declareSubscription, type Declaration } from './declareSubscription.js'
import { assertRecorded } from './recordConsent.js'

/** So many rows share a transaction; each holds two of PostgreSQL's locks until it ends. */
const batchSize = 100

export interface ImportResult {
  row: number
  email: string
  result: 'created' | 'updated' | 'unchanged' | 'skipped' | 'invalid'
  reason: ExclusionReason | SuppressionReason | RowProblem | null
}

/**
 * Subscribes the people of an import. Repeating an import changes nothing, so one that broke off is simply run again.
 *
 * @param dryRun says what would happen and writes nothing
 * @returns one result a row, in order
 */
export async function importSubscribers(
  req: PayloadRequest,
  crm: Crm,
  rows: readonly ImportedRow[],
  given: Declaration,
  dryRun: boolean,
): Promise<ImportResult[]> {
  const results: ImportResult[] = []
  for (const { email, problem, row } of rows)
    if (problem) results.push({ row, email, result: 'invalid', reason: problem })
  // Always in the same order, so that two imports at a time cannot wait for each other in a circle.
  const people = rows.filter((entry) => entry.person).sort((a, b) => (a.email < b.email ? -1 : 1))
  for (let start = 0; start < people.length; start += batchSize) {
    const batch = people.slice(start, start + batchSize)
    let last: string | null = null
    const work = async () => {
      for (const { email, person, row } of batch) {
        if (!person) continue
        const { hash, reason, result } = await declareSubscription(req, crm, person, given)
        last = hash ?? last
        results.push({ row, email, result, reason })
      }
    }
    if (dryRun) await rehearsed(req, work)
    else {
      await inTransaction(req, work)
      if (last) await assertRecorded(req, crm, last)
    }
  }
  return results.sort((a, b) => a.row - b.row)
}
