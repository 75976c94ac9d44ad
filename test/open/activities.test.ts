import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checked, colourOf, employ, phone, signedIn, violations } from '../support/adminPage.js'
import { eventually } from '../support/eventually.js'
import { startSite, type Site } from '../support/site.js'

let site: Site
let page: Page
let sales: string
let customer: number | string

beforeAll(async () => {
  site = await startSite()
  await employ(site, 'admin')
  sales = await employ(site, 'sales')
  customer = await newCustomer('Bäckerei Größl')
  page = await signedIn(site, sales)
})
afterAll(() => site.close())

async function newCustomer(company: string) {
  const { id } = await site.payload.create({
    collection: 'customers',
    data: {
      company,
      contacts: [{ salutation: 'ms', firstName: 'Erika', lastName: 'Größl', email: 'erika@groessl.test' }],
    },
    overrideAccess: true,
  })
  return id
}
const newActivity = async (name: string, of: number | string = customer, more: object = {}) =>
  (
    await site.payload.create({
      collection: 'activities',
      data: { customer: of, name, ...more },
      overrideAccess: true,
    })
  ).id
const stored = (id: number | string) =>
  site.payload.findByID({ collection: 'activities', id, depth: 0, overrideAccess: true })
const of = (id: number | string) => `/admin/collections/customers/${id}/activities`
const list = (on: Page = page) => on.getByRole('navigation', { name: 'Aktivitäten', exact: true })
const entry = (name: string, on: Page = page) => list(on).getByRole('link', { name })
const open = async (id: number | string, on: Page = page) => {
  await on.goto(`${of(customer)}?entry=${id}`)
  await on.locator('#field-name').waitFor()
}

describe('unsaved changes', () => {
  const dialogue = (on: Page = page) => on.getByRole('dialog').filter({ hasText: 'nicht gespeichert' })

  it.each([['the back button of the browser', () => page.evaluate(() => window.history.back())]])(
    'are asked about before they give way to %s',
    async (_, leave) => {
      // From one entry to the other, so that the page is alive: a click before that loads a page of its own, and the browser
      // itself asks before it goes back to another page.
      const id = await newActivity('Erste')
      await open(await newActivity('Zweite'))
      await entry('Erste').first().click()
      await eventually(async () => (await page.inputValue('#field-name')) === 'Erste')
      const here = page.url()
      await page.fill('#field-name', 'Noch nicht gespeichert')
      await leave()
      await dialogue().waitFor()
      await page.click('#confirm-cancel')
      await dialogue().waitFor({ state: 'detached' })
      expect(page.url()).toBe(here)
      expect(await page.inputValue('#field-name')).toBe('Noch nicht gespeichert')
      await leave()
      await dialogue().waitFor()
      await page.click('#confirm-action')
      await page.waitForURL((url) => url.href !== here)
      expect((await stored(id)).name).toBe('Erste')
      for (const name of ['Erste', 'Zweite'])
        await site.payload.delete({ collection: 'activities', where: { name: { equals: name } } })
    },
  )
})
