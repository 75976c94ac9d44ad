import type { DateField, NumberField } from 'payload'
import { clientComponent } from '../../src/config/componentPaths.js'
import type { Crm } from '../../src/config/resolve.js'
import { isIsoDate } from '../../src/domain/typedDay.js'
import { label, say, type TextKey } from '../../src/i18n/translate.js'

type FieldKey = Extract<TextKey, `field:${string}` | `campaign:${string}`>

export function number(name: string, labelKey: FieldKey, extras: Partial<NumberField> = {}): NumberField {
  return { ...extras, name, type: 'number', label: label(labelKey) } as NumberField
}

const typed =
  (component: string) =>
  (name: string, labelKey: FieldKey, extras: Partial<NumberField> = {}) =>
    number(name, labelKey, {
      ...extras,
      admin: {
        ...extras.admin,
        components: {
          Field: { path: clientComponent(component), clientProps: { labelKey } },
          ...extras.admin?.components,
        },
      },
    })

/** Integer cents, typed and shown as euro. */
export const money = typed('MoneyField')
/** At most two decimals. */
export const percent = typed('PercentField')
/** At most three decimals. */
export const quantity = typed('QuantityField')

/** A day, typed the reader's way. Over the API only ISO 8601 is a date: JavaScript would read 1.2.2026 as January 2nd. */
export function day(crm: Crm, name: string, labelKey: FieldKey, extras: Partial<DateField> = {}): DateField {
  const validate: DateField['validate'] = (value: unknown, { req }) => {
    if (value === null || value === undefined || value === '') return true
    const isDate =
      value instanceof Date ? !Number.isNaN(value.getTime()) : typeof value === 'string' && isIsoDate(value)
    return isDate || say(req, 'error:date')
  }
  return {
    ...extras,
    name,
    type: 'date',
    label: label(labelKey),
    validate,
    admin: {
      date: { pickerAppearance: 'dayOnly', displayFormat: 'dd.MM.yyyy' },
      components: {
        Field: { path: clientComponent('DayField'), clientProps: { labelKey, timeZone: crm.timeZone } },
      },
      ...extras.admin,
    },
  }
}

/** An instant the server sets. */
export function instant(name: string, labelKey: FieldKey, extras: Partial<DateField> = {}): DateField {
  return {
    ...extras,
    name,
    type: 'date',
    label: label(labelKey),
    admin: {
      readOnly: true,
      date: { pickerAppearance: 'dayAndTime', displayFormat: 'dd.MM.yyyy HH:mm' },
      ...extras.admin,
    },
  }
}
