import { account } from './de/account.js'
import { accountMail } from './de/accountMail.js'
import { admin } from './de/admin.js'
import { api } from './de/api.js'
import { campaign } from './de/campaign.js'
import { consent } from './de/consent.js'
import { creating } from './de/creating.js'
import { entity } from './de/entity.js'
import { error } from './de/error.js'
import { field } from './de/field.js'
import { hint } from './de/hint.js'
import { mail } from './de/mail.js'
import { newsletter } from './de/newsletter.js'
import { newsletterAdmin } from './de/newsletterAdmin.js'
import { newsletterCheck } from './de/newsletterCheck.js'
import { newsletterSending } from './de/newsletterSending.js'
import { option } from './de/option.js'
import { people } from './de/people.js'
import { privacy } from './de/privacy.js'
import { publicPages } from './de/publicPages.js'
import { reason } from './de/reason.js'
import { tracking } from './de/tracking.js'
import { webhook } from './de/webhook.js'
import { workspace } from './de/workspace.js'

/** The German texts are the source of the keys; `en.ts` has to have the same. `{{name}}` is filled in. */
export const de = {
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

type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }
export type CrmTexts = Texts<typeof de>
