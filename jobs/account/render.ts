import type { Payload } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { accountLink, type AccountAction } from '../../src/config/accountLinks.js'
import { readEnvironment } from '../../src/config/environment.js'
import type { Crm } from '../../src/config/resolve.js'
import { deriveToken } from '../../src/database/accountToken.js'
import { translate } from '../../src/i18n/translate.js'
import type { AccountMailKind, MailRow } from '../../src/mail/mailRow.js'
import type { RenderedParts } from '../../src/mail/message.js'
import { readSettings } from '../../src/mail/settings.js'
import { renderAccountMail } from '../../src/mail/templates/accountMail.js'

type LinkKind = 'accountInvitation' | 'accountVerification' | 'accountPasswordReset' | 'accountEmailConfirm'

const actions: Partial<Record<AccountMailKind, AccountAction>> & Record<LinkKind, AccountAction> = {
  accountInvitation: 'accept-invitation',
  accountVerification: 'verify',
  accountPasswordReset: 'reset-password',
  accountEmailConfirm: 'confirm-email',
}

/**
 * Makes the mail and, where it carries a link, a second version for the ledger without it: whoever reads the ledger
 * must not be able to use the link.
 */
export function accountMailRenderer(kind: AccountMailKind) {
  return async (payload: Payload, crm: Crm, mail: MailRow): Promise<RenderedParts> => {
    const settings = await readSettings(payload, crm)
    const { language, subject } = mail
    const letter = { kind, subject, language, name: mail.details?.name }
    if (kind === 'accountApproval') {
      // Where it leads needs a login: the ledger may keep it.
      const action = translate(language, 'accountMail:accountApprovalAction')
      return renderAccountMail(
        { ...letter, link: { action, url: accountPage(payload, crm, mail) } },
        settings,
      )
    }
    const action = actions[kind]
    if (!action) return renderAccountMail(letter, settings)
    if (!mail.details?.nonce) throw new Error('The link of this mail cannot be made any more.')
    const token = deriveToken(payload.secret, mail.details.nonce)
    const base = `${readEnvironment().serverUrl}${payload.config.routes.api}`
    const url = accountLink(crm, base, settings.accounts?.linkTemplate, action, token)
    const text = translate(language, `accountMail:${kind as LinkKind}Action`)
    const render = (shown: string) =>
      renderAccountMail({ ...letter, link: { action: text, url: shown } }, settings)
    return { ...render(url), kept: render(translate(language, 'accountMail:linkRemoved')) }
  }
}

/** The account in the admin panel. */
function accountPage({ config }: Payload, crm: Crm, { details }: MailRow): string {
  const path = `/collections/${crm.slugs.accounts}/${encodeURIComponent(details?.accountId ?? '')}` as const
  const { serverUrl } = readEnvironment()
  return formatAdminURL({ adminRoute: config.routes.admin, path, serverURL: serverUrl })
}
