import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { password, setAccountSettings, shopper } from '../support/accounts.js'
import { createClient, staff } from '../support/client.js'
import { query } from '../support/database.js'
import { startHost, type TestHost } from '../support/host.js'

let host: TestHost
let customer: number

beforeAll(async () => {
  process.env.TRUSTED_PROXY_HOPS = '1'
  host = await startHost()
  await staff(host.payload, host.api, 'admin')
  const sales = await staff(host.payload, host.api, 'sales')
  customer = (await sales.post('/customers', { company: 'Muster AG' })).body.doc.id
  await setAccountSettings(host.payload, { registration: 'confirmation' })
})
beforeEach(() => query(host.databaseUrl, 'DELETE FROM crm_rate_limits'))
afterAll(async () => {
  delete process.env.TRUSTED_PROXY_HOPS
  await host.close()
})

const unknown = () => `unknown-${Math.random().toString(36).slice(2)}@nowhere.test`

/** The whole answer as a stranger sees it, but for the time and length of headers that always differ. */
async function answer(path: string, body: object | string, headers: Record<string, string> = {}) {
  const response = await fetch(`${host.api}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': 'de', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const seen = Object.fromEntries([...response.headers].filter(([name]) => name !== 'date'))
  return { status: response.status, body: await response.text(), headers: seen }
}
const withoutWait = (seen: Awaited<ReturnType<typeof answer>>) =>
  JSON.stringify(seen).replace(/\d+ Sekunden|retry-?after\D+\d+|content-length\D+\d+/gi, '')

describe('a stranger cannot tell whether an address is known', () => {
  it('by the answer to a login, a forgotten password or a registration', async () => {
    const { email } = await shopper(host, customer)
    const blocked = await shopper(host, customer)
    await host.payload.update({ collection: 'accounts', id: blocked.id, data: { status: 'blocked' } })
    const unverified = unknown()
    await answer('/accounts/register', { email: unverified, password, name: 'Neu' })
    for (const [path, body] of [
      ['/accounts/login', { password: 'ein falsches Passwort' }],
      ['/accounts/forgot-password', {}],
      ['/accounts/register', { password, name: 'X' }],
    ] as const) {
      const reference = await answer(path, { ...body, email: unknown() })
      for (const known of [email, blocked.email, unverified])
        expect(await answer(path, { ...body, email: known }), path).toEqual(reference)
    }
    // The right password of an account that may not log in is as good as a wrong one.
    const wrong = await answer('/accounts/login', { email: unknown(), password })
    for (const known of [blocked.email, unverified])
      expect(await answer('/accounts/login', { email: known, password })).toEqual(wrong)
  })

  it('by being locked out; only the owner is told, once', async () => {
    const { email } = await shopper(host, customer)
    const nobody = unknown()
    for (const address of [email, nobody])
      for (let attempt = 0; attempt < 5; attempt += 1)
        expect((await answer('/accounts/login', { email: address, password: 'falsch falsch' })).status).toBe(
          401,
        )
    const refused = await answer('/accounts/login', { email: nobody, password })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    // Even the right password does not help any more.
    for (let attempt = 0; attempt < 3; attempt += 1)
      expect(withoutWait(await answer('/accounts/login', { email, password }))).toBe(withoutWait(refused))
    const mails = await query(host.databaseUrl, `SELECT "to" FROM mails WHERE kind = 'accountLocked'`)
    expect(mails).toEqual([{ to: email }])
  })

  it('and a right password ends the count', async () => {
    const { email } = await shopper(host, customer)
    for (let round = 0; round < 3; round += 1) {
      for (let attempt = 0; attempt < 4; attempt += 1)
        await answer('/accounts/login', { email, password: 'falsch falsch' })
      expect((await answer('/accounts/login', { email, password })).status).toBe(200)
    }
  })
})

describe('the limits', () => {
  it('count a network address behind the proxy, whatever the client claims', async () => {
    await query(host.databaseUrl, 'UPDATE crm_rate_limits SET count = 0')
    const login = (forwarded: string) =>
      answer('/accounts/login', { email: unknown(), password: 'x' }, { 'X-Forwarded-For': forwarded })
    const statuses: number[] = []
    const many = Array.from({ length: 60 }, (_, index) => `10.0.0.${index}, 203.0.113.7`)
    for (const chunk of [many.slice(0, 20), many.slice(20, 40), many.slice(40)])
      statuses.push(...(await Promise.all(chunk.map(login))).map(({ status }) => status))
    expect(statuses).toEqual(Array(60).fill(401))
    expect((await login('198.51.100.1, 203.0.113.7')).status).toBe(429)
    expect((await login('203.0.113.7, 198.51.100.1')).status).toBe(401)
  }, 120_000)

  it('hold for registration and forgotten passwords, over all processes', async () => {
    const email = unknown()
    for (let index = 0; index < 3; index += 1)
      expect((await answer('/accounts/forgot-password', { email })).status).toBe(202)
    expect((await answer('/accounts/forgot-password', { email })).status).toBe(429)
    expect(
      (await answer('/graphql', { query: `mutation { forgotPasswordAccount(email: "${email}") }` })).body,
    ).toContain('zu viele Versuche')
    const rows = await query(host.databaseUrl, 'SELECT key FROM crm_rate_limits')
    expect(JSON.stringify(rows)).not.toContain('nowhere')
    // When the window has passed, it works again.
    await query(host.databaseUrl, 'UPDATE crm_rate_limits SET window_start = window_start - 7200')
    expect((await answer('/accounts/forgot-password', { email })).status).toBe(202)
    for (let index = 0; index < 3; index += 1)
      expect((await answer('/accounts/register', { email, password, name: 'X' })).status).toBe(202)
    expect((await answer('/accounts/register', { email, password, name: 'X' })).status).toBe(429)
  })

  it('hold for mails to an address that somebody wants to change to, whoever it is', async () => {
    const stranger = unknown()
    const one = await shopper(host, customer)
    const two = await shopper(host, customer)
    const change = ({ client }: typeof one) =>
      client.post('/accounts/change-email', { email: stranger, password })
    for (const who of [one, two, one]) expect((await change(who)).status).toBe(202)
    for (const who of [one, two]) expect((await change(who)).status).toBe(429)
    const mails = await query(host.databaseUrl, `SELECT 1 FROM mails WHERE "to" = $1`, [stranger])
    expect(mails).toHaveLength(3)
  })

  it('refuse bodies that are too large or no JSON object', async () => {
    const large = JSON.stringify({ name: 'x'.repeat(300_000) })
    for (const path of [
      '/accounts/register',
      '/accounts/accept-invitation',
      '/accounts/forgot-password',
      '/orders',
    ])
      expect((await answer(path, large)).status, path).toBe(413)
    for (const body of ['[', '[]', '"x"', 'null', '{"email":{"$gt":""}}', '{"email":["a"],"password":{}}'])
      for (const path of [
        '/accounts/register',
        '/accounts/login',
        '/accounts/forgot-password',
        '/accounts/accept-invitation',
        '/accounts/reset-password',
      ]) {
        const { status } = await answer(path, body)
        expect(status, `${path} ${body}`).toBeGreaterThanOrEqual(400)
        expect(status, `${path} ${body}`).toBeLessThan(500)
      }
  })
})

describe('a foreign page', () => {
  it('gains nothing by the cookie of somebody who is logged in', async () => {
    const { token } = await shopper(host, customer)
    const me = (origin: string) =>
      fetch(`${host.api}/accounts/me`, { headers: { Cookie: `payload-token=${token}`, Origin: origin } })
    const own = await me('http://localhost:3000')
    expect((await own.json()).user).not.toBeNull()
    const foreign = await me('https://evil.test')
    expect((await foreign.json()).user).toBeNull()
    expect(foreign.headers.get('access-control-allow-origin')).not.toBe('https://evil.test')
    expect(foreign.headers.get('access-control-allow-origin')).not.toBe('*')
  })
})

describe('forged links', () => {
  it('open nothing, whatever they look like', async () => {
    await shopper(host, customer)
    const client = createClient(host.api)
    const stored = await query<{ hash: string }>(
      host.databaseUrl,
      `SELECT 'x' AS hash UNION SELECT hash FROM crm_account_tokens`,
    )
    for (const token of [
      '',
      'x',
      'null',
      '%00',
      "' OR 1=1 --",
      'a'.repeat(5000),
      ...stored.map(({ hash }) => hash),
    ])
      for (const action of ['verify', 'confirm-email', 'accept-invitation', 'reset-password']) {
        const { status } = await client.post(`/accounts/${action}/${encodeURIComponent(token)}`, { password })
        expect([403, 404, 429], `${action} ${token}`).toContain(status)
      }
    expect((await client.post('/accounts/reset-password', { password })).status).toBe(403)
    expect((await client.post('/accounts/reset-password', { token: null, password })).status).toBe(403)
  })
})
