import type { PayloadRequest } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { lockName } from '../../database/namedLock.js'
import { lockRows } from '../../database/rowLock.js'
import { findPerson, type Document, type FoundPerson, type PersonalData } from './person.js'

type Id = string | number

/**
 * Finds a person and locks what is going to be rewritten until the request's transaction ends: what is told then is what
 * is stored, an order that was confirmed a moment ago has its number, and no change of somebody else's is taken back.
 *
 * First the address, as sign-ups and reports of bounces do, which come to the person's mails before the subscriber; then the
 * rows in the order of `hooks/lockCustomersRecords.ts`. What turns up while others are waited for is locked late, which is
 * better than not at all.
 */
export async function lockPerson(req: PayloadRequest, crm: Crm, email: string): Promise<FoundPerson> {
  await lockName(req, `subscriber:${email}`)
  const locked = new Set<string>()
  let person = await findPerson(req, crm, email)
  let missing = rowsOf(crm, person.data)
  while (missing.length > 0) {
    for (const [slug, ids] of missing) {
      await lockRows(req, slug, ids)
      for (const id of ids) locked.add(`${slug}:${id}`)
    }
    person = await findPerson(req, crm, email)
    missing = rowsOf(crm, person.data)
      .map(([slug, ids]): Rows => [slug, ids.filter((id) => !locked.has(`${slug}:${id}`))])
      .filter(([, ids]) => ids.length > 0)
  }
  return person
}

type Rows = [slug: string, ids: Id[]]

/** In the order in which they are locked; nothing of a kind that there is nothing of. */
function rowsOf({ slugs }: Crm, data: PersonalData): Rows[] {
  const ids = (documents: readonly Document[]) => documents.map(({ id }) => id)
  // The mail that tells of the end of an account refers to its customer, which need not be one of the person's.
  const employers = data.account.flatMap(({ customer }) =>
    typeof customer === 'string' || typeof customer === 'number' ? [customer] : [],
  )
  const rows: Rows[] = [
    [slugs.accounts, ids(data.account)],
    [slugs.orders, ids(data.orders)],
    [slugs.activities, ids(data.activities)],
    [slugs.subscribers, ids(data.subscriber)],
    [slugs.customers, [...new Set([...ids(data.contacts), ...employers])]],
  ]
  return rows.filter(([, found]) => found.length > 0)
}
