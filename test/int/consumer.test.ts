import type { Account, Order } from 'mozaikoo-crm/types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mailTo, password, setAccountSettings, tokenIn } from '../support/accounts.js'
import { readApi } from '../support/document.js'
import { query } from '../support/database.js'
import { openShop, type Shop } from '../support/shop.js'

let shop: Shop

beforeAll(async () => {
  shop = await openShop()
  await setAccountSettings(shop.host.payload, { registration: 'confirmation' })
})
afterAll(() => shop.close())

describe('a consumer that knows the OpenAPI document only', () => {
  it('registers, verifies, logs in, orders, reads it back, changes address and password, and leaves', async () => {
    const { host, smtp } = shop
    const { call } = await readApi(`${host.api}/crm/openapi.json`)
    const first = 'rita@neu.test'
    const second = 'rita@anders.test'
    const newPassword = 'ein ganz neues Passwort'
    const tokenOf = async (to: string, subject: RegExp) => tokenIn(await mailTo(smtp, to, subject))

    const registration = { email: first, password, name: 'Rita Neu', company: 'Neu GmbH', language: 'en' }
    expect((await call('accounts.register', { body: registration })).status).toBe(202)
    const early = await call('accounts.login', { body: { email: first, password } })
    expect(early.status).toBe(401)
    const verification = { path: { token: await tokenOf(first, /confirm/i) } }
    expect((await call('accounts.verify', verification)).status).toBe(200)
    expect((await call('accounts.verify', verification)).status).toBe(403)

    const session = await call('accounts.login', { body: { email: first, password } })
    expect(session.status).toBe(200)
    const { token } = session.body as { token: string }

    const products = (await call('products.find', { token })).body.docs as { id: number; price: number }[]
    expect(products).toMatchObject([{ id: shop.product, price: 1250 }])
    const order = { name: 'Tea for May', lines: [{ product: shop.product, quantity: 3 }] }
    const headers = { 'Idempotency-Key': 'tea-for-may' }
    const placed = await call('orders.create', { token, headers, body: order })
    expect(placed.status).toBe(201)
    const again = await call('orders.create', { token, headers, body: order })
    const doc = placed.body.doc as Order
    expect(again.body.doc.id).toBe(doc.id)
    const read = (await call('orders.read', { token, path: { id: doc.id } })).body as Order
    expect(read).toMatchObject({ name: 'Tea for May', status: 'open', totals: { net: 3750, gross: 4013 } })
    expect((await call('orders.find', { token })).body.totalDocs).toBe(1)

    const change = { token, body: { email: second, password } }
    expect((await call('accounts.changeEmail', change)).status).toBe(202)
    const confirmation = { path: { token: await tokenOf(second, /.*/) } }
    expect((await call('accounts.confirmEmail', confirmation)).status).toBe(200)
    for (const address of [first, second]) await mailTo(smtp, address, /changed/i)
    expect((await call('accounts.login', { body: { email: first, password } })).status).toBe(401)

    expect((await call('accounts.forgotPassword', { body: { email: second } })).status).toBe(202)
    const reset = { token: await tokenOf(second, /password/i), password: newPassword }
    expect((await call('accounts.resetPassword', { body: reset })).status).toBe(200)
    expect((await call('accounts.login', { body: { email: second, password } })).status).toBe(401)
    const renewed = await call('accounts.login', { body: { email: second, password: newPassword } })
    const { token: last, user } = renewed.body as { token: string; user: Account }
    expect(user.email).toBe(second)

    const farewell = await call('accounts.deleteOwn', { token: last, body: { password: newPassword } })
    expect(farewell.status).toBe(200)
    expect((await call('accounts.login', { body: { email: second, password: newPassword } })).status).toBe(
      401,
    )
    await mailTo(smtp, second, /deleted/i)
    // What was ordered stays.
    expect(await query(host.databaseUrl, 'SELECT name FROM orders WHERE id = $1', [doc.id])).toEqual([
      { name: 'Tea for May' },
    ])
  })
})

