import { createCrmWorker, type CrmWorker } from 'mozaikoo-crm'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../src/network/publicAddress.js'
import { postWebhook } from '../../src/webhooks/post.js'
import { createClient, staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { startHost, type TestHost } from '../support/host.js'
import { startReceiver } from '../support/receiver.js'

let host: TestHost
let worker: CrmWorker
let admin: Client
let customer: number

beforeAll(async () => {
  process.env.CRM_WEBHOOKS_PRIVATE = 'true'
  host = await startHost()
  delete process.env.CRM_WEBHOOKS_PRIVATE
  admin = await staff(host.payload, host.api, 'admin')
  customer = (await admin.post('/customers', { company: 'Muster AG', email: 'info@muster.test' })).body.doc.id
  worker = await createCrmWorker(host.payload)
})
afterAll(async () => {
  await worker.close()
  await host.close()
})

const order = async () => {
  const lines = [{ name: 'Tee', quantity: 1, unitPrice: 500, taxRate: 7 }]
  return (await admin.post('/orders', { customer, name: 'Herbst', lines })).body.doc.id as number
}
const hook = async (url: string, events: string[], more: object = {}) => {
  const { body, status } = await admin.post('/crm-webhooks', { name: 'Lager', url, events, ...more })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.doc as { id: number; secret: string }
}
const deliveries = (webhook: number) =>
  query(host.databaseUrl, 'SELECT * FROM crm_webhook_deliveries WHERE webhook_id = $1 ORDER BY id', [webhook])

describe('a webhook', () => {
  it('hears signed of the events it wants, once each, also when an order is completed in one go', async () => {
    const receiver = await startReceiver()
    const { id, secret } = await hook(receiver.url, ['order.confirmed', 'order.done', 'order.cancelled'])
    const confirmed = await order()
    await admin.post(`/orders/${confirmed}/confirm`)
    await admin.post(`/orders/${confirmed}/confirm`)
    await admin.patch(`/orders/${confirmed}?select[name]=true`, { status: 'cancelled' })
    await eventually(() => receiver.hooks.length >= 2)
    const events = receiver.hooks.map(({ body, headers }) => {
      // Throws for a wrong signature, an old timestamp or a changed body.
      const event = new Webhook(secret).verify(body, headers) as { type: string; data: any }
      return [event.type, event.data.id, event.data.number]
    })
    const number = (await admin.get(`/orders/${confirmed}`)).body.number
    expect(events.sort()).toEqual([
      ['order.cancelled', confirmed, number],
      ['order.confirmed', confirmed, number],
    ])
    expect(() =>
      new Webhook('whsec_' + btoa('another secret of 24 bytes')).verify(
        receiver.hooks[0]?.body ?? '',
        receiver.hooks[0]?.headers ?? {},
      ),
    ).toThrow()
    await eventually(async () =>
      (await deliveries(id)).every((row) => row.state === 'sent' && row.response_status === '204'),
    )
    await receiver.close()
  })

  it('hears of an order that is completed in one go that it was confirmed on the way', async () => {
    const { id } = await hook('http://127.0.0.1:9/hook', ['order.confirmed', 'order.done'])
    const done = await order()
    await admin.post(`/orders/${done}/complete`)
    const told = (await deliveries(id)).map(({ body }) => JSON.parse(String(body)))
    expect(told.map(({ data, type }) => [type, data.number])).toEqual(
      ['order.confirmed', 'order.done'].map((type) => [type, told[0].data.number]),
    )
    expect(told[0].data.number).toBeTruthy()
  })

  it('hears of subscribers, and of nothing when it is not active', async () => {
    const receiver = await startReceiver()
    const { id } = await hook(receiver.url, ['subscriber.confirmed', 'subscriber.unsubscribed'])
    const silent = await hook(receiver.url, ['subscriber.confirmed'], { active: false })
    const subscriber = (await admin.post('/subscribers', { email: 'leser@muster.test' })).body.doc.id
    for (const status of ['confirmed', 'unsubscribed'])
      await host.payload.update({
        collection: 'subscribers',
        id: subscriber,
        data: { status },
        overrideAccess: true,
      })
    await eventually(() => receiver.hooks.length === 2)
    expect((await deliveries(id)).map((row) => row.event)).toEqual([
      'subscriber.confirmed',
      'subscriber.unsubscribed',
    ])
    expect(await deliveries(silent.id)).toEqual([])
    await receiver.close()
  })

  it('gets nothing of a change that was rolled back', async () => {
    const { id } = await hook('http://127.0.0.1:9/hook', ['order.confirmed'])
    const refused = await order()
    await query(
      host.databaseUrl,
      `CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$`,
    )
    await query(
      host.databaseUrl,
      `CREATE CONSTRAINT TRIGGER no AFTER INSERT ON mails DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION no()`,
    )
    expect((await admin.post(`/orders/${refused}/confirm`)).status).toBe(503)
    await query(host.databaseUrl, 'DROP TRIGGER no ON mails')
    expect(await deliveries(id)).toEqual([])
  })

  it('is tried again with the same id until it answers, and a dead one by hand', async () => {
    let isDead = true
    const receiver = await startReceiver((call) => (isDead && call > 2 ? 204 : 500))
    const { id } = await hook(receiver.url, ['order.done'])
    await admin.post(`/orders/${await order()}/complete`)
    await eventually(() => receiver.hooks.length === 3)
    expect(new Set(receiver.hooks.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    const [row] = await eventually(async () => {
      const rows = await deliveries(id)
      return rows[0]?.state === 'sent' ? rows : null
    })
    expect(row).toMatchObject({ attempts: '3', last_error: null })

    isDead = false
    await query(host.databaseUrl, `UPDATE crm_webhook_deliveries SET state = 'failed' WHERE id = $1`, [
      row?.id,
    ])
    const shown = await admin.get(`/crm-webhook-deliveries?where[state][equals]=failed`)
    expect(shown.body.docs.map((doc: any) => doc.id)).toContain(row?.id)
    isDead = true
    expect((await admin.post(`/crm-webhook-deliveries/${String(row?.id)}/retry`)).body.doc.state).toBe(
      'queued',
    )
    await eventually(() => receiver.hooks.length === 4)
    await receiver.close()
  })

  it('never shows its secret again, and keeps it when the form is saved', async () => {
    const { id, secret } = await hook('https://muster.test/hook', ['order.done'])
    expect(secret).toMatch(/^whsec_/)
    const read = (await admin.get(`/crm-webhooks/${id}`)).body
    expect(JSON.stringify(read)).not.toContain(secret)
    const stored = () => query(host.databaseUrl, 'SELECT secret FROM crm_webhooks WHERE id = $1', [id])
    const before = await stored()
    expect(JSON.stringify(before)).not.toContain(secret)
    const saved = await admin.patch(`/crm-webhooks/${id}`, { ...read, name: 'Neu' })
    expect(saved).toMatchObject({ status: 200, body: { doc: { name: 'Neu' } } })
    expect(JSON.stringify(saved.body)).not.toContain(secret)
    expect(await stored()).toEqual(before)
    const weak = await admin.patch(`/crm-webhooks/${id}`, { secret: 'whsec_short' })
    expect(weak.status).toBe(400)
    expect(JSON.stringify(weak.body)).toContain('"path":"secret"')
  })

  it.each([
    'ftp://muster.test',
    'https://user:pw@muster.test/',
    'javascript:alert(1)',
    'muster.test',
    '',
    5,
    null,
    {},
  ])('is refused at the address %j', async (url) => {
    const { body, status } = await admin.post('/crm-webhooks', { name: 'x', url, events: ['order.done'] })
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('"path":"url"')
  })
})

describe('a request into a private network', () => {
  const post = (url: string, privateNetworks = false, timeoutMilliseconds = 5000) =>
    postWebhook({ url, headers: {}, body: '{}', privateNetworks, timeoutMilliseconds })

  it.each([
    'http://127.0.0.1',
    'http://2130706433',
    'http://0x7f.1',
    'http://0',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://[64:ff9b::7f00:1]',
    'http://localhost',
    'http://localhost.',
  ])('does not leave the house: %s', async (base) => {
    const receiver = await startReceiver()
    const result = await post(`${base}:${receiver.port}/hook`)
    expect(result.status).toBeNull()
    expect(result.error).toMatch(/not an address of the public internet|ENOTFOUND|EAI_AGAIN/)
    expect(receiver.hooks).toEqual([])
    await receiver.close()
  })

  it.each([
    '10.1.2.3',
    '100.64.0.1',
    '127.8.8.8',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '0.0.0.0',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'fec0::1',
    '4000::1',
    'nonsense',
    '',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false))

  it.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )

  it('follows no redirect, and waits no longer than it was told', async () => {
    const target = await startReceiver()
    const receiver = await startReceiver((call) => (call === 1 ? { redirect: target.url } : 'silence'))
    expect(await post(receiver.url, true)).toEqual({ status: 307, error: 'HTTP 307' })
    expect(target.hooks).toEqual([])
    expect(await post(receiver.url, true, 300)).toEqual({ status: null, error: 'No answer in time.' })
    await Promise.all([receiver.close(), target.close()])
  })
})

describe('the metrics', () => {
  it('count mails, workers and deliveries for administrators and whoever has the token', async () => {
    process.env.METRICS_TOKEN = 'a-long-token'
    const get = (token?: string) =>
      fetch(`${host.api}/crm/metrics`, token ? { headers: { Authorization: `Bearer ${token}` } } : {})
    const answer = await get('a-long-token')
    expect(answer.headers.get('content-type')).toContain('version=0.0.4')
    const text = await answer.text()
    expect(text).toMatch(/^mozaikoo_crm_mails\{kind="orderConfirmation",state="\w+"\} [1-9]/m)
    expect(text).toMatch(/^mozaikoo_crm_workers 1$/m)
    expect(text).toMatch(/^mozaikoo_crm_webhook_deliveries\{state="sent"\} [1-9]/m)
    expect((await admin.get('/crm/metrics')).status).toBe(200)
    for (const token of [undefined, 'wrong', 'a-long-toke', '']) expect((await get(token)).status).toBe(403)
    delete process.env.METRICS_TOKEN
    expect((await get('')).status).toBe(403)
    expect((await get('undefined')).status).toBe(403)
    expect((await createClient(host.api).get('/crm/metrics')).status).toBe(403)
  })
})
