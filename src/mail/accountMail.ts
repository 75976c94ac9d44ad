import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Crm } from '../config/resolve.js'
import { translate } from '../i18n/translate.js'
import type { AccountMailKind } from './mailRow.js'
import { enqueueMail } from './outbox.js'
import { readSettings, type CrmSettings } from './settings.js'

type Id = string | number

/** An account as mails need it. */
export interface MailedAccount {
  id: Id
  email: string
  name?: string | null
  language?: 'de' | 'en' | null
  customer?: Id | { id: Id } | null
}

/** Go to somebody who has not shown yet that the address is theirs, or to staff: nothing that a stranger typed stands in them. */
const impersonal: ReadonlySet<AccountMailKind> = new Set([
  'accountVerification',
  'accountExists',
  'accountApproval',
  'accountEmailConfirm',
])

/**
 * Writes the row of a mail to an account, in the request's transaction.
 *
 * @param to when it is not the account's own address
 * @param nonce of the token that the mail's link carries
 */
export async function enqueueAccountMail(
  req: PayloadRequest,
  crm: Crm,
  account: MailedAccount,
  kind: AccountMailKind,
  { nonce, to = account.email }: { nonce?: string; to?: string } = {},
): Promise<void> {
  const language = account.language ?? 'de'
  const settings = await readSettings(req.payload, crm, req)
  const template = settings.mailTexts?.[language]?.[kind]?.subject
  const { customer } = account
  await enqueueMail(req, crm, {
    kind,
    dedupeKey: `account:${account.id}:${kind}:${nonce ?? randomUUID()}`,
    to,
    subject: template
      ? fillSlots(template, { sender: senderName(settings) })
      : translate(language, `accountMail:${kind}Subject`, { sender: senderName(settings) }),
    language,
    account: account.id,
    customer: customer !== null && typeof customer === 'object' ? customer.id : customer,
    details: {
      ...(nonce ? { nonce } : {}),
      ...(kind === 'accountApproval' ? { accountId: account.id } : {}),
      ...(account.name && !impersonal.has(kind) ? { name: account.name } : {}),
    },
  })
}

/** How the house calls itself. */
export function senderName(settings: CrmSettings): string {
  return settings.company?.name || settings.sender?.name || 'CRM'
}

/** Fills `{{name}}` slots of a text from the settings; one line, as subjects have to be. */
export function fillSlots(template: string, values: Record<string, string>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (slot, name: string) => values[name] ?? slot).replace(/\s+/g, ' ')
}
