import type { CrmTexts } from './de.js'
import { account } from './en/account.js'
import { accountMail } from './en/accountMail.js'
import { admin } from './en/admin.js'
import { entity } from './en/entity.js'
import { error } from './en/error.js'
import { field } from './en/field.js'
import { hint } from './en/hint.js'
import { mail } from './en/mail.js'
import { option } from './en/option.js'
import { workspace } from './en/workspace.js'

export const en: CrmTexts = { account, accountMail, admin, entity, error, field, hint, mail, option, workspace }
