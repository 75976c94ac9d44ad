import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWebhooks } from '../../jobs/webhooks/deliverWebhooks.js'
import { crmOf } from '../../src/config/resolve.js'
import { staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { startHost, type TestHost } from '../support/host.js'
import { startReceiver } from '../support/receiver.js'

let host: TestHost
let admin: Client
let worker: ReturnType<typeof startWebhooks>
let receiver: Awaited<ReturnType<typeof startReceiver>>
let isBack = false
const problems: Error[] = []

beforeAll(async () => {
  process.env.CRM_WEBHOOKS_PRIVATE = 'true'
  host = await startHost()
  delete process.env.CRM_WEBHOOKS_PRIVATE
  admin = await staff(host.payload, host.api, 'admin')
  receiver = await startReceiver(() => (isBack ? 204 : 503))
  const crm = crmOf(host.payload)
  // The waits of a host that sets nothing, looked for more often than it would.
  const delivery = { ...crm.delivery, backoffSeconds: 60, sweepSeconds: 0.05 }
  worker = startWebhooks(host.payload, { ...crm, delivery }, (error) => problems.push(error))
})
afterAll(async () => {
  await worker.close()
  await receiver.close()
  await host.close()
})

interface Row extends Record<string, unknown> {
  id: number
  state: string
  attempts: string
  wait: string | null
  last_error: string | null
  response_status: string | null
}
const delivery = async () =>
  (
    await query<Row>(
      host.databaseUrl,
      `SELECT id, state, attempts, last_error, response_status,
         extract(epoch FROM next_attempt_at - updated_at)::int AS wait FROM crm_webhook_deliveries`,
    )
  )[0]
/** Waits until the attempt has been written down. */
const settled = (attempts: number) =>
  eventually(async () => {
    const row = await delivery()
    return row && Number(row.attempts) === attempts && row.state !== 'sending' && row.state !== 'queued'
      ? row
      : null
  })

it('is tried with ever longer waits, given up, and brought on its way again by an administrator alone', async () => {
  const url = receiver.url
  await admin.post('/crm-webhooks', { name: 'Lager', url, events: ['order.confirmed'] })
  const customer = (await admin.post('/customers', { company: 'Muster AG', email: 'info@muster.test' })).body
    .doc.id
  const lines = [{ name: 'Tee', quantity: 1, unitPrice: 500, taxRate: 7 }]
  const order = (await admin.post('/orders', { customer, name: 'Herbst', lines })).body.doc.id
  await admin.post(`/orders/${order}/confirm`)

  const waits: number[] = []
  for (let attempt = 1; attempt < 12; attempt += 1) {
    const row = await settled(attempt)
    expect(row).toMatchObject({ state: 'deferred', last_error: 'HTTP 503', response_status: '503' })
    waits.push(Number(row.wait))
    // Nothing happens before its time, which the clock of the database decides.
    await query(host.databaseUrl, 'UPDATE crm_webhook_deliveries SET next_attempt_at = now()')
  }
  expect(waits).toEqual([60, 120, 240, 480, 960, 1920, 3840, 7680, 14_400, 14_400, 14_400])
  const dead = await settled(12)
  expect(dead).toMatchObject({ state: 'failed', wait: null, last_error: 'HTTP 503' })
  expect(receiver.hooks).toHaveLength(12)
  const list = await admin.get('/crm-webhook-deliveries?where[state][equals]=failed&depth=0')
  expect(list.body.docs).toMatchObject([{ id: dead.id, attempts: 12, responseStatus: 503 }])

  const retry = `/crm-webhook-deliveries/${dead.id}/retry`
  for (const role of ['sales', 'marketing'] as const)
    expect((await (await staff(host.payload, host.api, role)).post(retry)).status).toBe(403)
  expect(await delivery()).toMatchObject({ state: 'failed' })

  isBack = true
  expect((await admin.post(retry)).body.doc).toMatchObject({ state: 'queued', attempts: 0 })
  expect(await settled(1)).toMatchObject({ state: 'sent', last_error: null, response_status: '204' })
  expect(receiver.hooks).toHaveLength(13)
  expect(new Set(receiver.hooks.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(new Set(receiver.hooks.map(({ body }) => body)).size).toBe(1)

  await query(
    host.databaseUrl,
    `UPDATE crm_webhook_deliveries SET state = 'sending', lease_until = now() + interval '1 hour'`,
  )
  expect((await admin.post(retry)).status).toBe(409)
  expect((await admin.post('/crm-webhook-deliveries/999999/retry')).status).toBe(404)
  expect(problems).toEqual([])
})

it('fails alone when its secret cannot be read any more, and says so', async () => {
  await query(host.databaseUrl, 'DELETE FROM crm_webhook_deliveries')
  const hook = { name: 'Lager', url: receiver.url, events: ['order.cancelled'] }
  const broken = (await admin.post('/crm-webhooks', hook)).body.doc.id
  const whole = (await admin.post('/crm-webhooks', hook)).body.doc.id
  await query(host.databaseUrl, 'UPDATE crm_webhooks SET secret = NULL WHERE id = $1', [broken])
  const customer = (await admin.get('/customers')).body.docs[0].id
  const order = (await admin.post('/orders', { customer, name: 'Winter' })).body.doc.id
  const before = receiver.hooks.length
  expect((await admin.post(`/orders/${order}/cancel`)).status).toBe(200)
  const rows = await eventually(async () => {
    const all = await query(
      host.databaseUrl,
      'SELECT webhook_id, state, last_error FROM crm_webhook_deliveries ORDER BY webhook_id',
    )
    return all.some(({ state }) => state === 'queued' || state === 'sending') ? null : all
  })
  expect(rows).toEqual([
    { webhook_id: broken, state: 'deferred', last_error: 'The signing secret cannot be read.' },
    { webhook_id: whole, state: 'sent', last_error: null },
  ])
  expect(receiver.hooks).toHaveLength(before + 1)
  expect(problems).toEqual([])
})
