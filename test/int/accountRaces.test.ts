import { Client as Connection } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deriveToken } from '../../src/database/accountToken.js'
import { logIn, password, shopper } from '../support/accounts.js'
import { createClient, staff, type Answer, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { startHost, type TestHost } from '../support/host.js'
import { waitingForLocks } from '../support/waitingForLocks.js'

let host: TestHost
let sales: Client
let customer: number
const anybody = () => createClient(host.api)
const another = 'ein anderes Passwort'

beforeAll(async () => {
  host = await startHost()
  host.payload.logger.level = 'silent'
  await staff(host.payload, host.api, 'admin')
  sales = await staff(host.payload, host.api, 'sales')
  customer = (await sales.post('/customers', { company: 'Muster AG' })).body.doc.id
})
beforeEach(() => query(host.databaseUrl, 'DELETE FROM crm_rate_limits'))
afterAll(() => host.close())

/** Somebody changes the account, and commits as soon as a request waits for it that began before. */
async function overtaken(id: number, change: string, request: () => Promise<Answer>): Promise<number> {
  const connection = new Connection({ connectionString: host.databaseUrl })
  await connection.connect()
  await connection.query('BEGIN')
  await connection.query(`UPDATE accounts SET updated_at = now(), ${change} WHERE id = $1`, [id])
  await connection.query('DELETE FROM accounts_sessions WHERE _parent_id = $1', [id])
  const answer = request()
  await waitingForLocks(host.databaseUrl)
  await connection.query('COMMIT')
  await connection.end()
  return (await answer).status
}
const stored = async (id: number) =>
  (await query(host.databaseUrl, 'SELECT status, hash FROM accounts WHERE id = $1', [id]))[0]
const sessions = (id: number) =>
  query(host.databaseUrl, 'SELECT id FROM accounts_sessions WHERE _parent_id = $1', [id])
const resetToken = async (email: string) => {
  await anybody().post('/accounts/forgot-password', { email })
  const rows = await query<{ nonce: string }>(
    host.databaseUrl,
    `SELECT details->>'nonce' AS nonce FROM mails WHERE "to" = $1 AND kind = 'accountPasswordReset'`,
    [email],
  )
  return deriveToken(host.payload.secret, rows[0]?.nonce ?? '')
}
const blocked = `status = 'blocked', reset_password_token = NULL`

describe('what is decided about an account stands, whatever its owner does at the same moment', () => {
  it('logging in: neither a blocking nor a new password is undone', async () => {
    const { email, id } = await shopper(host, customer)
    const login = () => anybody().post('/accounts/login', { email, password })
    expect(await overtaken(id, `hash = 'new'`, login)).toBe(401)
    expect((await stored(id))?.hash).toBe('new')
    const other = await shopper(host, customer)
    const second = () => anybody().post('/accounts/login', { email: other.email, password })
    expect(await overtaken(other.id, blocked, second)).toBe(401)
    expect((await stored(other.id))?.status).toBe('blocked')
    expect(await sessions(other.id)).toEqual([])
  })

  it('by GraphQL too', async () => {
    const { email, id } = await shopper(host, customer)
    const source = `mutation { loginAccount(email: "${email}", password: "${password}") { token } }`
    await overtaken(id, blocked, () => anybody().post('/graphql', { query: source }))
    expect((await stored(id))?.status).toBe('blocked')
  })

  it('prolonging a session or ending one', async () => {
    for (const [path, status] of [
      ['refresh-token', 403],
      ['logout', 200],
    ] as const) {
      const { client, id } = await shopper(host, customer)
      expect(await overtaken(id, blocked, () => client.post(`/accounts/${path}`)), path).toBe(status)
      expect((await stored(id))?.status, path).toBe('blocked')
      expect(await sessions(id), path).toEqual([])
    }
  })

  it('setting a forgotten password anew', async () => {
    const { email, id } = await shopper(host, customer)
    const token = await resetToken(email)
    const reset = () => anybody().post('/accounts/reset-password', { token, password: another })
    expect(await overtaken(id, blocked, reset)).toBe(403)
    expect((await stored(id))?.status).toBe('blocked')
  })

  it('a session that is ended while another is opened stays ended', async () => {
    const { client, email, id } = await shopper(host, customer)
    const login = () => anybody().post('/accounts/login', { email, password })
    expect(await overtaken(id, 'name = name', login)).toBe(200)
    expect((await client.get('/accounts/me')).body.user).toBeNull()
    expect(await sessions(id)).toHaveLength(1)
  })

  it('and what nobody disturbs works as always', async () => {
    const { client, email } = await shopper(host, customer)
    const { refreshedToken } = (await client.post('/accounts/refresh-token')).body
    expect((await createClient(host.api, refreshedToken).get('/accounts/me')).body.user.email).toBe(email)
    expect((await client.post('/accounts/logout')).status).toBe(200)
    expect((await client.get('/accounts/me')).body.user).toBeNull()
    await logIn(host.api, email)
  })
})

describe('logins to one account at the same moment', () => {
  const isIn = async (token: string, email: string) =>
    (await createClient(host.api, token).get('/accounts/me')).body.user?.email === email

  it('all open a session, beside those that there are', async () => {
    const { email, id, token } = await shopper(host, customer)
    const tokens = await Promise.all(Array.from({ length: 4 }, () => logIn(host.api, email)))
    for (const one of [token, ...tokens]) expect(await isIn(one, email)).toBe(true)
    expect(await sessions(id)).toHaveLength(5)
  })

  it('by GraphQL too, while another session is prolonged and one is ended', async () => {
    const { client, email, id } = await shopper(host, customer)
    const leaving = createClient(host.api, await logIn(host.api, email))
    const source = `mutation { loginAccount(email: "${email}", password: "${password}") { token } }`
    const byGraphql = async () =>
      (await anybody().post('/graphql', { query: source })).body.data.loginAccount.token as string
    const [refreshed, left, ...tokens] = await Promise.all([
      client.post('/accounts/refresh-token'),
      leaving.post('/accounts/logout'),
      ...Array.from({ length: 4 }, byGraphql),
    ])
    expect([refreshed.status, left.status]).toEqual([200, 200])
    for (const one of [refreshed.body.refreshedToken as string, ...tokens])
      expect(await isIn(one, email)).toBe(true)
    expect((await leaving.get('/accounts/me')).body.user).toBeNull()
    expect(await sessions(id)).toHaveLength(5)
  })

  it('leave sessions that have run out behind', async () => {
    const { email, id } = await shopper(host, customer)
    await query(host.databaseUrl, `UPDATE accounts_sessions SET expires_at = now() WHERE _parent_id = $1`, [
      id,
    ])
    await Promise.all([logIn(host.api, email), logIn(host.api, email)])
    expect(await sessions(id)).toHaveLength(2)
  })
})

describe('a link', () => {
  it('to a new password works once, also at the same moment', async () => {
    const { email } = await shopper(host, customer)
    const token = await resetToken(email)
    const reset = (index: number) =>
      anybody().post('/accounts/reset-password', { token, password: `${another} ${index}` })
    const answers = await Promise.all([0, 1, 2, 3].map(reset))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403])
    const { body } = answers.find(({ status }) => status === 403) ?? {}
    expect(JSON.stringify(body)).toContain('Dieser Link ist ungültig')
    await logIn(host.api, email, `${another} ${answers.findIndex(({ status }) => status === 200)}`)
  })

  it('that is used while staff blocks the account or invites again fails or works, but never in a 500', async () => {
    for (const action of ['block', 'invite', 'block', 'invite', 'block']) {
      const email = `race-${Math.random().toString(36).slice(2)}@kunde.test`
      const { id } = (await sales.post(`/customers/${customer}/invite`, { email, name: 'Eva' })).body.doc
      const rows = await query<{ nonce: string }>(
        host.databaseUrl,
        `SELECT details->>'nonce' AS nonce FROM mails WHERE account_id = $1`,
        [id],
      )
      const token = deriveToken(host.payload.secret, rows[0]?.nonce ?? '')
      const [accepted, decided] = await Promise.all([
        anybody().post('/accounts/accept-invitation', { token, password }),
        sales.post(action === 'block' ? `/accounts/${id}/block` : `/customers/${customer}/invite`, {
          email,
          name: 'Eva',
        }),
      ])
      expect([200, 403]).toContain(accepted.status)
      expect([200, 201, 409]).toContain(decided.status)
      if (action === 'block') expect((await stored(id))?.status).toBe('blocked')
    }
  })
})

