import type { Page, Request } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checked, employ, fitsWindow, phone, signedIn, violations } from '../support/adminPage.js'
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
  it('Jeder Eintrag hat drei Reiter: Basisdaten, Aktivitäten, Bestellungen. Um auf die Reiter Aktivitäten bzw. Bestellungen zugreifen zu können, muss der Kunde vorher gespeichert werden.', async () => {
    await page.goto(`${list}/create`)
    await page.locator('#field-company').waitFor()
    for (const name of ['Aktivitäten', 'Bestellungen']) {
      expect(await tab(name).getAttribute('aria-disabled')).toBe('true')
      expect(await tab(name).getAttribute('href')).toBeNull()
    }
    expect(await tab('Basisdaten').getAttribute('aria-current')).toBe('page')
    await page.getByText('sobald der Kunde gespeichert ist').waitFor()
    await page.fill('#field-company', 'Weinkontor Süd')
    await page.click('#action-save')
    await page.waitForURL(/customers\/\d+$/)
    for (const name of ['Aktivitäten', 'Bestellungen', 'Basisdaten']) {
      await tab(name).click()
      await eventually(async () => (await tab(name).getAttribute('aria-current')) === 'page')
    }
    expect(await page.getByText('sobald der Kunde gespeichert ist').count()).toBe(0)
  })

  it('Um einen Kunden speichern zu können, muss zwingend ein Firmenname eingetragen sein.', async () => {
    await page.goto(`${list}/create`)
    await checked(page, () => page.fill('#field-address__city', 'Husum'))
    await page.click('#action-save')
    await page.locator('.field-error', { hasText: 'Bitte ausfüllen.' }).waitFor()
    expect(await page.inputValue('#field-address__city')).toBe('Husum')
    const where = { 'address.city': { equals: 'Husum' } }
    expect(
      (await site.payload.count({ collection: 'customers', where, overrideAccess: true })).totalDocs,
    ).toBe(0)
  })

  it('The mark of a refused save stays when an answer about the form as it was before comes late.', async () => {
    const asksForState = (request: Request) => request.postData()?.includes('"form-state"') === true
    let answers = 0
    let release = () => {}
    const refused = new Promise<void>((resolve) => (release = resolve))
    await page.goto(`${list}/create`)
    await page.locator('#field-company').waitFor()
    await page.route('**/customers/create', async (route, request) => {
      if (asksForState(request) && answers === 0) await refused
      await route.continue()
    })
    const late = page.waitForRequest(asksForState)
    await page.fill('#field-address__city', 'Flensburg')
    await late
    const second = page.waitForResponse((response) => asksForState(response.request()) && ++answers === 2)
    const refusal = page.waitForResponse((response) => response.status() === 400)
    await page.click('#action-save')
    await refusal
    release()
    await second
    await page.locator('.field-error', { hasText: 'Bitte ausfüllen.' }).waitFor()
    await page.unroute('**/customers/create')
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

  it('Über die Schaltflächen kann der Eintrag geschlossen, gespeichert oder gelöscht werden.', async () => {
    const id = await newCustomer('Wird gelöscht KG')
    await site.payload.create({
      collection: 'activities',
      data: { customer: id, name: 'hängt daran' },
      overrideAccess: true,
    })
    await open(id)
    await page.fill('#field-notes', 'kurz')
    await page.keyboard.press('Control+s')
    const stored = () =>
      site.payload.findByID({ collection: 'customers', id, overrideAccess: true, disableErrors: true })
    await eventually(async () => (await stored())?.notes === 'kurz')
    await page.getByRole('link', { name: 'Schließen' }).click()
    await page.waitForURL((url) => url.pathname === list)
    await open(id)
    await page.click('#crm-delete')
    const dialogue = page.getByRole('dialog').filter({ hasText: 'Wird gelöscht KG' })
    await dialogue.waitFor()
    expect(await dialogue.textContent()).toContain('1 Aktivität(en) und 0 offene Bestellung(en)')
    await page.click('#confirm-action')
    await page.waitForURL((url) => url.pathname === list)
    expect(await stored()).toBeNull()
    const where = { name: { equals: 'hängt daran' } }
    expect((await site.payload.count({ collection: 'activities', where })).totalDocs).toBe(0)
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
    const dialogue = page.getByRole('dialog').filter({ hasText: 'Das lässt sich nicht löschen' })
    await dialogue.getByText('nummerierte Bestellungen').waitFor()
    expect(await dialogue.textContent()).toContain('Bleibt AG')
    await page.click('#confirm-action')
    await dialogue.waitFor({ state: 'detached' })
    expect(page.url()).toContain(`${list}/${id}`)
  })
})

