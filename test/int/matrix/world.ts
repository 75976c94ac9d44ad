import { randomUUID } from 'node:crypto'
import type { File, Payload } from 'payload'
import sharp from 'sharp'
import { createClient, staff, type Client } from '../../support/client.js'
import type { TestHost } from '../../support/host.js'
import type { Role } from './rights.js'

/** `own` belongs to the customer of the account that calls (an active product, a mail of an order); `other` does not. */
export type Side = 'own' | 'other'

/** One caller a role, two customers, and a document of every collection whenever one is needed. */
export async function createWorld(host: TestHost) {
  const { payload } = host
  const clients = {
    anonymous: createClient(host.api),
    admin: await staff(payload, host.api, 'admin'),
    sales: await staff(payload, host.api, 'sales'),
    marketing: await staff(payload, host.api, 'marketing'),
  }
  const customers = {
    own: await make(payload, 'customers', { company: 'Eigen AG', email: 'eigen@muster.test' }),
    other: await make(payload, 'customers', { company: 'Fremd AG', email: 'fremd@muster.test' }),
  }
  const products = {
    own: await make(payload, 'products', { name: 'Tee', price: 500 }),
    other: await make(payload, 'products', { name: 'Alt', price: 700, active: false }),
  }
  const credentials = { email: 'konto@muster.test', password: 'ein langes Passwort 1' }
  const caller = await make(payload, 'accounts', {
    ...credentials,
    name: 'Konto',
    customer: customers.own,
    status: 'active',
  })
  const subscriber = await make(payload, 'subscribers', { email: 'leser@muster.test' })

  /** What a caller with every right may send to create one. */
  const data: Record<string, (side: Side) => Record<string, unknown>> = {
    customers: () => ({ company: 'Neu AG', email: 'neu@muster.test' }),
    activities: (side) => ({ name: 'Anruf', customer: customers[side] }),
    products: (side) => ({ name: 'Kaffee', price: 900, active: side === 'own' }),
    orders: (side) => ({
      name: 'Bestellung',
      customer: customers[side],
      lines: [{ product: products.own, quantity: 1 }],
    }),
    newsletters: () => ({ name: 'Mai', subject: 'Neues' }),
    'newsletter-images': () => ({ alt: 'Ein Korb' }),
    'mailing-lists': () => ({ name: 'Alle' }),
    subscribers: () => ({ email: `${randomUUID()}@muster.test`, status: 'pending' }),
    suppressions: () => ({ address: `${randomUUID()}@muster.test`, reason: 'manual' }),
    bounces: () => ({ kind: 'hard', recipient: 'x@muster.test', reportKey: randomUUID() }),
    consents: () => ({
      subscriber,
      subscriberKey: String(subscriber),
      email: 'leser@muster.test',
      kind: 'requested',
    }),
    accounts: (side) => ({
      email: `${randomUUID()}@muster.test`,
      password: 'ein langes Passwort 2',
      name: 'Person',
      customer: customers[side],
      status: 'active',
    }),
    mails: () => ({
      kind: 'orderConfirmation',
      state: 'failed',
      to: 'x@muster.test',
      subject: 'x',
      dedupeKey: randomUUID(),
    }),
    'crm-webhooks': () => ({
      name: 'Lager',
      url: 'https://muster.test/hook',
      events: ['order.confirmed'],
      active: true,
    }),
    'crm-webhook-deliveries': () => ({
      event: 'order.confirmed',
      eventId: randomUUID(),
      body: '{}',
      state: 'failed',
    }),
    'crm-audit': () => ({ action: 'gdprExport', person: 'x' }),
    'crm-account-tokens': () => ({
      hash: randomUUID(),
      purpose: 'email',
      expiresAt: new Date().toISOString(),
    }),
    'crm-rate-limits': () => ({ key: randomUUID(), windowStart: 1, count: 1, previous: 1 }),
    'crm-rates': () => ({ key: randomUUID(), state: {} }),
    'crm-audience-parts': () => ({ part: 1, recipients: 1, subscribers: [1] }),
    'crm-reaction-counts': () => ({ key: randomUUID(), day: '2026-01-05', link: 0, count: 1 }),
    'crm-reactions': () => ({
      key: randomUUID(),
      link: 0,
      count: 1,
      firstAt: new Date().toISOString(),
      lastAt: new Date().toISOString(),
    }),
    'crm-idempotency-keys': () => ({ key: randomUUID(), request: 'x' }),
    'crm-counters': () => ({ key: randomUUID(), value: 1 }),
    'crm-workers': () => ({ key: randomUUID(), queue: 'ok', mail: 'ok', seenAt: new Date().toISOString() }),
  }

  /** A document that the operation in question leaves as it is. */
  const kept = new Map([['accounts own', Promise.resolve(caller)]])
  function lasting(slug: string, side: Side): Promise<number> {
    const key = `${slug} ${side}`
    const id = kept.get(key) ?? create(slug, side)
    kept.set(key, id)
    return id
  }

  async function create(slug: string, side: Side): Promise<number> {
    if (slug === 'customers' && side === 'own') return customers.own
    const more = slug === 'mails' && side === 'own' ? { order: await create('orders', 'own') } : {}
    const values = data[slug]
    if (!values) throw new Error(`The matrix knows no data for ${slug}.`)
    return make(payload, slug, { ...values(side), ...more })
  }

  const loginAccount = async () => {
    const answer = await clients.anonymous.post('/accounts/login', credentials)
    return createClient(host.api, (answer.body as { token: string }).token)
  }
  return {
    payload,
    credentials,
    clients: { ...clients, account: await loginAccount() } satisfies Record<Role, Client>,
    loginAccount,
    dataFor: (slug: string, side: Side) => data[slug]?.(side) ?? {},
    create,
    lasting,
  }
}

export type World = Awaited<ReturnType<typeof createWorld>>

async function make(payload: Payload, collection: string, data: object): Promise<number> {
  const picture = collection === 'newsletter-images' ? { file: await png() } : {}
  const doc = await payload.create({ collection, data, depth: 0, overrideAccess: true, ...picture })
  return doc.id as number
}

async function png(): Promise<File> {
  const data = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#2f6b3c' } })
    .png()
    .toBuffer()
  return { data, mimetype: 'image/png', name: `${randomUUID()}.png`, size: data.length }
}
