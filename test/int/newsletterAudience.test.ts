import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient, staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { startHost, type TestHost } from '../support/host.js'

let host: TestHost
let marketing: Client
let sales: Client

interface Person {
  id: number
  status: string
  language: 'de' | 'en'
  lists: number[]
  customer: null | {
    id: number
    tags: string[]
    address: { city: string; postalCode: string; country: string }
    orders: { status: string; day: string; products: number[]; net: number }[]
  }
}
const people: Person[] = []
let lists: number[] = []
const products: number[] = []

/** The same for every run, and nothing of the code under test in it. */
function randoms(seed: number) {
  let state = seed
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T
  return { next, pick, some: <T>(values: readonly T[], share: number) => values.filter(() => next() < share) }
}

beforeAll(async () => {
  host = await startHost()
  await staff(host.payload, host.api, 'admin')
  marketing = await staff(host.payload, host.api, 'marketing')
  sales = await staff(host.payload, host.api, 'sales')
  const { payload } = host
  const make = async (collection: string, data: Record<string, unknown>) =>
    (await payload.create({ collection, data, overrideAccess: true })).id as number
  lists = [await make('mailing-lists', { name: 'A' }), await make('mailing-lists', { name: 'B' })]
  for (const name of ['Tee', 'Öl', 'Salz']) products.push(await make('products', { name, price: 1000 }))
  const { next, pick, some } = randoms(7)
  for (let index = 0; index < 60; index += 1) {
    const language = pick(['de', 'en'] as const)
    const status = pick(['confirmed', 'confirmed', 'confirmed', 'pending', 'unsubscribed'])
    const own = some(lists, 0.5)
    let customer: Person['customer'] = null
    if (next() < 0.75) {
      const tags = some(['Bio', 'Gastro', 'neu'], 0.4)
      const address = {
        city: pick(['Köln', 'Berlin', 'Wien']),
        postalCode: pick(['50667', '10115', '1010']),
        country: pick(['DE', 'AT']),
      }
      const id = await make('customers', { company: `Firma ${index}`, tags, address })
      customer = { id, tags, address, orders: [] }
      for (let count = Math.floor(next() * 3); count > 0; count -= 1) {
        const day = pick(['2024-01-31', '2024-06-01', '2025-03-15', '2025-12-31'])
        const bought = some(products, 0.5)
        const lines = (bought.length > 0 ? bought : [products[0]]).map((product) => ({
          product,
          quantity: pick([1, 2, 5]),
        }))
        const order = await payload.create({
          collection: 'orders',
          // The day in Berlin begins an hour or two before that in Greenwich.
          data: {
            customer: id,
            name: 'a',
            bookingDate: `${day}T${pick(['00:30', '12:00', '23:30'])}:00+0${day.includes('-06-') ? 2 : 1}:00`,
            lines,
          },
          overrideAccess: true,
        })
        const state = pick(['open', 'confirmed', 'done', 'cancelled'])
        await query(host.databaseUrl, `UPDATE orders SET status = '${state}' WHERE id = $1`, [order.id])
        const { net } = (order as unknown as { totals: { net: number } }).totals
        customer.orders.push({
          status: state,
          day,
          products: lines.map((line) => line.product as number),
          net,
        })
      }
    }
    const data = {
      email: `p${index}@leser.test`,
      status,
      legalBasis: 'doubleOptIn',
      language,
      lists: own,
      customer: customer?.id,
    }
    people.push({ id: await make('subscribers', data), status, language, lists: own, customer })
  }
})
afterAll(() => host.close())

const sold = (person: Person, since = '') =>
  (person.customer?.orders ?? []).filter(
    (order) => ['confirmed', 'done'].includes(order.status) && order.day >= since,
  )
const volume = (person: Person, since = '') => sold(person, since).reduce((sum, order) => sum + order.net, 0)
const latest = (person: Person) =>
  sold(person)
    .map((order) => order.day)
    .sort()
    .at(-1) ?? null
const has = (person: Person, product: number, since = '') =>
  sold(person, since).some((order) => order.products.includes(product))