describe('a consumer that knows the GraphQL schema only', () => {
  interface Type {
    name: string | null
    kind: string
    ofType?: Type
  }
  const typeName = ({ kind, name, ofType }: Type): string =>
    kind === 'NON_NULL'
      ? `${typeName(ofType as Type)}!`
      : kind === 'LIST'
        ? `[${typeName(ofType as Type)}]`
        : (name ?? '')
  let token = ''
  let fields: Map<string, { args: { name: string; type: Type }[]; root: 'query' | 'mutation' }>

  async function post(query: string, variables: object = {}) {
    const response = await fetch(`${shop.host.api}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `JWT ${token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    })
    return (await response.json()) as { data: any; errors?: { extensions: { statusCode?: number } }[] }
  }
  /** Calls a field of the schema with arguments of the types it names. */
  async function call(name: string, given: Record<string, unknown>, selection = '') {
    const field = fields.get(name)
    if (!field) throw new Error(`The schema has no ${name}.`)
    const args = field.args.filter((arg) => arg.name in given)
    const variables = args.map((arg) => `$${arg.name}: ${typeName(arg.type)}`).join(', ')
    const values = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
    const text = `${field.root}(${variables}) { ${name}(${values}) ${selection} }`
    const { data, errors } = await post(text, given)
    return { value: data?.[name], status: errors?.[0]?.extensions.statusCode }
  }

  beforeAll(async () => {
    const type = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }'
    const { data } = await post(
      `{ __schema { queryType { fields { name args { name type { ${type} } } } } mutationType { fields { name args { name type { ${type} } } } } } }`,
    )
    const of = (root: 'query' | 'mutation') =>
      data.__schema[`${root}Type`].fields.map((field: any) => [field.name, { args: field.args, root }])
    fields = new Map([...of('query'), ...of('mutation')])
  })

  it('logs in, orders, reads it back, forgets its password and subscribes', async () => {
    const email = 'gustav@graph.test'
    // To become somebody is no matter of the schema.
    const rest = await readApi(`${shop.host.api}/crm/openapi.json`)
    const registration = { email, password, name: 'Gustav Graf', company: 'Graf KG', language: 'en' }
    expect((await rest.call('accounts.register', { body: registration })).status).toBe(202)
    expect((await call('loginAccount', { email, password }, '{ token }')).status).toBe(401)
    const verification = tokenIn(await mailTo(shop.smtp, email, /confirm/i))
    expect((await rest.call('accounts.verify', { path: { token: verification } })).status).toBe(200)
    const login = await call('loginAccount', { email, password }, '{ token }')
    token = login.value.token
    const order = { name: 'By GraphQL', lines: [{ product: shop.product, quantity: 2 }] }
    // What the schema asks of staff is the server's for an account.
    const created = await call(
      'createOrder',
      { data: { ...order, customer: shop.customer } },
      '{ id status }',
    )
    expect(created.value).toMatchObject({ status: 'open' })
    const read = await call('Order', { id: created.value.id }, '{ name totals { gross } }')
    expect(read.value).toEqual({ name: 'By GraphQL', totals: { gross: 2675 } })
    expect((await call('confirmOrder', { id: created.value.id }, '{ id }')).status).toBe(403)

    await call('forgotPasswordAccount', { email })
    const reset = {
      token: tokenIn(await mailTo(shop.smtp, email, /password/i)),
      password: 'noch ein Passwort',
    }
    expect((await call('resetPasswordAccount', reset, '{ token }')).value.token).toBeTruthy()

    token = ''
    expect((await call('loginAccount', { email, password }, '{ token }')).status).toBe(401)
    const subscribed = await call('subscribeToNewsletter', { email: 'leserin@graph.test', language: 'en' })
    const unknown = await call('subscribeToNewsletter', { email, language: 'en' })
    expect(subscribed.value).toEqual(unknown.value)
    await mailTo(shop.smtp, 'leserin@graph.test', /./)
    expect((await call('subscribeToNewsletter', { email: 'keine Adresse' })).status).toBe(400)
  })

  it('sends a newsletter as marketing, and nobody else does', async () => {
    const { id } = await shop.host.payload.create({
      collection: 'newsletters',
      data: { name: 'Mai', subject: 'Neues' },
      overrideAccess: true,
    })
    token = shop.sales.token ?? ''
    expect((await call('sendNewsletter', { id }, '{ id }')).status).toBe(403)
    token = shop.admin.token ?? ''
    expect((await call('sendNewsletter', { id }, '{ id status }')).value.id).toBe(id)
    expect((await call('sendNewsletter', { id }, '{ id }')).status).toBe(409)
  })
})
