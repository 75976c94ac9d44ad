import { execFileSync } from 'node:child_process'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { mozaikooCrm, type MozaikooCrmOptions } from 'mozaikoo-crm'
import {
  buildConfig,
  createLocalReq,
  getPayload,
  handleEndpoints,
  type CollectionConfig,
  type Config,
  type Field,
  type Payload,
} from 'payload'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hostEnvironment, root } from '../../scripts/host.js'
import { query } from '../support/database.js'

const postgres = (url = 'postgres://127.0.0.1:9/none') =>
  postgresAdapter({ pool: { connectionString: url }, push: true })
const users: CollectionConfig = { slug: 'users', auth: true, fields: [{ name: 'name', type: 'text' }] }
const host = (more: Partial<Config> = {}): Config => ({
  secret: 'x',
  db: postgres(),
  collections: [users],
  telemetry: false,
  ...more,
})
const apply = (options?: MozaikooCrmOptions, more?: Partial<Config>) => mozaikooCrm(options)(host(more))
const of = (config: Config, slug: string) => {
  const found = config.collections?.find((collection) => collection.slug === slug)
  if (!found) throw new Error(`There is no collection ${slug}.`)
  return found
}

/** The paths of all fields that hold data with their types, in order. */
function paths(fields: Field[], prefix = ''): string[] {
  return fields.flatMap((field) => {
    const at = 'name' in field && field.name ? `${prefix}${field.name}` : prefix.replace(/\.$/, '')
    const own = 'name' in field && field.name && field.type !== 'ui' ? [`${at}: ${field.type}`] : []
    return [...own, ...('fields' in field ? paths(field.fields, at ? `${at}.` : '') : [])]
  })
}

/** Freezes plain objects and arrays all the way down; a write to one throws. */
function frozen<T>(value: T, seen = new Set<unknown>()): T {
  const plain = Array.isArray(value) || Object.getPrototypeOf(value ?? 0) === Object.prototype
  if (!plain || seen.has(value)) return value
  seen.add(value)
  for (const child of Object.values(value as object)) frozen(child, seen)
  return Object.freeze(value)
}

const note: Config = {
  collections: [
    users,
    {
      slug: 'notes',
      fields: [{ name: 'title', type: 'text' }],
      hooks: {
        beforeChange: [({ data }: { data: { title?: string } }) => ({ ...data, title: `${data.title}!` })],
      },
      endpoints: [{ path: '/hello', method: 'get', handler: () => Response.json({ hello: 'notes' }) }],
      access: { read: () => true },
    },
  ],
  endpoints: [{ path: '/host', method: 'get', handler: () => Response.json({ hello: 'host' }) }],
  i18n: {
    fallbackLanguage: 'en',
    translations: { de: { crm: { entity: { customers: 'Klienten' } }, host: { word: 'Wort' } } },
  },
} as unknown as Config

const extended: MozaikooCrmOptions = {
  slugs: { customers: 'clients', orders: 'sales-orders', counters: 'serials', settings: 'company' },
  overrides: {
    customers: ({ defaultCollection }) => ({
      ...defaultCollection,
      fields: [...defaultCollection.fields, { name: 'segment', type: 'text' }],
    }),
    settings: ({ defaultGlobal }) => ({
      ...defaultGlobal,
      fields: [...defaultGlobal.fields, { name: 'slogan', type: 'text' }],
    }),
  },
}

