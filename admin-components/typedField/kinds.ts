import { parseDay } from '../../src/domain/typedDay.js'
import {
  parseMoney,
  parsePercent,
  parseQuantity,
  type Notation,
  type Typed,
} from '../../src/domain/typedNumber.js'
import { formatDate, formatDecimal, formatMoney } from '../../src/i18n/format.js'
import type { TextKey } from '../../src/i18n/translate.js'

/** What can be typed in the reader's notation, how it is read and how it is shown. */
export interface TypedKind<Value> {
  parse(text: string, notation: Notation): Typed<Value>
  format(value: Value, notation: Notation): string
  unreadable: TextKey
}

/** Integer cents; shown without the euro sign, which stands beside the field. */
export const money: TypedKind<number> = {
  parse: parseMoney,
  format: (cents, notation) => formatMoney(cents, notation).replace(/\s?€/, ''),
  unreadable: 'workspace:unreadableMoney',
}

export const percent: TypedKind<number> = {
  parse: parsePercent,
  format: formatDecimal,
  unreadable: 'workspace:unreadablePercent',
}

export const quantity: TypedKind<number> = {
  parse: parseQuantity,
  format: formatDecimal,
  unreadable: 'workspace:unreadableQuantity',
}

/** A day, shown as it is in the given time zone. */
export const dayIn = (timeZone: string): TypedKind<string> => ({
  parse: parseDay,
  format: (value, notation) => formatDate(value, notation, timeZone),
  unreadable: 'workspace:unreadableDay',
})