describe('unsaved changes of a customer', () => {
  it('are asked about at the back button of the browser, and kept', async () => {
    const id = await newCustomer('Zurück GmbH')
    await page.goto(list)
    await page
      .getByRole('row', { name: /Zurück GmbH/ })
      .getByRole('link')
      .first()
      .click()
    await page.locator('#field-company').waitFor()
    await page.fill('#field-notes', 'noch nicht gespeichert')
    await page.evaluate(() => window.history.back())
    await page.getByRole('dialog').filter({ hasText: 'nicht gespeichert' }).waitFor()
    await page.click('#confirm-cancel')
    expect(page.url()).toContain(`${list}/${id}`)
    expect(await page.inputValue('#field-notes')).toBe('noch nicht gespeichert')
    await page.click('#action-save')
    const stored = () => site.payload.findByID({ collection: 'customers', id, overrideAccess: true })
    await eventually(async () => (await stored()).notes === 'noch nicht gespeichert')
    // Nothing is unsaved any more, so nothing is asked.
    await page.evaluate(() => window.history.back())
    await page.waitForURL((url) => url.pathname === list)
  })
})

describe('marketing', () => {
  it('reads customers without bank data, activities and orders, and changes nothing', async () => {
    const id = await newCustomer('Nur lesen OHG')
    const reader = await signedIn(site, marketing)
    await open(id, reader)
    expect(await reader.locator('#field-company').isDisabled()).toBe(true)
    expect(await reader.locator('#action-save, #crm-delete, #field-bank__iban').count()).toBe(0)
    expect(await reader.content()).not.toContain('DE89370400440532013000')
    expect(await tab('Aktivitäten', reader).count()).toBe(0)
    await reader.goto(`${list}/${id}/orders`)
    await reader.getByText('Für diesen Bereich fehlt Ihnen die Berechtigung.').waitFor()
  })
})

describe('everybody', () => {
  it('can use it with a keyboard, with a screen reader and in the dark', async () => {
    await page.goto(`${list}/create`)
    await page.locator('#field-company').waitFor()
    expect(await violations(page)).toEqual([])
    await open(await newCustomer('Barrierefrei eG'))
    expect(await violations(page)).toEqual([])
  })

  it('reads the page in English too', async () => {
    const english = await signedIn(site, sales, 'en')
    await english.goto(`${list}/create`)
    await english.locator('#field-company').waitFor()
    const text = await english.innerText('body')
    for (const word of ['Master data', 'Activities', 'Orders', 'Close', 'Save', 'Bank'])
      expect(text).toContain(word)
    expect(text).not.toMatch(/Kunde|Speichern|Schließen|Anschrift|crm:/)
  })

  it('reads the title of the browser’s tab in their language', async () => {
    const id = await newCustomer('Titel AG')
    const english = await signedIn(site, sales, 'en')
    for (const place of ['', '/activities', '/orders']) {
      await page.goto(`${list}/${id}${place}`)
      await eventually(async () => (await page.title()).startsWith('Bearbeiten - Kunde'))
      await english.goto(`${list}/${id}${place}`)
      await eventually(async () => (await english.title()).startsWith('Editing - Customer'))
    }
  })

  it('can use it on a phone, in one column, with nothing wider than the screen', async () => {
    const small = await signedIn(site, sales, 'de', phone)
    await open(await newCustomer('Unterwegs UG'), small)
    await fitsWindow(small)
    const box = async (selector: string) =>
      (await small.locator(selector).first().boundingBox()) ?? { x: 0, y: 0 }
    expect((await box('#field-bank__iban')).y).toBeGreaterThan((await box('#field-contacts')).y)
  })
})