describe('a running host with renamed slugs', () => {
  let payload: Payload
  let call: (path: string) => Promise<Response>

  beforeAll(async () => {
    const name = `host_${process.pid}`
    const server = inject('postgresUrl')
    // `template1` holds the schema of the example host; this one gets its own by push.
    await query(server, `CREATE DATABASE ${name} TEMPLATE template0`)
    const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
    Object.assign(process.env, hostEnvironment({ databaseUrl: url }), { PAYLOAD_LOG_LEVEL: 'error' })
    const config = buildConfig(host({ ...note, db: postgres(url), plugins: [mozaikooCrm(extended)] }))
    payload = await getPayload({ config, key: url })
    call = (path) =>
      handleEndpoints({
        config,
        payloadInstanceCacheKey: url,
        request: new Request(`http://localhost:3000/api${path}`),
      })
  })
  afterAll(() => payload?.destroy())

  it('keeps the collection, hook, endpoints and languages of the host', async () => {
    const data = { title: 'Kept' }
    expect(await payload.create({ collection: 'notes', data })).toMatchObject({ title: 'Kept!' })
    expect(await (await call('/notes/hello')).json()).toEqual({ hello: 'notes' })
    expect(await (await call('/host')).json()).toEqual({ hello: 'host' })
    expect((await (await call('/notes')).json()).totalDocs).toBe(1)
    expect(payload.config.i18n.fallbackLanguage).toBe('en')
  })

  it("lets the host's own texts win", async () => {
    const headers = new Headers({ 'Accept-Language': 'de' })
    const req = await createLocalReq({ req: { headers }, locale: undefined }, payload)
    const { de } = payload.config.i18n.translations as any
    expect(de.crm.entity).toMatchObject({ customers: 'Klienten', orders: 'Bestellungen' })
    expect(de.host).toEqual({ word: 'Wort' })
    expect((payload.config.i18n.translations as any).en.crm.entity.customers).toBe('Customers')
    expect(req.t).toBeTypeOf('function')
    expect((payload.collections.clients?.config.labels.plural as any)({ t: (key: string) => key })).toBe(
      'crm:entity:customers',
    )
  })

  it('works under other slugs with the fields the host added', async () => {
    const data = { company: 'Muster AG', segment: 'A', email: 'info@muster.test' }
    const customer = await payload.create({ collection: 'clients', data })
    expect(customer).toMatchObject({ segment: 'A', customerNumber: '10001' })
    const lines = [{ name: 'Tee', quantity: 1.5, unitPrice: 999, taxRate: 7 }]
    const order = await payload.create({
      collection: 'sales-orders',
      data: { customer: customer.id, name: 'Eins', lines },
    })
    expect(order).toMatchObject({ totals: { subtotal: 1499, tax: 105, gross: 1604 } })
    const update = { collection: 'sales-orders', id: order.id, data: { status: 'confirmed' } } as const
    expect(await payload.update(update)).toMatchObject({ number: expect.stringMatching(/\d/) })
    expect((await payload.find({ collection: 'mails' })).docs).toHaveLength(1)
    expect(await payload.updateGlobal({ slug: 'company', data: { slogan: 'Gut.' } })).toMatchObject({
      slogan: 'Gut.',
    })
    expect(Object.keys(payload.collections)).not.toContain('customers')
  })
})

