import type { LabelFunction } from 'payload'
import { de, type CrmTexts } from './de.js'
import { en } from './en.js'

export type Language = 'de' | 'en'
export const texts: Record<Language, CrmTexts> = { de, en }

/** `section:name`, for example `field:company`. */
export type TextKey = {
  [Section in keyof CrmTexts]: `${Section}:${Extract<keyof CrmTexts[Section], string>}`
}[keyof CrmTexts]

type Values = Record<string, string | number>

/** A label for Payload's configs. Hosts change a text under `i18n.translations.<language>.crm`. */
export function label(key: TextKey): LabelFunction {
  return ({ t }) => (t as (key: string) => string)(`crm:${key}`)
}

/** The language of ours that serves a reader of the given language: German, or else English. */
export function languageOf(code: string): Language {
  return code === 'de' ? 'de' : 'en'
}

/** A request, or Payload's `i18n`: whatever speaks the reader's language. */
interface Speaker {
  t: (key: never, values?: Values) => string
}

/**
 * A label with both languages in it, for what Payload renders on the server and keeps for the next reader: editors, their
 * blocks and fields with a component of their own. A label by `label` would stay in the first reader's language there.
 */
export function bilingual(key: TextKey): Record<Language, string> {
  return { de: translate('de', key), en: translate('en', key) }
}

/** A text in the language of a request, with the host's changes. */
export function say(speaker: Speaker, key: TextKey, values?: Values): string {
  return (speaker.t as unknown as (key: string, values?: Values) => string)(`crm:${key}`, values)
}

/** A text in a given language, for mails: there is no request and no user interface. */
export function translate(language: Language, key: TextKey, values: Values = {}): string {
  const [section, name] = key.split(':') as [keyof CrmTexts, string]
  const text = (texts[language][section] as Record<string, string>)[name] ?? key
  return text.replace(/\{\{(\w+)\}\}/g, (slot, value: string) => String(values[value] ?? slot))
}
