import type { TextareaField, TextField } from 'payload'
import { label, type TextKey } from '../../src/i18n/translate.js'
import { normalizeWith, notBlank, textRules, validateWith } from './validators.js'

type FieldKey = Extract<TextKey, `field:${string}` | `campaign:${string}`>
type Extras = Partial<Omit<TextField, 'type' | 'name' | 'validate'>>

/** A plain single line of text. */
export function text(name: string, labelKey: FieldKey, extras: Extras = {}): TextField {
  return { ...extras, name, type: 'text', label: label(labelKey) } as TextField
}

/** A name that must be there: surrounding space is cut, blank is refused. */
export function requiredName(name: string, labelKey: FieldKey, extras: Extras = {}): TextField {
  return {
    ...extras,
    name,
    type: 'text',
    label: label(labelKey),
    required: true,
    hooks: { beforeValidate: [normalizeWith((value) => value.trim())] },
    validate: validateWith(notBlank),
  } as TextField
}

/** A text with a form of its own, for example an IBAN: normalised first, then checked. */
export function formal(
  name: string,
  labelKey: FieldKey,
  kind: keyof typeof textRules,
  extras: Extras = {},
): TextField {
  const { normalize, check } = textRules[kind]
  return {
    ...extras,
    name,
    type: 'text',
    label: label(labelKey),
    hooks: { beforeValidate: [normalizeWith(normalize)] },
    validate: validateWith((value) => (extras.required ? notBlank(value) : null) ?? check(value)),
  } as TextField
}

export function textarea(
  name: string,
  labelKey: FieldKey,
  extras: Partial<TextareaField> = {},
): TextareaField {
  return { ...extras, name, type: 'textarea', label: label(labelKey) }
}
