import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import { revokeTokens } from '../../src/database/accountToken.js'
import { enqueueAccountMail } from '../../src/mail/accountMail.js'
import type { AccountMailKind } from '../../src/mail/mailRow.js'
import type { StoredAccount } from './storedAccount.js'

interface Change {
  account: StoredAccount
  mails: { kind: AccountMailKind; to: string }[]
  /** Links that were sent before must not work any more. */
  revoke: boolean
}

const contextKey = 'crmAccountChanges'

/** By id, because a bulk update runs its documents side by side in one request. */
function changesOf(req: PayloadRequest): Map<string, Change> {
  const context = req.context as { [contextKey]?: Map<string, Change> }
  context[contextKey] ??= new Map()
  return context[contextKey]
}

/** Sees what a write changes about an account; its owner is told behind the write, when nothing can refuse it any more. */
export function noteAccountChange(): CollectionBeforeChangeHook {
  return ({ data, operation, originalDoc, req }) => {
    // Whoever is let in counts as verified, also when staff vouches: unblocked later, the account is what it was.
    const verified = (account: StoredAccount) =>
      account.status === 'active' && !account.verifiedAt ? { verifiedAt: new Date().toISOString() } : {}
    if (operation !== 'update') return { ...data, ...verified(data as StoredAccount) }
    const stored = originalDoc as StoredAccount
    const next = { ...stored, ...(data as Partial<StoredAccount>) }
    const email = String(next.email).trim().toLowerCase()
    const account = { ...next, id: stored.id, email }
    const hasNewPassword = Boolean((data as { password?: unknown }).password)
    const isBlocked = next.status === 'blocked' && stored.status !== 'blocked'
    const mails: Change['mails'] = []
    if (hasNewPassword && stored.status === 'active')
      mails.push({ kind: 'accountPasswordChanged', to: email })
    if (next.status === 'active' && stored.status === 'invited')
      mails.push({ kind: 'accountWelcome', to: email })
    if (isBlocked && stored.status === 'active') mails.push({ kind: 'accountBlocked', to: email })
    if (email !== stored.email)
      mails.push(
        { kind: 'accountEmailChanged', to: stored.email },
        { kind: 'accountEmailChanged', to: email },
      )
    const revoke = hasNewPassword || isBlocked || email !== stored.email
    if (mails.length > 0 || revoke) changesOf(req).set(String(stored.id), { account, mails, revoke })
    return {
      ...(data as Record<string, unknown>),
      ...verified(next),
      ...(revoke ? { resetPasswordToken: null, resetPasswordExpiration: null } : {}),
      // Whoever is blocked is out at once.
      ...(isBlocked ? { sessions: [] } : {}),
    }
  }
}

export function tellOfAccountChange(crm: Crm): CollectionAfterChangeHook {
  return async ({ doc, req }) => {
    const document = doc as { id: string | number }
    const changes = changesOf(req)
    const change = changes.get(String(document.id))
    if (!change) return document
    changes.delete(String(document.id))
    if (change.revoke) await revokeTokens(req, crm, document.id)
    for (const { kind, to } of change.mails) await enqueueAccountMail(req, crm, change.account, kind, { to })
    return document
  }
}
