import type { CrmTexts } from './de.js'
import { entity } from './en/entity.js'
import { error } from './en/error.js'
import { field } from './en/field.js'
import { hint } from './en/hint.js'
import { mail } from './en/mail.js'
import { newsletter } from './en/newsletter.js'
import { newsletterAdmin } from './en/newsletterAdmin.js'
import { newsletterCheck } from './en/newsletterCheck.js'
import { option } from './en/option.js'

export const en: CrmTexts = {
  entity,
  field,
  option,
  hint,
  error,
  mail,
  newsletter,
  newsletterCheck,
  newsletterAdmin,
}
