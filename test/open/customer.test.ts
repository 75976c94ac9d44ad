import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checked, employ, phone, signedIn, violations } from '../support/adminPage.js'
import { eventually } from '../support/eventually.js'
import { startSite, type Site } from '../support/site.js'

let site: Site
let page: Page
let sales: string
let marketing: string

beforeAll(async () => {
  site = await startSite()
  await employ(site, 'admin')
  sales = await employ(site, 'sales')
  marketing = await employ(site, 'marketing')
  page = await signedIn(site, sales)
})
afterAll(() => site.close())

const list = '/admin/collections/customers'
const newCustomer = async (company: string) =>
  (
    await site.payload.create({
      collection: 'customers',
      data: {
        company,
        bank: { accountHolder: 'Größl', iban: 'DE89370400440532013000' },
        contacts: [{ salutation: 'ms', firstName: 'Erika', lastName: 'Größl' }],
      },
      overrideAccess: true,
    })
  ).id
const open = async (id: number | string, on: Page = page) => {
  await on.goto(`${list}/${id}`)
  await on.locator('#field-company').waitFor()
}
const tab = (name: string, on: Page = page) =>
  on.getByRole('navigation', { name: 'Bereiche des Kunden' }).getByRole('link', { name, exact: true })

describe('everybody', () => {
  it('can use it with a keyboard, with a screen reader and in the dark', async () => {
    await page.goto(`${list}/create`)
    await page.locator('#field-company').waitFor()
    expect(await violations(page)).toEqual([])
    await open(await newCustomer('Barrierefrei eG'))
    expect(await violations(page)).toEqual([])
  })
})
