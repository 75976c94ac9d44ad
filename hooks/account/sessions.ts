import type {
  CollectionAfterLogoutHook,
  CollectionBeforeLoginHook,
  CollectionBeforeOperationHook,
} from 'payload'
import { AuthenticationError, Forbidden } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../src/config/resolve.js'
import { lockRows } from '../../src/database/rowLock.js'
import { sideConnections } from '../../src/database/sideConnections.js'
import { partTableOf, tableOf } from '../../src/database/table.js'
import { transactionOf, type Database } from '../../src/database/transaction.js'
import { passwordResetContext } from './passwordReset.js'

/** What a login writes anew by itself. */
const own = new Set(['updated_at', 'hash', 'salt'])

/**
 * Payload opens a session by writing the whole account as it was read before the password was checked. Whatever was
 * decided meanwhile (blocked, another password, another customer) would be undone, so such a login has to begin again.
 */
export function refuseOvertakenLogin(crm: Crm): CollectionBeforeLoginHook {
  return async ({ req, user }) => {
    // A reset holds the account from its beginning.
    if (req.context[passwordResetContext]) return
    const { hash, id } = user as { hash?: unknown; id: string | number }
    const rowIn = async (db: Database) => {
      const table = tableOf(req.payload, crm.slugs.accounts)
      const { rows } = await db.execute(
        sql`SELECT to_jsonb(account) AS row FROM ${table} AS account WHERE id = ${id}`,
      )
      return (rows[0]?.row ?? {}) as Record<string, unknown>
    }
    const written = await rowIn(await transactionOf(req))
    // What others have committed; the login's own row is not yet.
    const committed = await rowIn(sideConnections(req.payload))
    const isSame = Object.keys(written).every(
      (name) => own.has(name) || JSON.stringify(written[name]) === JSON.stringify(committed[name]),
    )
    if (!isSame || committed.hash !== hash) throw new AuthenticationError(req.t)
  }
}

interface Session {
  id: string
  createdAt?: string | Date | null
  expiresAt: string | Date
}

interface Sessions {
  id: string | number
  sessions?: Session[] | null
}

/**
 * What Payload writes with a new session are all sessions as they were before the password was checked: one that was opened
 * meanwhile would be lost, one that was ended would be open again. From its write on the login holds the account, and so
 * does whoever else opens or ends a session: what others have committed is how it is, and the new one comes to it.
 */
export function keepOtherSessions(crm: Crm): CollectionBeforeLoginHook {
  return async ({ req, user }) => {
    const account = user as unknown as Sessions
    const { id, sessions } = account
    const opened = sessions?.at(-1)
    // A reset ends all others, and holds the account from its beginning.
    if (!opened || req.context[passwordResetContext]) return
    const collection = crm.slugs.accounts
    const { rows } = await sideConnections(req.payload).execute(sql`
      SELECT id, to_jsonb(created_at) AS created, to_jsonb(expires_at) AS expires
      FROM ${partTableOf(req.payload, collection, '_sessions')}
      WHERE _parent_id = ${id} AND expires_at > now() ORDER BY _order`)
    const others = rows.map((row) => ({
      id: row.id as string,
      createdAt: row.created as string,
      expiresAt: row.expires as string,
    }))
    const settled = [...others, opened]
    const idsOf = (list: readonly Session[]) => list.map((session) => session.id).join()
    if (idsOf(settled) !== idsOf(sessions ?? []))
      await req.payload.db.updateOne({ collection, id, data: { sessions: settled }, req, returning: false })
    account.sessions = settled
  }
}

/** The same for a session that is prolonged, which Payload reads behind this hook; one that has ended meanwhile is over. */
export function lockRefreshedAccount(crm: Crm): CollectionBeforeOperationHook {
  return async ({ operation, req }) => {
    const { user } = req
    if (operation !== 'refresh' || user?.collection !== crm.slugs.accounts) return
    await lockRows(req, crm.slugs.accounts, [user.id])
    const stored = await req.payload.db.findOne<Sessions>({
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
