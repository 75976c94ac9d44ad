import type { Page } from '@playwright/test'
import { employ, signedIn } from './adminPage.js'
import { startSite } from './site.js'

/** A customer and the page of the customer's activities as somebody of the sales staff sees it. */
export async function startActivityPage() {
  const site = await startSite()
  await employ(site, 'admin')
  const sales = await employ(site, 'sales')
  const newCustomer = async (company: string) => {
    const contacts = [
      { salutation: 'ms' as const, firstName: 'Erika', lastName: 'Größl', email: 'erika@groessl.test' },
    ]
    const data = { company, contacts }
    return (await site.payload.create({ collection: 'customers', data, overrideAccess: true })).id
  }
  const customer = await newCustomer('Bäckerei Größl')
  const page = await signedIn(site, sales)
  const base = `/admin/collections/customers/${customer}/activities`
  const list = (on: Page = page) => on.getByRole('navigation', { name: 'Aktivitäten', exact: true })
  return {
    site,
    sales,
    page,
    base,
    list,
    newCustomer,
    entry: (name: string, on: Page = page) => list(on).getByRole('link', { name }),
    stored: (id: number | string) =>
      site.payload.findByID({ collection: 'activities', id, depth: 0, overrideAccess: true }),
    newActivity: async (name: string, more: object = {}) => {
      const data = { customer, name, ...more }
      return (await site.payload.create({ collection: 'activities', data, overrideAccess: true })).id
    },
    open: async (id: number | string, on: Page = page) => {
      await on.goto(`${base}?entry=${id}`)
      await on.locator('#field-name').waitFor()
    },
  }
}
