import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shopper } from '../../support/accounts.js'
import type { Client } from '../../support/client.js'
import { query } from '../../support/database.js'
import { startHost, type TestHost } from '../../support/host.js'
import { readInputs } from './graphqlInputs.js'
import { namesOf } from '../matrix/probes.js'
import { createWorld, type World } from '../matrix/world.js'

/** Stands in every document of the other customer: an answer with it has told something. */
const mark = 'Kennwort-Fremd'
const slugs = ['customers', 'activities', 'orders', 'accounts', 'mails', 'products'] as const
type Slug = (typeof slugs)[number]

let host: TestHost
let world: World
let account: Client
const theirs = {} as Record<Slug, number>
let stranger: Awaited<ReturnType<typeof shopper>>

beforeAll(async () => {
  host = await startHost()
  host.payload.logger.level = 'silent'
  world = await createWorld(host)
  account = world.clients.account
  const { clients } = world
  theirs.customers = await world.create('customers', 'other')
  const customer = theirs.customers
  const contacts = [{ firstName: 'Frieda', lastName: mark, email: 'frieda@fremd.test' }]
  await clients.sales.patch(`/customers/${customer}`, { company: mark, notes: mark, contacts })
  stranger = await shopper(host, customer)
  theirs.accounts = stranger.id
  await clients.sales.patch(`/accounts/${stranger.id}`, { name: mark })
  const lines = [{ name: mark, quantity: 1, unitPrice: 700, taxRate: 19 }]
  theirs.orders = (await clients.sales.post('/orders', { customer, name: mark, lines })).body.doc.id
  await clients.sales.post(`/orders/${theirs.orders}/confirm`)
  theirs.activities = (await clients.sales.post('/activities', { customer, name: mark })).body.doc.id
  theirs.products = (
    await clients.sales.post('/products', { name: mark, price: 1, active: false })
  ).body.doc.id
  const [mail] = await query<{ id: number }>(host.databaseUrl, 'SELECT id FROM mails WHERE order_id = $1', [
    theirs.orders,
  ])
  theirs.mails = mail?.id ?? 0
})
afterAll(() => host.close())

/** All that is stored of the other customer. */
const stored = () =>
  Promise.all(
    slugs.map((slug) =>
      host.payload.db.findOne({ collection: slug, where: { id: { equals: theirs[slug] } } }),
    ),
  )

/** Nothing of the other customer's in the answer, and no success with what was asked for. */
function told({ body, status }: { status: number; body: unknown }): boolean {
  return JSON.stringify(body).includes(mark) || status >= 500
}

interface Operation {
  method: string
  path: string
  fields: string[]
}

async function operations(): Promise<Operation[]> {
  const { body } = await account.get('/crm/openapi.json')
  return Object.entries<Record<string, any>>(body.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => ['get', 'post', 'patch', 'put', 'delete'].includes(method))
      .map(([method, operation]) => ({
        method,
        path,
        fields: Object.keys(operation.requestBody?.content?.['application/json']?.schema?.properties ?? {}),
      })),
  )
}

