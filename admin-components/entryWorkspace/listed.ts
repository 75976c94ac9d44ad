import type { PayloadRequest } from 'payload'
import type { OrderStatus } from '../../src/domain/orderLife.js'
import { formatDate, formatMoney } from '../../src/i18n/format.js'
import { say, type TextKey } from '../../src/i18n/translate.js'
import type { Id } from '../api.js'
import type { Entry, EntryEntity } from './entry.js'

/** An activity or an order as the list reads it. */
export interface ListedDocument {
  id: Id
  name?: string
  done?: boolean | null
  action?: string | null
  dueDate?: string | null
  status?: OrderStatus | null
  number?: string | null
  bookingDate?: string | null
  totals?: { gross?: number | null } | null
}

/** An entry in the reader's language. */
export function listed(
  document: ListedDocument,
  entity: EntryEntity,
  req: PayloadRequest,
  timeZone: string,
): Entry {
  const language = req.i18n.language === 'de' ? 'de' : 'en'
  const day = (value: string) => formatDate(value, language, timeZone)
  const { id, name = '' } = document
  if (entity === 'activities') {
    const done = document.done === true
    const action = document.action ? say(req, `option:${document.action}` as TextKey) : ''
    const due = document.dueDate ? say(req, 'workspace:due', { date: day(document.dueDate) }) : ''
    return {
      id,
      name,
      done,
      state: say(req, done ? 'option:done' : 'option:open'),
      details: [action, due].filter((detail) => detail !== ''),
    }
  }
  const status = document.status ?? 'open'
  return {
    id,
    name,
    done: status === 'done',
    state: say(req, `option:${status}`),
    details: [
      document.number ?? '',
      document.bookingDate ? day(document.bookingDate) : '',
      formatMoney(document.totals?.gross ?? 0, language),
    ].filter((detail) => detail !== ''),
  }
}