describe('the plugin', () => {
  it('names the one thing to do when the database is not PostgreSQL', async () => {
    const sentence = /^mozaikoo-crm[^\n]*PostgreSQL[^\n]*postgresAdapter/
    const sqlite = sqliteAdapter({ client: { url: 'file::memory:' } })
    await expect(buildConfig(host({ db: sqlite, plugins: [mozaikooCrm()] }))).rejects.toThrow(sentence)
    expect(() => apply({}, { db: undefined })).toThrow(sentence)
  })

  it('changes neither the options nor the config it was given', () => {
    const options = frozen(structuredCloneOf(extended))
    const config = frozen(host({ ...note, globals: [], custom: { mine: 1 } }))
    const result = mozaikooCrm(options)(config)
    expect(config.collections?.map(({ slug }) => slug)).toEqual(['users', 'notes'])
    expect(result.custom).toMatchObject({ mine: 1 })
    // Payload itself writes into what it sanitizes; used twice, the plugin still starts anew.
    const again = mozaikooCrm(options)(config)
    expect(of(again, 'clients')).not.toBe(of(result, 'clients'))
    expect(of(again, 'clients').fields.at(-1)).toMatchObject({ name: 'segment' })
  })

  it('keeps the schema and drops the behaviour when it is switched off', async () => {
    const on = apply()
    const off = apply({ enabled: false })
    const shape = (config: Config) => config.collections?.map(({ slug, fields }) => [slug, paths(fields)])
    expect(shape(off)).toEqual(shape(on))
    expect(off.globals?.map(({ slug, fields }) => [slug, paths(fields)])).toEqual(
      on.globals?.map(({ slug, fields }) => [slug, paths(fields)]),
    )
    expect(on.endpoints).not.toEqual([])
    expect(off.endpoints).toEqual([])
    expect(of(on, 'orders').endpoints).not.toEqual([])
    for (const { hooks, endpoints, slug } of off.collections ?? []) {
      expect(Object.values(hooks ?? {}).flat(), slug).toEqual([])
      expect(endpoints ?? [], slug).toEqual([])
    }
    const lines = of(off, 'orders').fields.find((field) => 'name' in field && field.name === 'lines')
    expect((lines as any).hooks?.beforeValidate ?? []).toEqual([])
    await expect(buildConfig(host({ plugins: [mozaikooCrm({ enabled: false })] }))).resolves.toBeDefined()
  })

  it.each([
    ['a collection of the host', {}, { collections: [users, { slug: 'orders', fields: [] }] }, '"orders"'],
    ['itself', { slugs: { mails: 'letters', orders: 'letters' } }, {}, '"letters"'],
    ['a global of the host', {}, { globals: [{ slug: 'crm-settings', fields: [] }] }, '"crm-settings"'],
  ])('refuses a slug that is taken by %s', (_, options, more, slug) => {
    expect(() => apply(options, more as Partial<Config>)).toThrow(new RegExp(`^mozaikoo-crm[^\n]*${slug}`))
  })

  it('gives the staff roles, unless they have some', () => {
    const roles = (config: Config, slug = 'users') =>
      of(config, slug).fields.filter((field) => 'name' in field && field.name === 'roles')
    expect(roles(apply())).toMatchObject([{ type: 'select', hasMany: true }])
    const own: Field = { name: 'roles', type: 'text' }
    expect(roles(apply({}, { collections: [{ ...users, fields: [own] }] }))).toEqual([own])
    const nested: Field = { type: 'row', fields: [own] }
    expect(paths(of(apply({}, { collections: [{ ...users, fields: [nested] }] }), 'users').fields)).toEqual([
      'roles: text',
    ])
    const team = { ...users, slug: 'team' }
    const config = apply({ usersSlug: 'team' }, { collections: [users, team] })
    expect([roles(config), roles(config, 'team')].map(({ length }) => length)).toEqual([0, 1])
  })

  it('loads in plain Node without the admin panel', () => {
    const watch = `export async function resolve(name, context, next) {
      if (/^(react|react-dom|next|@payloadcms\\/(ui|next))(\\/|$)/.test(name) &&
        !/\\/node_modules\\//.test(context.parentURL ?? ''))
        throw new Error('loaded ' + name + ' from ' + context.parentURL)
      return next(name, context)
    }`
    const script = `
      const { register } = require('node:module')
      register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(watch)}))
      import('mozaikoo-crm').then((plugin) => console.log(typeof plugin.mozaikooCrm))`
    const { NODE_OPTIONS: _, ...env } = process.env
    // The editor's own packages may load React; nothing of ours does.
    const flags = ['--conditions=production', '-e', script]
    expect(execFileSync(process.execPath, flags, { cwd: root, env, encoding: 'utf8' }).trim()).toBe(
      'function',
    )
  })
})

/** Functions are kept, objects and arrays are copied. */
function structuredCloneOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(structuredCloneOf) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, structuredCloneOf(child)])) as T
}
