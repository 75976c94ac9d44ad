import type { CrmTexts } from './de.js'
import { consent } from './en/consent.js'
import { entity } from './en/entity.js'
import { error } from './en/error.js'
import { field } from './en/field.js'
import { hint } from './en/hint.js'
import { mail } from './en/mail.js'
import { option } from './en/option.js'
import { publicPages } from './en/publicPages.js'

export const en: CrmTexts = { entity, field, option, hint, error, mail, consent, publicPages }
