import type { CrmTexts } from './de.js'
import { campaign } from './en/campaign.js'
import { entity } from './en/entity.js'
import { error } from './en/error.js'
import { field } from './en/field.js'
import { hint } from './en/hint.js'
import { mail } from './en/mail.js'
import { option } from './en/option.js'

export const en: CrmTexts = { entity, field, option, hint, error, mail, campaign }
