import type {
  CollectionAfterLogoutHook,
  CollectionBeforeLoginHook,
  CollectionBeforeOperationHook,
} from 'payload'
import { AuthenticationError, Forbidden } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import { lockRows } from '../../src/database/rowLock.js'
import { passwordResetContext } from './passwordReset.js'

type Stored = Record<string, unknown> & { sessions?: { id: string }[] | null }

/** What a login changes by itself, or Payload notes on the document only. */
const own = new Set(['sessions', 'updatedAt', 'collection', '_strategy', '_sid'])

/**
 * Payload opens a session by writing the whole account as it was read before the password was checked. Whatever was
 * decided meanwhile (blocked, another password, another customer) would be undone, so such a login has to begin again.
 * Another connection still reads what is committed.
 */
export function refuseOvertakenLogin(crm: Crm): CollectionBeforeLoginHook {
  return async ({ req, user }) => {
    // A reset holds the account from its beginning.
    if (req.context[passwordResetContext]) return
    const committed = await req.payload.db.findOne<Stored & { id: string | number }>({
      collection: crm.slugs.accounts,
      where: { id: { equals: user.id } },
    })
    const read = user as unknown as Stored
    const isSame = (name: string) => JSON.stringify(committed?.[name]) === JSON.stringify(read[name])
    if (!committed || !Object.keys(committed).every((name) => own.has(name) || isSame(name)))
      throw new AuthenticationError(req.t)
  }
}

/** The same for a session that is prolonged, which Payload reads behind this hook; one that has ended meanwhile is over. */
export function lockRefreshedAccount(crm: Crm): CollectionBeforeOperationHook {
  return async ({ operation, req }) => {
    const { user } = req
    if (operation !== 'refresh' || user?.collection !== crm.slugs.accounts) return
    await lockRows(req, crm.slugs.accounts, [user.id])
    const stored = await req.payload.db.findOne<Stored & { id: string | number }>({
      collection: crm.slugs.accounts,
      where: { id: { equals: user.id } },
      req,
    })
    const sid = (user as { _sid?: string })._sid
    if (!stored?.sessions?.some(({ id }) => id === sid)) throw new Forbidden(req.t)
  }
}

/** And for one that is ended. */
export function lockLeavingAccount(crm: Crm): CollectionAfterLogoutHook {
  return async ({ req }) => {
    if (req.user) await lockRows(req, crm.slugs.accounts, [req.user.id])
  }
}
