import type { OrderStatus } from '../../src/domain/orderLife.js'
import type { OrderDiscount } from '../../src/domain/orderTotals.js'
import type { Notation } from '../../src/domain/typedNumber.js'
import { isUnreadable, typedText } from '../../src/domain/unreadable.js'
import { formatDate, formatDecimal, formatMoney } from '../../src/i18n/format.js'
import type { Say } from '../language.js'

/** The parts of an order that two people can disagree about. */
export interface OrderInForm {
  name?: string | null
  description?: string | null
  bookingDate?: string | null
  status?: OrderStatus | null
  discount?: OrderDiscount | null
  lines?: { name?: string | null; quantity?: number | null; unitPrice?: number | null }[] | null
}

interface Reader {
  notation: Notation
  say: Say
  timeZone: string
}

/** What differs between two versions of an order, in the reader's words. */
export function differences(mine: OrderInForm, theirs: OrderInForm, reader: Reader) {
  const [left, right] = [described(mine, reader), described(theirs, reader)]
  return left
    .map(({ label, text }, index) => ({ label, mine: text, theirs: right[index]?.text ?? '' }))
    .filter((row) => row.mine !== row.theirs)
}

function described(
  order: OrderInForm,
  { notation, say, timeZone }: Reader,
): { label: string; text: string }[] {
  const shown = <T>(value: T | null | undefined, format: (value: T) => string) =>
    isUnreadable(value) ? typedText(value) : value === null || value === undefined ? '–' : format(value)
  const cents = (value: number) => formatMoney(value, notation)
  const decimal = (value: number) => formatDecimal(value, notation)
  const discount = () => {
    const { amount, percent, type } = order.discount ?? {}
    if (type === 'percent') return `${shown(percent, decimal)} %`
    return type === 'amount' ? shown(amount, cents) : say('option:none')
  }
  const lines = (order.lines ?? []).map(
    (line) => `${shown(line.quantity, decimal)} × ${line.name || '–'} (${shown(line.unitPrice, cents)})`,
  )
  return [
    { label: say('field:status'), text: say(`option:${order.status ?? 'open'}`) },
    { label: say('field:name'), text: order.name || '–' },
    { label: say('field:description'), text: order.description || '–' },
    {
      label: say('field:bookingDate'),
      text: shown(order.bookingDate, (value) => formatDate(value, notation, timeZone)),
    },
    { label: say('field:lines'), text: lines.length > 0 ? lines.join('\n') : '–' },
    { label: say('field:discount'), text: discount() },
  ]
}