describe('a customer that is deleted', () => {
  it('while its people order, accept invitations and are blocked brings nobody a 500', async () => {
    const product = (await sales.post('/products', { name: 'Tee', price: 1250 })).body.doc.id
    for (let round = 0; round < 4; round += 1) {
      const gone = (await sales.post('/customers', { company: 'Weg', email: 'info@weg.test' })).body.doc.id
      const { client, id } = await shopper(host, gone)
      const invitation = { email: `gone-${round}@kunde.test`, name: 'Eva' }
      const invited = (await sales.post(`/customers/${gone}/invite`, invitation)).body.doc.id
      const rows = await query<{ nonce: string }>(
        host.databaseUrl,
        `SELECT details->>'nonce' AS nonce FROM mails WHERE account_id = $1`,
        [invited],
      )
      const token = deriveToken(host.payload.secret, rows[0]?.nonce ?? '')
      const [deleted, ...others] = await Promise.all([
        sales.delete(`/customers/${gone}`),
        anybody().post('/accounts/accept-invitation', { token, password }),
        client.post('/orders', { lines: [{ product, quantity: 1 }] }),
        client.post('/orders', { lines: [{ product, quantity: 1 }] }),
        sales.post(`/accounts/${id}/block`),
      ])
      expect(deleted.status).toBe(200)
      for (const { status } of others) expect([200, 201, 403, 404]).toContain(status)
    }
    expect(await query(host.databaseUrl, 'SELECT id FROM orders WHERE customer_id IS NULL')).toEqual([])
  })
})
