import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { staff, type Client } from '../support/client.js'
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

describe('what the API refuses', () => {
  it('is one line of information in the log: no error, no stack', async () => {
    const customer = (await sales.post('/customers', { company: 'Stumm' })).body.doc.id
    const lines = [{ name: 'Tee', quantity: 1, unitPrice: 1250, taxRate: 7 }]
    const order = (await sales.post('/orders', { customer, name: 'Tee', lines })).body.doc.id
    expect((await sales.post(`/orders/${order}/confirm`)).status).toBe(422)
    expect((await sales.patch(`/orders/${order}`, { revision: 7 })).status).toBe(409)
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
