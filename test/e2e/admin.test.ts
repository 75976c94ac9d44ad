import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '../support/client.js'
import { startSite, type Site } from '../support/site.js'

let site: Site
const email = 'admin@mozaikoo.test'
const password = 'secret-password'

beforeAll(async () => {
  site = await startSite()
  await site.payload.create({
    collection: 'users',
    data: { email, password, name: 'Erika' },
    overrideAccess: true,
  })
})
afterAll(() => site.close())

async function signedIn(locale: 'de' | 'en'): Promise<Page> {
  const context = await site.open(locale)
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto('/admin/login')
  await page.fill('#field-email', email)
  await page.fill('#field-password', password)
  await page.click('button[type=submit]')
  await page.waitForURL('**/admin')
  return page
}

describe('the admin panel of the example host', () => {
  it('shows the collections in German and English', async () => {
    const german = await signedIn('de')
    await german.goto('/admin/collections/customers')
    for (const name of ['Kunden', 'Aktivitäten', 'Bestellungen', 'Produkte', 'Postausgang', 'Einstellungen'])
      expect(await german.textContent('body')).toContain(name)
    const english = await signedIn('en')
    await english.goto('/admin/collections/customers')
    for (const name of ['Customers', 'Activities', 'Orders', 'Products', 'Outbox', 'Settings'])
      expect(await english.textContent('body')).toContain(name)
  })

  it('saves a customer, and says which fields keep it from doing so', async () => {
    const page = await signedIn('de')
    await page.goto('/admin/collections/customers/create')
    await page.fill('#field-company', '   ')
    await page.fill('#field-bank__iban', 'DE00 1234')
    await page.click('#action-save')
    await page.getByText('Die folgenden Felder sind nicht korrekt').first().waitFor()
    const body = await page.textContent('body')
    expect(body).toContain('Bankverbindung → IBAN')
    expect(body).toContain('Firma')
    await page.fill('#field-company', 'Bäckerei Größl')
    await page.fill('#field-bank__iban', 'de89 3704 0044 0532 0130 00')
    await page.click('#action-save')
    await page.waitForURL(/customers\/\d+/)
    const { docs } = await site.payload.find({ collection: 'customers', overrideAccess: true })
    expect(docs[0]).toMatchObject({
      company: 'Bäckerei Größl',
      customerNumber: '10001',
      bank: { iban: 'DE89370400440532013000' },
    })
  })
})

describe('the GraphQL API of the production build', () => {
  it('creates, refuses a stale revision and never trusts a total', async () => {
    const login = await createClient(`${site.url}/api`).post('/users/login', { email, password })
    const api = createClient(`${site.url}/api`, (login.body as { token: string }).token, 'en')
    const graphql = async (query: string) => (await api.post('/graphql', { query })).body
    const customer = (await graphql('mutation { createCustomer(data: { company: "Acme" }) { id } }')).data
      .createCustomer.id
    const created =
      await graphql(`mutation { createOrder(data: { customer: ${customer}, name: "A", totals: { gross: 1 },
      lines: [{ name: "Tea", quantity: 3, unitPrice: 333, taxRate: 19 }] }) { id revision totals { gross } } }`)
    expect(created.data.createOrder).toMatchObject({ revision: 1, totals: { gross: 999 + 190 } })
    const { id } = created.data.createOrder
    const update = (revision: number, name: string) =>
      graphql(
        `mutation { updateOrder(id: ${id}, data: { name: "${name}", revision: ${revision} }) { name revision } }`,
      )
    expect((await update(1, 'B')).data.updateOrder).toMatchObject({ name: 'B', revision: 2 })
    const stale = await update(1, 'C')
    expect(JSON.stringify(stale.errors)).toContain('Somebody else has changed this order')
    expect(stale.errors[0].extensions).toMatchObject({ statusCode: 409, data: { revision: 2 } })
    expect((await api.post(`/orders/${id}/confirm`)).status).toBe(422)
  })
})
