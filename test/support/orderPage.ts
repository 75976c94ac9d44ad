import type { Page } from '@playwright/test'
import { employ, signedIn } from './adminPage.js'
import { eventually } from './eventually.js'
import { startSite } from './site.js'

/** A customer, four products, and the page of the customer's orders as somebody of the sales staff sees it. */
export async function startOrderPage() {
  const site = await startSite()
  const admin = await employ(site, 'admin')
  const sales = await employ(site, 'sales')
  const create = async (collection: 'customers' | 'orders' | 'products', data: object) =>
    (await site.payload.create({ collection, data, overrideAccess: true })).id
  const customer = await create('customers', { company: 'Hofladen Nord', email: 'hofladen@nord.test' })
  const product = async (name: string, price: number, taxRate: number, active = true) =>
    create('products', { name, price, taxRate, active })
  const apple = await product('Apfelsaft', 1250, 19)
  const honey = await product('Blütenhonig', 749, 7)
  await product('Assam Blatt', 333, 7)
  await product('Alter Ladenhüter', 100, 19, false)
  const page = await signedIn(site, sales)
  const base = `/admin/collections/customers/${customer}/orders`
  const list = (on: Page = page) => on.getByRole('navigation', { name: 'Bestellungen', exact: true })
  return {
    site,
    admin,
    sales,
    apple,
    honey,
    page,
    base,
    list,
    entry: (name: string, on: Page = page) => list(on).getByRole('link', { name }),
    /** Waits until the total reads like this. */
    shows: (text: string, on: Page = page) =>
      eventually(async () => {
        const total = await on.locator('#crm-order-total').textContent()
        return (total ?? '').replace(/\s/g, ' ') === text
      }),
    stored: (id: number | string) =>
      site.payload.findByID({ collection: 'orders', id, depth: 0, overrideAccess: true }),
    newOrder: (name: string, more: object = {}) =>
      create('orders', { customer, name, lines: [{ product: apple, quantity: 2 }], ...more }),
    open: async (id: number | string, on: Page = page) => {
      await on.goto(`${base}?entry=${id}`)
      await on.locator('#field-name').waitFor()
    },
    /** Presses a button of the order and says yes to the question. */
    act: async (action: string, on: Page = page) => {
      await on.click(`#crm-${action}`)
      await on.click('#confirm-action')
    },
  }
}
