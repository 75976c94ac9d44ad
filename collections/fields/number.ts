import type { DateField, NumberField } from 'payload'
import { label, type TextKey } from '../../src/i18n/translate.js'

type FieldKey = Extract<TextKey, `field:${string}` | `campaign:${string}`>

export function number(name: string, labelKey: FieldKey, extras: Partial<NumberField> = {}): NumberField {
  return { ...extras, name, type: 'number', label: label(labelKey) } as NumberField
}

/** A day. Without a fixed format the picker reads typed German dates wrong. */
export function day(name: string, labelKey: FieldKey, extras: Partial<DateField> = {}): DateField {
  return {
    ...extras,
    name,
    type: 'date',
    label: label(labelKey),
    admin: { date: { pickerAppearance: 'dayOnly', displayFormat: 'dd.MM.yyyy' }, ...extras.admin },
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
