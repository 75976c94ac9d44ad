import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../config/resolve.js'
import { lockRows } from './rowLock.js'
import { tableOf } from './table.js'
import { transactionOf } from './transaction.js'

type Id = string | number

/** A forgotten password's token stands on the account itself, where Payload looks for it. */
export type TokenPurpose = 'invitation' | 'verification' | 'email'

/** How long a link works, in seconds. */
export const tokenSeconds: Record<TokenPurpose, number> = {
  invitation: 7 * 86_400,
  verification: 86_400,
  email: 86_400,
}

/**
 * The token of a link. It is worked out of the host's secret and a nonce, so that neither the row of the token (a hash)
 * nor the row of the mail (the nonce) opens anything to somebody who reads the database.
 */
export function deriveToken(secret: string, nonce: string): string {
  return createHmac('sha256', secret).update(`account-token:${nonce}`).digest('base64url')
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** A token that nobody has yet: its nonce goes into the mail's row, its hash to where it is looked up. */
export function newToken(secret: string): { token: string; nonce: string; hash: string } {
  const nonce = randomBytes(24).toString('base64url')
  const token = deriveToken(secret, nonce)
  return { token, nonce, hash: hashToken(token) }
}

/** Makes a token in the request's transaction; earlier ones of the same account and purpose work no longer. */
export async function issueToken(
  req: PayloadRequest,
  crm: Crm,
  account: Id,
  purpose: TokenPurpose,
  email: string | null = null,
): Promise<{ token: string; nonce: string }> {
  const { hash, nonce, token } = newToken(req.payload.secret)
  // First the account, then its tokens, as everybody does who changes an account: no two can wait for each other.
  await lockRows(req, crm.slugs.accounts, [account])
  const db = await transactionOf(req)
  const table = tableOf(req.payload, crm.slugs.accountTokens)
  await db.execute(
    sql`DELETE FROM ${table} WHERE (account_id = ${account} AND purpose = ${purpose}) OR expires_at < now()`,
  )
  await db.execute(sql`
    INSERT INTO ${table} (hash, account_id, purpose, email, expires_at)
    VALUES (${hash}, ${account}, ${purpose}, ${email},
      now() + make_interval(secs => ${tokenSeconds[purpose]}))`)
  return { token, nonce }
}

/**
 * Uses a token up in the request's transaction, and locks its account. Of two requests at the same time one gets it.
 *
 * @returns null when there is no such token, or it has expired
 */
export async function redeemToken(
  req: PayloadRequest,
  crm: Crm,
  purpose: TokenPurpose,
  token: string,
): Promise<{ account: Id; email: string | null } | null> {
  const db = await transactionOf(req)
  const table = tableOf(req.payload, crm.slugs.accountTokens)
  const known = sql`hash = ${hashToken(token)} AND purpose = ${purpose}`
  const found = await db.execute(sql`SELECT account_id FROM ${table} WHERE ${known}`)
  const account = found.rows[0]?.account_id as Id | null | undefined
  if (account === null || account === undefined) return null
  await lockRows(req, crm.slugs.accounts, [account])
  const { rows } = await db.execute(
    sql`DELETE FROM ${table} WHERE ${known} RETURNING account_id, email, expires_at > now() AS valid`,
  )
  const row = rows[0] as { account_id: Id | null; email: string | null; valid: boolean } | undefined
  return row?.valid && row.account_id !== null ? { account: row.account_id, email: row.email } : null
}

/** Makes every link of an account useless, for example because its password has changed. */
export async function revokeTokens(req: PayloadRequest, crm: Crm, account: Id): Promise<void> {
  const db = await transactionOf(req)
  await db.execute(
    sql`DELETE FROM ${tableOf(req.payload, crm.slugs.accountTokens)} WHERE account_id = ${account}`,
  )
}
