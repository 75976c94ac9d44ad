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

describe('Kunden bearbeiten/hinzufügen', () => {
  it('Um einen Kunden speichern zu können, muss zwingend ein Firmenname eingetragen sein.', async () => {
    await page.goto(`${list}/create`)
    await checked(page, () => page.fill('#field-address__city', 'Flensburg'))
    await page.click('#action-save')
    await page.locator('.field-error', { hasText: 'Bitte ausfüllen.' }).waitFor()
    expect(await page.inputValue('#field-address__city')).toBe('Flensburg')
    expect((await site.payload.count({ collection: 'customers', overrideAccess: true })).totalDocs).toBe(0)
  })

  it('Die linke Hälfte der Eingabefelder ist für Name, Anschrift und den Ansprechpartner des Kunden, die rechte Hälfte für die Kontoinformationen.', async () => {
    await open(await newCustomer('Hälften GmbH'))
    const x = async (selector: string) => (await page.locator(selector).first().boundingBox())?.x ?? 0
    const middle = await x('#field-bank')
    expect(middle).toBeGreaterThan(500)
    for (const left of [
      '#field-company',
      '#field-address__street',
      '#field-address__city',
      '#field-contacts',
    ])
      expect(await x(left), left).toBeLessThan(middle)
    for (const right of ['accountHolder', 'iban', 'bic', 'bankName'])
      expect(await x(`#field-bank__${right}`), right).toBeGreaterThanOrEqual(middle)
    const y = async (selector: string) => (await page.locator(selector).first().boundingBox())?.y ?? 0
    expect(Math.abs((await y('#field-bank')) - (await y('#field-company')))).toBeLessThan(100)
  })

  it('Ein Kunde mit bestätigter Bestellung bleibt, und der Grund wird gesagt.', async () => {
    const id = await newCustomer('Bleibt AG')
    const order = await site.payload.create({
      collection: 'orders',
      data: { customer: id, name: 'Eins', lines: [{ name: 'Tee', quantity: 1, unitPrice: 100 }] },
      overrideAccess: true,
    })
    await site.payload.update({ collection: 'orders', id: order.id, data: { status: 'done' } })
    await open(id)
    await page.click('#crm-delete')
    await page.click('#confirm-action')
    await page.getByText('nummerierte Bestellung').first().waitFor()
    expect(page.url()).toContain(`${list}/${id}`)
  })
})

describe('unsaved changes of a customer', () => {})

describe('marketing', () => {})

describe('everybody', () => {
  it('can use it with a keyboard, with a screen reader and in the dark', async () => {
    await page.goto(`${list}/create`)
    await page.locator('#field-company').waitFor()
    expect(await violations(page)).toEqual([])
    await open(await newCustomer('Barrierefrei eG'))
    expect(await violations(page)).toEqual([])
  })
})
