import { Agent, request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { buildHost } from '../../scripts/buildHost.js'
import { freePort } from '../../scripts/freePort.js'
import { hostEnvironment } from '../../scripts/host.js'
import { createClient } from '../support/client.js'
import { createDatabase, query } from '../support/database.js'
import { startServer } from '../support/server.js'

type Server = Awaited<ReturnType<typeof startServer>>
let databaseUrl: string
let near: Server
let far: Server
let token: string

/** Two processes of the production build on one database: one behind one proxy, the other behind two. */
beforeAll(async () => {
  buildHost(() => undefined)
  databaseUrl = await createDatabase(inject('postgresUrl'))
  const start = async (hops: number) => {
    const port = await freePort()
    const env = hostEnvironment({ databaseUrl, serverUrl: `http://localhost:${port}` })
    return startServer({ ...env, TRUSTED_PROXY_HOPS: String(hops) }, port)
  }
  ;[near, far] = await Promise.all([start(1), start(2)])
  const staff = { email: 'admin@mozaikoo.test', password: 'secret-password' }
  token = (await createClient(`${near.url}/api`).post('/users/first-register', staff)).body.token
  const accounts = { registration: 'confirmation' }
  const { status } = await createClient(`${near.url}/api`, token).post('/globals/crm-settings', { accounts })
  expect(status).toBe(200)
})
afterAll(() => Promise.all([near.close(), far.close()]))

const anybody = () => `unknown-${Math.random().toString(36).slice(2)}@nowhere.test`
const password = 'ein gutes Passwort'

describe('what strangers may do only so often', () => {
  beforeEach(() => query(databaseUrl, 'DELETE FROM crm_rate_limits'))

  const actions = {
    login: { path: '/accounts/login', body: { password }, ok: 401, perClient: 60, perAddress: 5 },
    register: {
      path: '/accounts/register',
      body: { password, name: 'X' },
      ok: 202,
      perClient: 20,
      perAddress: 3,
    },
    forgotPassword: { path: '/accounts/forgot-password', body: {}, ok: 202, perClient: 20, perAddress: 3 },
    subscribe: { path: '/newsletter/subscribe', body: {}, ok: 202, perClient: 20, perAddress: null },
  }
  type Action = (typeof actions)[keyof typeof actions]

  /** As the proxies pass it on: what the client claims stands first, the address it called from behind. */
  const call = async (
    { body, path }: Action,
    server: Server,
    client: string,
    claim: string,
    email = anybody(),
  ) => {
    const passed = server === near ? `${claim}, ${client}` : `${claim}, ${client}, 10.0.0.1`
    const response = await fetch(`${server.url}/api${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': passed },
      body: JSON.stringify({ ...body, email }),
    })
    await response.arrayBuffer()
    return { status: response.status, wait: Number(response.headers.get('retry-after')) }
  }
  const either = (index: number) => (index % 2 ? far : near)

  it.each(Object.entries(actions))(
    '%s is counted over all processes by network address',
    async (_, action) => {
      const { ok, perClient } = action
      const statuses: number[] = []
      for (let index = 0; index < perClient; index += 20)
        statuses.push(
          ...(
            await Promise.all(
              Array.from({ length: 20 }, (_unused, offset) =>
                // Every time another claim; one of them is the address of somebody who has done nothing.
                call(
                  action,
                  either(offset),
                  '203.0.113.7',
                  offset === 0 ? '198.51.100.1' : `192.0.2.${index + offset}`,
                ),
              ),
            )
          ).map(({ status }) => status),
        )
      expect(statuses).toEqual(Array(perClient).fill(ok))
      for (const server of [near, far])
        for (const claim of ['198.51.100.1', 'nonsense', '203.0.113.7, 198.51.100.1, 198.51.100.2']) {
          const refused = await call(action, server, '203.0.113.7', claim)
          expect(refused.status).toBe(429)
          expect(refused.wait).toBeGreaterThan(0)
        }
      // Who was only named by the others is not kept out, nor is it of use to claim to be somebody who is.
      for (const server of [near, far])
        expect((await call(action, server, '198.51.100.1', '203.0.113.7')).status).toBe(ok)
    },
  )

  it.each(Object.entries(actions).filter(([, { perAddress }]) => perAddress))(
    '%s is counted over all processes by e-mail address',
    async (_, action) => {
      const email = anybody()
      for (let index = 0; index < (action.perAddress ?? 0); index += 1)
        expect((await call(action, either(index), `203.0.113.${index}`, 'x', email)).status).toBe(action.ok)
      for (const server of [near, far]) {
        const refused = await call(action, server, '203.0.113.99', 'x', email)
        expect(refused.status).toBe(429)
        expect(refused.wait).toBeGreaterThan(0)
      }
    },
  )
})

describe('a body that is too large', () => {
  const mebibyte = 1024 * 1024
  const filler = Buffer.alloc(mebibyte, 'x')
  const agent = new Agent({ keepAlive: true })
  afterAll(() => agent.destroy())

  /** @param announced whether the length is said beforehand */
  const send = (
    path: string,
    headers: Record<string, string>,
    [head, tail]: [string, string],
    megabytes: number,
    announced: boolean,
    method = 'POST',
  ) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const length = Buffer.byteLength(head) + megabytes * mebibyte + Buffer.byteLength(tail)
      const upload = request(`${near.url}/api${path}`, {
        method,
        agent,
        headers: {
          Authorization: `JWT ${token}`,
          'Accept-Language': 'en',
          ...headers,
          ...(announced ? { 'Content-Length': length } : { 'Transfer-Encoding': 'chunked' }),
        },
      })
      let answered = false
      upload.on('response', (response) => {
        answered = true
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() })
          upload.destroy()
        })
      })
      // The server may hang up on what it has refused already.
      upload.on('error', (error) => !answered && reject(error))
      void (async () => {
        upload.write(head)
        for (let sent = 0; sent < megabytes && !answered; sent += 1)
          if (!upload.write(filler))
            await new Promise<void>((drained) => {
              const go = () => {
                upload.off('drain', go).off('close', go)
                drained()
              }
              upload.once('drain', go).once('close', go)
            })
        if (!answered) upload.end(tail)
      })()
    })

  const json = { 'Content-Type': 'application/json' }
  const form = { 'Content-Type': 'multipart/form-data; boundary=cut' }
  const picture: [string, string] = [
    '--cut\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n',
    '\r\n--cut--\r\n',
  ]
  const customer: [string, string] = ['{"company":"Muster AG","notes":"', '"}']
  const mutation: [string, string] = ['{"query":"{ __typename }","variables":{"x":"', '"}}']

  it.each([
    ['a customer', '/customers', json, customer, 'POST'],
    ['a change', '/customers/1', json, customer, 'PATCH'],
    ['a GraphQL query', '/graphql', json, mutation, 'POST'],
    ['a login', '/accounts/login', json, customer, 'POST'],
    ['an upload', '/newsletter-images', form, picture, 'POST'],
    ['an upload elsewhere', '/customers', form, picture, 'POST'],
  ] as const)('is refused, announced or not: %s', async (_, path, headers, frame, method) => {
    for (const announced of [true, false]) {
      const { body, status } = await send(path, headers, [...frame], 20, announced, method)
      expect([status, body]).toEqual([413, '{"errors":[{"message":"The request is too large."}]}'])
    }
  })

  it('takes no memory: hundreds of megabytes at once leave it where it was', async () => {
    const before = near.peakMemory()
    const endless = Array.from({ length: 8 }, (_, index) =>
      send('/customers', json, customer, 200, index % 2 === 0),
    )
    for (const { status } of await Promise.all(endless)) expect(status).toBe(413)
    expect(near.peakMemory() - before).toBeLessThan(400)
  })

  it('is not one that is merely large', async () => {
    const { body, status } = await send('/customers', json, customer, 5, false)
    // It was read whole: what is said of it is about the field.
    expect(status, body).toBe(400)
    expect(body).toContain('"path":"notes"')
    const graphql = await send('/graphql', json, mutation, 5, true)
    expect(graphql).toMatchObject({ status: 200, body: '{"data":{"__typename":"Query"}}' })
  })
})
