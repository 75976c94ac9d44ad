import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { startHost, type TestHost } from '../support/host.js'

let host: TestHost
let sales: Client
const logged: { level: string; line: Record<string, unknown> }[] = []

beforeAll(async () => {
  host = await startHost()
  await staff(host.payload, host.api, 'admin')
  sales = await staff(host.payload, host.api, 'sales')
  for (const level of ['error', 'info', 'warn'] as const)
    vi.spyOn(host.payload.logger, level).mockImplementation((line: unknown) => {
      logged.push({ level, line: line as Record<string, unknown> })
    })
})
afterEach(() => void logged.splice(0))
afterAll(() => host.close())

describe('what the REST API refuses', () => {
  it('is one line of information in the log: no error, no stack', async () => {
    const customer = (await sales.post('/customers', { company: 'Stumm' })).body.doc.id
    const lines = [{ name: 'Tee', quantity: 1, unitPrice: 1250, taxRate: 7 }]
    const order = (await sales.post('/orders', { customer, name: 'Tee', lines })).body.doc.id
    expect((await sales.post(`/orders/${order}/confirm`)).status).toBe(422)
    const stale = await sales.patch(`/orders/${order}`, { revision: 7 })
    expect(stale.status).toBe(409)
    expect(stale.body.errors[0].name).toBe('APIError')
    expect(logged.map(({ level, line }) => [level, Object.keys(line)])).toEqual(
      Array(2).fill(['info', ['msg']]),
    )
  })

  it('names nobody', async () => {
    const password = 'kurz'
    const email = 'erika.geheim@kunde.test'
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await sales.post('/accounts/login', { email, password })
      await sales.post('/accounts/register', { email, password, name: 'Erika Geheim' })
      await sales.post('/accounts/forgot-password', { email })
      await sales.post('/accounts/reset-password', { token: 'geheim', password })
      await sales.post('/customers', { email: 'erika.geheim@' })
    }
    expect(logged.length).toBeGreaterThan(0)
    expect(JSON.stringify(logged)).not.toMatch(/geheim|kurz/i)
    expect(logged.filter(({ level }) => level !== 'info')).toEqual([])
  })
})

describe('a query that fails', () => {
  const company = 'Geheim GmbH'
  const whole = () =>
    JSON.stringify(logged, (_, value: unknown) => (value instanceof Error ? ofError(value) : value))
  const ofError = (error: Error) => ({
    ...error,
    message: error.message,
    stack: error.stack,
    cause: error.cause,
  })

  beforeAll(() =>
    query(host.databaseUrl, `ALTER TABLE customers ADD CONSTRAINT others CHECK (company <> '${company}')`),
  )

  it('is an error in the log, with statement and reason, but without the values', async () => {
    expect((await sales.post('/customers', { company, email: 'erika.geheim@kunde.test' })).status).toBe(500)
    const mutation = `mutation { createCustomer(data: { company: "${company}" }) { id } }`
    expect((await sales.post('/graphql', { query: mutation })).body.errors).toHaveLength(1)
    const errors = logged.filter(({ level }) => level === 'error')
    expect(errors).toHaveLength(2)
    for (const { line } of errors) {
      const { message, stack } = line.err as Error
      expect(message).toMatch(/violates check constraint "others" \(23514\) insert into "customers"/)
      expect(stack).toMatch(/\n +at /)
    }
    expect(whole()).not.toMatch(/geheim/i)
  })

  it('about a value says that, and not which', async () => {
    await expect(sales.get('/customers?where[createdAt][equals]=geheim')).resolves.toBeDefined()
    const { withoutValues } = await import('../../src/database/withoutValues.js')
    const error = await query(host.databaseUrl, `SELECT $1::int`, ['geheim']).catch((caught: Error) => caught)
    expect(withoutValues(error as Error).message).toBe('Failed query: a value was refused (22P02)')
    expect(whole()).not.toMatch(/geheim/i)
  })
})
