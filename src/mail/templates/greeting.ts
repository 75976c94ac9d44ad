import { translate, type Language } from '../../i18n/translate.js'
import { joined } from './letterhead.js'

type Text = string | null | undefined

export interface Addressee {
  salutation?: Text
  firstName?: Text
  lastName?: Text
}

/** `Sehr geehrte Frau Muster,`; `null` when no name is known. */
export function formalGreeting(
  { firstName, lastName, salutation }: Addressee,
  language: Language,
): string | null {
  if (lastName && salutation === 'ms') return translate(language, 'mail:greetingMs', { name: lastName })
  if (lastName && salutation === 'mr') return translate(language, 'mail:greetingMr', { name: lastName })
  const name = joined([firstName, lastName], ' ')
  return name ? translate(language, 'mail:greeting', { name }) : null
}

/** `Hallo Erika,`; `null` when the first name is not known. */
export function informalGreeting({ firstName }: Addressee, language: Language): string | null {
  return firstName ? translate(language, 'mail:greetingInformal', { name: firstName }) : null
}
