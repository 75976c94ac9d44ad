import type { SelectField } from 'payload'
import { label, type TextKey } from '../../src/i18n/translate.js'

type FieldKey = Extract<TextKey, `field:${string}` | `campaign:${string}`>
type OptionKey = Extract<TextKey, `option:${string}`> extends `option:${infer Name}` ? Name : never

/** A select whose options are labelled by `option:<value>`. */
export function choice(
  name: string,
  labelKey: FieldKey,
  values: readonly OptionKey[],
  extras: Partial<Omit<SelectField, 'type' | 'name' | 'options'>> = {},
): SelectField {
  return {
    ...extras,
    name,
    type: 'select',
    label: label(labelKey),
    options: values.map((value) => ({ value, label: label(`option:${value}`) })),
  } as SelectField
}

/** `de` or `en`, German by default. */
export function language(extras: Partial<SelectField> = {}): SelectField {
  return {
    label: label('field:language'),
    ...extras,
    name: 'language',
    type: 'select',
    defaultValue: 'de',
    options: [
      { value: 'de', label: label('field:german') },
      { value: 'en', label: label('field:english') },
    ],
  } as SelectField
}