describe('ids of another customer', () => {
  it('reach nothing in the address of any operation of the API', async () => {
    const before = await stored()
    const withId = (await operations()).filter(({ path }) => path.includes('{id}'))
    expect(withId.length).toBeGreaterThan(30)
    const problems: string[] = []
    for (const { fields, method, path } of withId) {
      const slug = path.split('/').find((step): step is Slug => slugs.includes(step as Slug))
      if (!slug) continue
      const given = path.replace(/^\/api/, '').replace('{id}', String(theirs[slug]))
      const body = Object.fromEntries(fields.map((name) => [name, theirs[`${name}s` as Slug] ?? 'x']))
      const url = method === 'get' ? `${given}?depth=3&person=frieda@fremd.test` : given
      const answer =
        method === 'get' || method === 'delete'
          ? await account[method](url)
          : await account[method as 'post'](url, body)
      if (told(answer) || answer.status < 400) problems.push(`${method} ${given}: ${answer.status}`)
    }
    expect(problems).toEqual([])
    expect(await stored()).toEqual(before)
  })

  it('reach nothing in a filter, an order, a selection or a page of any list', async () => {
    const conditions = [
      ...slugs.map((slug) => `where[id][equals]=${theirs[slug]}`),
      `where[customer][equals]=${theirs.customers}`,
      `where[orderedBy][equals]=${theirs.accounts}`,
      `where[or][0][id][equals]=${theirs.orders}&where[or][1][customer][equals]=${theirs.customers}`,
      `where[id][not_in]=0&limit=0&depth=5`,
      `where[customer][in]=${theirs.customers}`,
      `where[customer.company][equals]=${mark}`,
      `where[lines.name][equals]=${mark}`,
      `select[customer]=true&select[contacts]=true&depth=3&sort=-customer`,
      `populate[customers][notes]=true&populate[customers][company]=true&depth=4`,
      `trash=true&draft=true&limit=0`,
    ]
    const problems: string[] = []
    for (const slug of slugs)
      for (const condition of conditions)
        for (const path of [`/${slug}?${condition}`, `/${slug}/count?${condition}`]) {
          const answer = await account.get(path)
          if (told(answer)) problems.push(`${path}: ${answer.status}`)
        }
    expect(problems).toEqual([])
    const counts = [`where[customer][equals]=${theirs.customers}`, `where[id][equals]=${theirs.orders}`]
    for (const where of counts) {
      const { body, status } = await account.get(`/orders/count?${where}`)
      expect(status >= 400 || body.totalDocs === 0, JSON.stringify(body)).toBe(true)
    }
  })

  it('are not taken in what an account writes', async () => {
    const before = await stored()
    const own = await world.create('orders', 'own')
    const product = await world.lasting('products', 'own')
    const foreign = {
      customer: theirs.customers,
      orderedBy: theirs.accounts,
      account: theirs.accounts,
      mail: theirs.mails,
      confirmation: { mail: theirs.mails, recipient: { email: 'frieda@fremd.test' } },
      id: theirs.orders,
    }
    const made = await account.post('/orders?depth=0', { ...foreign, lines: [{ product, quantity: 1 }] })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const mine = await world.lasting('accounts', 'own')
    const customer = await world.lasting('customers', 'own')
    expect(made.body.doc).toMatchObject({ customer, orderedBy: mine })
    expect(made.body.doc.id).not.toBe(theirs.orders)
    const inactive = await account.post('/orders', { lines: [{ product: theirs.products, quantity: 1 }] })
    expect(inactive.status).toBe(400)
    expect(told(inactive)).toBe(false)
    for (const path of [`/accounts/${mine}`, `/orders/${own}`, `/customers/${customer}`]) {
      const answer = await account.patch(path, foreign)
      expect(told(answer), path).toBe(false)
    }
    const me = await host.payload.findByID({
      collection: 'accounts',
      id: mine,
      depth: 0,
      overrideAccess: true,
    })
    expect(me.customer).toBe(customer)
    const order = await host.payload.findByID({
      collection: 'orders',
      id: own,
      depth: 0,
      overrideAccess: true,
    })
    expect(order.customer).toBe(customer)
    expect(await stored()).toEqual(before)
  })

  it('are not shared by a key for repetitions', async () => {
    const product = await world.lasting('products', 'own')
    const place = async (token: string | undefined) => {
      const response = await fetch(`${host.api}/orders?depth=0`, {
        method: 'POST',
        headers: {
          Authorization: `JWT ${token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': 'derselbe-schluessel',
        },
        body: JSON.stringify({ lines: [{ product, quantity: 1 }] }),
      })
      return { status: response.status, body: await response.json() }
    }
    const first = await place(stranger.token)
    const second = await place(account.token)
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body.doc.id).not.toBe(first.body.doc.id)
    expect(second.body.doc.customer).toBe(await world.lasting('customers', 'own'))
  })

  it('reach nothing by GraphQL, neither in a query nor in a mutation', async () => {
    const before = await stored()
    const { body } = await world.clients.admin.post('/graphql', {
      query:
        '{ __schema { mutationType { fields { name args { name type { kind ofType { kind name } } } } } } }',
    })
    const inputs = await readInputs(world.clients.admin)
    const known = new Set<string>(body.data.__schema.mutationType.fields.map(({ name }: any) => name))
    const problems: string[] = []
    for (const slug of slugs) {
      const { plural, singular } = namesOf({ slug })
      const id = theirs[slug]
      const queries = [
        `{ ${singular}(id: ${id}) { id } }`,
        `{ ${plural}(where: { id: { equals: ${id} } }) { docs { id } totalDocs } }`,
        `{ count${plural}(where: { id: { equals: ${id} } }) { totalDocs } }`,
        ...['update', 'delete', 'duplicate', 'confirm', 'complete', 'cancel', 'reopen']
          .map((verb) => ({ verb, name: `${verb}${singular}` }))
          .filter(({ name }) => known.has(name))
          .map(({ name, verb }) => {
            if (verb !== 'duplicate')
              return `mutation { ${name}(id: ${id}${verb === 'update' ? ', data: {}' : ''}) { id } }`
            return `mutation($data: mutation${singular}Input!) { ${name}(id: ${id}, data: $data) { id } }`
          }),
      ]
      for (const text of queries) {
        const data = inputs.known(`mutation${singular}Input!`, world.dataFor(slug, 'own'))
        const answer = await account.post('/graphql', { query: text, variables: { data } })
        const found = Object.values<any>(answer.body.data ?? {}).some(
          (value) => value?.id ?? value?.totalDocs,
        )
        if (found || told(answer)) problems.push(`${text}: ${JSON.stringify(answer.body)}`)
        // A query that GraphQL itself refuses would show nothing.
        for (const { extensions, message } of answer.body.errors ?? [])
          if (/Cannot query|Unknown|Field .* must|required/.test(message) && !extensions?.statusCode)
            problems.push(`${text}: ${message}`)
      }
    }
    expect(problems).toEqual([])
    expect(await stored()).toEqual(before)
  })
})
