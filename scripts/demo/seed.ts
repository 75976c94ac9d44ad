/** Fills an empty database with the demo's data, through the Local API, so that every hook has its say. */
import { getPayload, type Payload } from 'payload'
import config from '../../dev/payload.config.js'
import * as data from './catalogue.js'
import { seedNewsletters } from './newsletters.js'
import { createRandom, type Random } from './random.js'

const counts = { customers: 60, activities: 200, orders: 150 }
const day = 86_400_000
const random = createRandom(20_261_124)
const payload = await getPayload({ config })
await seed(payload, random)
process.exit(0)

type Id = string | number

async function seed(payload: Payload, random: Random): Promise<void> {
  const create = async (collection: string, doc: object) =>
    (await payload.create({ collection, data: doc, depth: 0 })).id
  const people = { admin: 'Demo', sales: 'Vera Vertrieb', marketing: 'Max Marketing' }
  const staff: Id[] = []
  for (const [role, name] of Object.entries(people)) {
    const email = role === 'admin' ? 'demo@mozaikoo.test' : `${role}@mozaikoo.test`
    staff.push(await create('users', { email, password: 'demo', name, roles: [role] }))
  }
  await payload.updateGlobal({ slug: 'crm-settings', data: data.settings })
  const products: Id[] = []
  for (const [index, [name, unit, price, taxRate]] of data.products.entries())
    products.push(
      await create('products', { name, unit, price, taxRate, sku: `NK-${1001 + index}`, active: true }),
    )
  const customers: Id[] = []
  for (let n = 0; n < counts.customers; n += 1) customers.push(await create('customers', customer(random, n)))
  for (let n = 0; n < counts.activities; n += 1)
    await create('activities', activity(random, random.pick(customers), random.pick(staff)))
  for (let n = 0; n < counts.orders; n += 1) await order(payload, random, n, random.pick(customers), products)
  const login = { email: 'marketing@mozaikoo.test', password: 'demo' }
  await seedNewsletters(payload, random, products, login)
  // Only now: what is no longer sold can stand in old orders.
  for (const id of products.slice(-2))
    await payload.update({ collection: 'products', id, data: { active: false } })
}

function customer(random: Random, n: number) {
  const owner = random.pick(data.surnames)
  const [postalCode, city, country] = random.pick(data.places)
  const host = `kunde${n + 1}.example`
  const contacts = Array.from({ length: random.int(n % 12 === 0 ? 0 : 1, 3) }, (_, index) => {
    const salutation = random.pick(['ms', 'mr'] as const)
    const lastName = index === 0 ? owner : random.pick(data.surnames)
    return {
      salutation,
      firstName: random.pick(data.firstNames[salutation]),
      lastName,
      position: random.pick(['Inhaber/in', 'Einkauf', 'Buchhaltung', 'Filialleitung']),
      email: `kontakt${index + 1}@${host}`,
      phone: `0${random.int(30, 999)} ${random.int(10_000, 9_999_999)}`,
    }
  })
  return {
    company: `${random.pick(data.trades)} ${owner}${random.pick(['', '', ' GmbH', ' & Söhne', ' e. K.'])}`,
    address: { street: `${random.pick(data.streets)} ${random.int(1, 120)}`, postalCode, city, country },
    contacts,
    email: `info@${host}`,
    website: `https://${host}`,
    language: country === 'NL' ? 'en' : 'de',
    tags: random.chance(0.5) ? [random.pick(['Stammkunde', 'Neukunde', 'Gastronomie', 'Handel'])] : [],
    ...(country === 'DE' && random.chance(0.6)
      ? { bank: { accountHolder: owner, iban: germanIban(random) } }
      : {}),
    notes: random.chance(0.2) ? 'Anlieferung nur bis 10 Uhr.' : null,
  }
}

/** A made-up account with right check digits (ISO 7064, mod 97). */
function germanIban(random: Random): string {
  const account = `37040044${String(random.int(0, 999_999_999)).padStart(10, '0')}`
  const check = 98n - (BigInt(`${account}131400`) % 97n)
  return `DE${String(check).padStart(2, '0')}${account}`
}

function activity(random: Random, customer: Id, author: Id) {
  const action = random.pick(Object.keys(data.activities) as (keyof typeof data.activities)[])
  const done = random.chance(0.6)
  const dueDate = new Date(Date.now() + random.int(done ? -200 : -10, done ? 0 : 30) * day).toISOString()
  return { customer, author, action, done, dueDate, name: random.pick<string>(data.activities[action]) }
}

async function order(
  payload: Payload,
  random: Random,
  n: number,
  customer: Id,
  products: Id[],
): Promise<void> {
  const age = Math.round(((counts.orders - n) / counts.orders) * 330)
  const lines = Array.from({ length: random.int(1, 6) }, () => ({
    product: random.pick(products),
    quantity: random.pick([1, 2, 5, 10, 12, 24]),
  }))
  const discount = random.pick([
    { type: 'none' },
    { type: 'none' },
    { type: 'percent', percent: random.pick([2, 5, 7.5, 10]) },
    { type: 'amount', amount: random.pick([150, 250]) },
  ])
  const bookingDate = new Date(Date.now() - age * day).toISOString()
  const { id } = await payload.create({
    collection: 'orders',
    data: { customer, name: random.pick(data.orderNames), bookingDate, lines, discount },
    depth: 0,
  })
  // Old orders are done and were confirmed before this CRM: no mail. A few recent ones are confirmed with one.
  const status =
    age > 30
      ? random.chance(0.9)
        ? 'done'
        : 'cancelled'
      : random.pick(['open', 'open', 'confirmed', 'done'])
  if (status !== 'open') await payload.update({ collection: 'orders', id, data: { status }, depth: 0 })
}
