import type { CrmTexts } from './de.js'
import { account } from './en/account.js'
import { accountMail } from './en/accountMail.js'
import { admin } from './en/admin.js'
import { api } from './en/api.js'
import { campaign } from './en/campaign.js'
import { consent } from './en/consent.js'
import { creating } from './en/creating.js'
import { entity } from './en/entity.js'
import { error } from './en/error.js'
import { field } from './en/field.js'
import { hint } from './en/hint.js'
import { mail } from './en/mail.js'
import { newsletter } from './en/newsletter.js'
import { newsletterAdmin } from './en/newsletterAdmin.js'
import { newsletterCheck } from './en/newsletterCheck.js'
import { newsletterSending } from './en/newsletterSending.js'
import { option } from './en/option.js'
import { people } from './en/people.js'
import { privacy } from './en/privacy.js'
import { publicPages } from './en/publicPages.js'
import { reason } from './en/reason.js'
import { tracking } from './en/tracking.js'
import { webhook } from './en/webhook.js'
import { workspace } from './en/workspace.js'

export const en: CrmTexts = {
  account,
  accountMail,
  admin,
  api,
  campaign,
  consent,
  creating,
  entity,
  error,
  field,
  hint,
  mail,
  newsletter,
  newsletterAdmin,
  newsletterCheck,
  newsletterSending,
  option,
  people,
  privacy,
  publicPages,
  reason,
  tracking,
  webhook,
  workspace,
}
