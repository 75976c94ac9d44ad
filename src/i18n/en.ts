import type { CrmTexts } from './de.js'
import { account } from './en/account.js'
import { accountMail } from './en/accountMail.js'
import { admin } from './en/admin.js'
import { api } from './en/api.js'
import { entity } from './en/entity.js'
import { error } from './en/error.js'
import { field } from './en/field.js'
import { hint } from './en/hint.js'
import { mail } from './en/mail.js'
import { option } from './en/option.js'
import { privacy } from './en/privacy.js'
import { workspace } from './en/workspace.js'

export const en: CrmTexts = {
  account,
  accountMail,
  admin,
  api,
  entity,
  error,
  field,
  hint,
  mail,
  option,
  privacy,
  workspace,
}