describe('the audience of a newsletter', () => {
  const cases: [string, () => unknown, (person: Person) => boolean][] = [
    ['everybody', () => ({}), () => true],
    ['a list', () => ({ lists: [lists[0]] }), (p) => p.lists.includes(lists[0] ?? 0)],
    ['one of two lists', () => ({ lists }), (p) => p.lists.length > 0],
    ['not on a list', () => ({ excludeLists: [lists[1]] }), (p) => !p.lists.includes(lists[1] ?? 0)],
    ['a language', () => ({ languages: ['en'] }), (p) => p.language === 'en'],
    ['a tag', () => ({ tags: ['bio'] }), (p) => p.customer?.tags.includes('Bio') ?? false],
    ['a town', () => ({ place: { cities: ['köln'] } }), (p) => p.customer?.address.city === 'Köln'],
    [
      'a postal area',
      () => ({ place: { postalCodes: ['10'] } }),
      (p) => p.customer?.address.postalCode.startsWith('10') ?? false,
    ],
    [
      'a country and a town',
      () => ({ place: { countries: ['DE'], cities: ['Wien', 'Berlin'] } }),
      (p) => p.customer?.address.country === 'DE' && ['Wien', 'Berlin'].includes(p.customer.address.city),
    ],
    ['bought something', () => ({ bought: {} }), (p) => sold(p).length > 0],
    ['bought tea', () => ({ bought: { products: [products[0]] } }), (p) => has(p, products[0] ?? 0)],
    [
      'bought tea since',
      () => ({ bought: { products: [products[0]], since: '2025-03-15' } }),
      (p) => has(p, products[0] ?? 0, '2025-03-15'),
    ],
    [
      'bought nothing since',
      () => ({ notBought: { since: '2024-06-01' } }),
      (p) => sold(p, '2024-06-01').length === 0,
    ],
    [
      'never bought oil',
      () => ({ notBought: { products: [products[1]] } }),
      (p) => !has(p, products[1] ?? 0),
    ],
    [
      'last order between',
      () => ({ lastOrder: { from: '2024-06-01', to: '2025-03-15' } }),
      (p) => {
        const day = latest(p)
        return day !== null && day >= '2024-06-01' && day <= '2025-03-15'
      },
    ],
    ['last order until', () => ({ lastOrder: { to: '2024-01-31' } }), (p) => latest(p) === '2024-01-31'],
    ['volume from', () => ({ orderVolume: { min: 3000 } }), (p) => volume(p) >= 3000],
    ['volume until', () => ({ orderVolume: { max: 2000 } }), (p) => volume(p) <= 2000],
    [
      'volume between since',
      () => ({ orderVolume: { min: 1000, max: 8000, since: '2025-01-01' } }),
      (p) => volume(p, '2025-01-01') >= 1000 && volume(p, '2025-01-01') <= 8000,
    ],
    [
      'all at once',
      () => ({ lists, languages: ['de'], notBought: { products: [products[2]] } }),
      (p) => p.lists.length > 0 && p.language === 'de' && !has(p, products[2] ?? 0),
    ],
  ]
  it.each(cases)('%s is counted as by hand', async (_, definition, expected) => {
    const { body, status } = await marketing.post('/newsletters/audience', { definition: definition() })
    expect(status).toBe(200)
    const meant = people.filter(expected)
    const may = meant.filter((person) => person.status === 'confirmed')
    // A criterion that fits everybody or nobody would prove nothing.
    if (_ !== 'everybody') expect(meant.length > 0 && meant.length < people.length).toBe(true)
    expect(body.count).toBe(may.length)
    const excluded = Object.fromEntries(body.excluded.map((one: any) => [one.reason, one.count]))
    for (const reason of ['pending', 'unsubscribed'])
      expect(excluded[reason] ?? 0).toBe(meant.filter((person) => person.status === reason).length)
    const ids = may.map(({ id }) => id)
    expect(body.sample.length).toBe(Math.min(10, may.length))
    for (const one of body.sample) expect(ids).toContain(one.id)
  })

  it('has the tags and towns that there are as suggestions, for marketing only', async () => {
    const make = (tags: string[], city: string) =>
      host.payload.create({
        collection: 'customers',
        data: { company: 'Schreibweise', tags, address: { city } },
        overrideAccess: true,
      })
    // However somebody writes it now and then, and with the space of a copied cell.
    const odd = [await make(['gASTRO', 'ähnlich'], ' köln '), await make([], '  ')]
    const { body, status } = await marketing.get('/newsletters/audience-values')
    expect(status).toBe(200)
    expect(body).toEqual({ tags: ['ähnlich', 'Bio', 'Gastro', 'neu'], cities: ['Berlin', 'Köln', 'Wien'] })
    for (const { id } of odd) await host.payload.delete({ collection: 'customers', id })
    expect((await sales.get('/newsletters/audience-values')).status).toBe(403)
    expect((await createClient(host.api).get('/newsletters/audience-values')).status).toBe(403)
  })

  it('has no more suggestions than a form can take', async () => {
    const values = (name: string) => `(SELECT array_agg('${name}' || i) FROM generate_series(1, 300) AS i)`
    await query(
      host.databaseUrl,
      `WITH many AS (INSERT INTO customers (company, address_city) SELECT 'Viele', city FROM unnest(${values('Ort')}) AS city RETURNING id)
       INSERT INTO customers_texts ("order", parent_id, path, text) SELECT 1, id, 'tags', 'Wort' || id FROM many`,
    )
    const { body } = await marketing.get('/newsletters/audience-values')
    expect([body.tags.length, body.cities.length]).toEqual([200, 200])
    // Those that are used most come first.
    expect(body.tags).toEqual(expect.arrayContaining(['Bio', 'Gastro', 'neu']))
    await query(
      host.databaseUrl,
      `DELETE FROM customers_texts WHERE text LIKE 'Wort%'; DELETE FROM customers WHERE company = 'Viele'`,
    )
  })

  it('says why somebody is left out, and for whom it is', async () => {
    const german = await marketing.post('/newsletters/audience', { definition: {} })
    expect(JSON.stringify(german.body.excluded)).toContain('Anmeldung noch nicht bestätigt')
    expect((await sales.post('/newsletters/audience', {})).status).toBe(403)
    expect((await createClient(host.api).post('/newsletters/audience', {})).status).toBe(403)
  })

  it.each([
    [{ list: [1] }, 'audience.list'],
    [{ lists: ["1'; DROP TABLE mails; --"] }, 'audience.lists'],
    [{ lastOrder: { from: '2024-13-01' } }, 'audience.lastOrder.from'],
  ])('%j is refused when it is counted and when it is saved', async (definition, path) => {
    const counted = await marketing.post('/newsletters/audience', { definition })
    expect(counted.status).toBe(400)
    expect(JSON.stringify(counted.body)).toContain(path)
    const saved = await marketing.post('/newsletters', { name: 'a', subject: 'b', audience: definition })
    expect(saved.status).toBe(400)
    expect(JSON.stringify(saved.body)).toContain(path)
  })
})
