import type { DocumentViewServerProps, Where } from 'payload'
import type { CrmSlugs } from '../../src/config/slugs.js'
import { say } from '../../src/i18n/translate.js'
import type { Id } from '../api.js'
import type { EntryEntity } from './entry.js'
import { EntryWorkspace } from './index.client.js'
import { listed, type ListedDocument } from './listed.js'

type Props = DocumentViewServerProps & { entity: EntryEntity; slugs: CrmSlugs; timeZone: string }

const page = 50
const sorts = { activities: ['done', '-createdAt'], orders: ['-createdAt'] }
const selects = {
  activities: { name: true, done: true, action: true, dueDate: true },
  orders: { name: true, status: true, number: true, bookingDate: true, totals: { gross: true } },
} as const

/** The Reiter Aktivitäten or Bestellungen of a customer: reads the list, the browser does the rest. */
export async function CustomerEntries({ doc, entity, initPageResult, searchParams, slugs, timeZone }: Props) {
  const { permissions, req } = initPageResult
  const collection = slugs[entity]
  const rights = permissions.collections?.[collection]
  if (!rights?.read) return <p style={{ padding: 'var(--gutter-h)' }}>{say(req, 'workspace:noAccess')}</p>

  const customer = doc as { id: Id; company?: string }
  const limit = Math.min(Math.max(Number(searchParams?.limit) || page, page), 5000)
  const wanted = typeof searchParams?.entry === 'string' ? searchParams.entry : null
  const find = (where: Where, most: number) =>
    req.payload.find({
      collection,
      where: { and: [{ customer: { equals: customer.id } }, where] },
      depth: 0,
      limit: most,
      overrideAccess: false,
      select: selects[entity],
      sort: sorts[entity],
      user: req.user,
    })
  const { docs, totalDocs } = await find({}, limit)
  const documents = docs as ListedDocument[]
  const isOpen = (document: ListedDocument) => String(document.id) === wanted
  let open: Id | null = documents.find(isOpen)?.id ?? null
  if (wanted && wanted !== 'new' && open === null && isPossible(wanted, req.payload.db.defaultIDType)) {
    // Further down than the list goes; a link must lead to it nevertheless.
    const further = (await find({ id: { equals: wanted } }, 1)).docs as ListedDocument[]
    documents.unshift(...further)
    open = further[0]?.id ?? null
  }
  return (
    <EntryWorkspace
      canCreate={rights.create === true}
      canUpdate={rights.update === true}
      company={customer.company ?? ''}
      customer={customer.id}
      customers={slugs.customers}
      entity={entity}
      entries={documents.map((document) => listed(document, entity, req, timeZone))}
      missing={wanted !== null && wanted !== 'new' && open === null}
      more={totalDocs > limit ? limit + 200 : null}
      open={wanted === 'new' && rights.create ? 'new' : open}
      slug={collection}
      total={totalDocs}
    />
  )
}

const isPossible = (id: string, type: 'number' | 'text') => type !== 'number' || /^\d{1,9}$/.test(id)
