import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { logIn, password, shopper } from '../support/accounts.js'
import { staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { startHost, type TestHost } from '../support/host.js'

let host: TestHost
let sales: Client
let customer: number
const tooWeak = { short: 'neun Zeic', long: 'x'.repeat(201), blank: ' '.repeat(12) }
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

const rows = () => query(host.databaseUrl, 'SELECT id, name, hash, updated_at FROM accounts ORDER BY id')
const newAccount = (secret: unknown) => ({
  email: `neu-${Math.random().toString(36).slice(2)}@kunde.test`,
  name: 'Eva',
  customer,
  status: 'active',
  password: secret,
})
const sentence = 'Bitte ein Passwort mit 10 bis 200 Zeichen wählen.'

describe('a password that staff writes into an account', () => {
  it('is as long as one its owner chooses, or nothing is written', async () => {
    const { email, id } = await shopper(host, customer)
    const before = await rows()
    for (const [what, secret] of Object.entries(tooWeak)) {
      const answers = [
        await sales.post('/accounts', newAccount(secret)),
        await sales.patch(`/accounts/${id}`, { name: 'Anders', password: secret }),
      ]
      for (const { body, status } of answers) {
        expect(status, what).toBe(400)
        expect(body.errors[0].data.errors, what).toEqual([
          expect.objectContaining({ path: 'password', message: sentence }),
        ])
      }
      const bulk = await sales.patch(`/accounts?where[id][equals]=${id}`, { name: 'Alle', password: secret })
      expect(bulk.body.docs, what).toEqual([])
      expect(bulk.body.errors, what).toHaveLength(1)
    }
    expect(await rows()).toEqual(before)
    await logIn(host.api, email)
  })

  it('by GraphQL too, and by the code of the host', async () => {
    const { id } = await shopper(host, customer)
    const before = await rows()
    const source = `mutation { updateAccount(id: ${id}, data: { password: "short" }) { id } }`
    const { body } = await sales.post('/graphql', { query: source })
    expect(body.errors[0].extensions).toMatchObject({
      statusCode: 400,
      data: { errors: [{ path: 'password', message: sentence }] },
    })
    const options = { collection: 'accounts', overrideAccess: true } as const
    const data = newAccount(tooWeak.short)
    await expect(host.payload.create({ ...options, data })).rejects.toMatchObject({ status: 400 })
    const update = host.payload.update({ ...options, id, data: { password: tooWeak.long } })
    await expect(update).rejects.toMatchObject({ status: 400 })
    expect(await rows()).toEqual(before)
  })

  it('counts when it is long enough, and one that is not sent stays', async () => {
    const { email, id } = await shopper(host, customer)
    for (const rest of [{}, { password: '' }, { password: null }])
      expect((await sales.patch(`/accounts/${id}`, { name: 'Anders', ...rest })).status).toBe(200)
    await logIn(host.api, email, password)
    expect((await sales.patch(`/accounts/${id}`, { password: another })).status).toBe(200)
    await logIn(host.api, email, another)
    await expect(logIn(host.api, email, password)).rejects.toThrow()
    const created = newAccount(another)
    expect((await sales.post('/accounts', created)).status).toBe(201)
    await logIn(host.api, created.email, another)
  })
})
