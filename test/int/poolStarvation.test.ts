import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { password, shopper } from '../support/accounts.js'
import { createClient, staff } from '../support/client.js'
import { query } from '../support/database.js'
import { startHost, type TestHost } from '../support/host.js'

let host: TestHost
let customer: number

beforeAll(async () => {
  host = await startHost()
  host.payload.logger.level = 'silent'
  const admin = await staff(host.payload, host.api, 'admin')
  customer = (await admin.post('/customers', { company: 'Muster AG' })).body.doc.id
})
beforeEach(() => query(host.databaseUrl, 'DELETE FROM crm_rate_limits'))
afterAll(() => host.close())

describe('more strangers at once than the pool has connections', () => {
  const many = Array.from({ length: 40 }, (_, index) => index)
  beforeAll(() => {
    const { pool } = host.payload.db as unknown as PostgresAdapter
    pool.options.max = 3
  })

  it('hang nothing with links that do not work', async () => {
    const reset = (index: number) =>
      createClient(host.api).post('/accounts/reset-password', { token: `forged-${index}`, password })
    const answers = await Promise.all(many.map(reset))
    expect(answers.map(({ status }) => status)).toEqual(many.map(() => 403))
  })

  it('hang nothing with forgotten passwords and logins', async () => {
    const { email } = await shopper(host, customer)
    const forgot = (index: number) =>
      createClient(host.api).post('/accounts/forgot-password', { email: `${index}@nobody.test` })
    const login = () => createClient(host.api).post('/accounts/login', { email, password })
    const answers = await Promise.all([...many.map(forgot), ...many.map(login)])
    for (const { status } of answers) expect([200, 202, 401, 429]).toContain(status)
  })
})
