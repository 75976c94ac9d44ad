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

describe('Kunden/Aktivitäten', () => {
  it('Unter Aktivitäten können Sie einem Benutzer Aktivitäten zuweisen. Dazu klicken Sie auf den Plus-Button. Darauf erscheint ein neues Feld, in dem Sie die Aktivitätsdaten eintragen.', async () => {
    await page.goto(of(customer))
    await page.getByText('Noch keine Aktivität.').waitFor()
    await page.getByRole('link', { name: 'Neue Aktivität' }).click()
    await page.locator('#field-name').waitFor()
    expect(await page.inputValue('#field-name')).toBe('')
    expect(await page.locator('#field-customer').count()).toBe(0)
  })

  it('Sobald Sie eine Aktivität gespeichert haben, wird diese links in einer Liste eingefügt. Ist der Punkt neben dem Aktivitätsnamen rot, ist diese noch unerledigt, ist er grün, ist sie erledigt.', async () => {
    await page.goto(`${of(customer)}?entry=new`)
    await page.fill('#field-name', 'Angebot nachfassen')
    await page.fill('#field-dueDate', '31.12.2026')
    await page.click('#action-save')
    await entry('Angebot nachfassen').waitFor()
    await page.waitForURL(/\?entry=\d+$/)
    expect(await entry('Angebot nachfassen').textContent()).toContain('Offen')
    expect(await entry('Angebot nachfassen').textContent()).toContain('fällig 31.12.2026')
    expect(await entry('Angebot nachfassen').getAttribute('aria-current')).toBe('true')
    const dot = list().getByRole('button', { name: '„Angebot nachfassen“ als erledigt markieren' })
    const colour = () => colourOf(list().locator('[data-done]').first())
    expect(await colour()).toBe('rgb(198, 40, 40)')
    await dot.click()
    await list().getByRole('button', { name: 'wieder als offen' }).waitFor()
    expect(await entry('Angebot nachfassen').textContent()).toContain('Erledigt')
    expect(await colour()).toBe('rgb(46, 125, 50)')
    const id = page.url().split('entry=')[1] ?? ''
    expect(await stored(id)).toMatchObject({ done: true, dueDate: '2026-12-31T12:00:00.000Z' })
    // The form that stands open says so too.
    await eventually(() => page.locator('input[name=done]').isChecked())
  })

  it('In dem Feld ist die obere Hälfte für den Namen, die Beschreibung, den Autor und die Aktion mit dem eventuell zugehörigen Partner. Die untere Hälfte dient zum Erfassen eines Ansprechpartners.', async () => {
    await open(await newActivity('Hälften'))
    const top = async (selector: string) => (await page.locator(selector).first().boundingBox())?.y ?? 0
    const upper = ['#field-name', '#field-description', '#field-author', '#field-action', '#field-partner']
    const half = await top('#field-contact')
    for (const selector of upper) expect(await top(selector), selector).toBeLessThan(half)
    for (const part of ['firstName', 'lastName', 'email', 'phone'])
      expect(await top(`#field-contact__${part}`), part).toBeGreaterThan(half)
  })

  it('Der Ansprechpartner wird mit einem Griff von denen des Kunden übernommen.', async () => {
    const id = await newActivity('Mit Ansprechpartner')
    await open(id)
    await page.getByLabel('Vom Kunden übernehmen:').selectOption({ label: 'Erika Größl' })
    expect(await page.inputValue('#field-contact__lastName')).toBe('Größl')
    await page.click('#action-save')
    await eventually(async () => (await stored(id)).contact?.lastName === 'Größl')
    expect(await stored(id)).toMatchObject({
      contact: { salutation: 'ms', firstName: 'Erika', email: 'erika@groessl.test' },
    })
  })

  it('Um eine Aktivität speichern zu können, muss dieser ein Name zugewiesen werden.', async () => {
    await page.goto(`${of(customer)}?entry=new`)
    await checked(page, () => page.fill('#field-description', 'ohne Namen'))
    await page.click('#action-save')
    await page.locator('.field-error', { hasText: 'Bitte ausfüllen.' }).waitFor()
    expect(await page.inputValue('#field-description')).toBe('ohne Namen')
    const where = { description: { equals: 'ohne Namen' } }
    const { totalDocs } = await site.payload.count({ collection: 'activities', where, overrideAccess: true })
    expect(totalDocs).toBe(0)
  })

  it('Über die Schaltflächen kann der Eintrag geschlossen, gespeichert oder gelöscht werden.', async () => {
    const id = await newActivity('Wird gelöscht')
    await open(id)
    await page.getByRole('link', { name: 'Schließen' }).click()
    await page.waitForURL((url) => url.pathname === of(customer) && url.search === '')
    await page.getByText('Wählen Sie eine Aktivität').waitFor()
    await entry('Wird gelöscht').click()
    await page.fill('#field-description', 'kurz')
    await page.keyboard.press('Control+s')
    await eventually(async () => (await stored(id)).description === 'kurz')
    await page.getByRole('button', { name: 'Löschen' }).click()
    await page.getByRole('dialog').getByText('Wird gelöscht', { exact: true }).waitFor()
    await page.click('#confirm-action')
    await page.waitForURL((url) => url.search === '')
    await entry('Wird gelöscht').waitFor({ state: 'detached' })
    const where = { id: { equals: id } }
    const { totalDocs } = await site.payload.count({ collection: 'activities', where, overrideAccess: true })
    expect(totalDocs).toBe(0)
  })

  it('Wenn Sie eine Aktivität zum Bearbeiten öffnen, werden Sie auf den Kunden weitergeleitet, den diese Aktivität betrifft.', async () => {
    const id = await newActivity('Von überall')
    await page.goto(`/admin/collections/activities/${id}`)
    await page.waitForURL(`**${of(customer)}?entry=${id}`)
    await eventually(async () => (await page.inputValue('#field-name')) === 'Von überall')
    await page.reload()
    await eventually(async () => (await page.inputValue('#field-name')) === 'Von überall')
    await page.getByRole('link', { name: 'Schließen' }).click()
    await page.getByText('Wählen Sie eine Aktivität').waitFor()
    await page.goBack()
    await eventually(async () => (await page.inputValue('#field-name')) === 'Von überall')
  })

  it('Ein Eintrag eines anderen Kunden wird unter diesem nicht gezeigt.', async () => {
    const id = await newActivity('Fremd', await newCustomer('Andere GmbH'))
    await page.goto(`${of(customer)}?entry=${id}`)
    await page.getByText('Diesen Eintrag gibt es bei diesem Kunden nicht (mehr).').waitFor()
    expect(await page.locator('#field-name').count()).toBe(0)
  })
})

describe('unsaved changes', () => {
  const dialogue = (on: Page = page) => on.getByRole('dialog').filter({ hasText: 'nicht gespeichert' })

  it.each([
    ['another entry', () => entry('Zweite').click()],
    ['another Reiter', () => page.getByRole('link', { name: 'Basisdaten' }).click()],
    ['another page', () => page.getByRole('link', { name: 'Schließen' }).click()],
    ['the back button of the browser', () => page.evaluate(() => window.history.back())],
  ])('are asked about before they give way to %s', async (_, leave) => {
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
  })

  it('survive the one click that marks the open entry as done', async () => {
    const id = await newActivity('Beides zugleich')
    await open(id)
    await checked(page, () => page.fill('#field-description', 'noch nicht gespeichert'))
    await list().getByRole('button', { name: '„Beides zugleich“ als erledigt markieren' }).click()
    await eventually(() => page.locator('input[name=done]').isChecked())
    expect(await page.inputValue('#field-description')).toBe('noch nicht gespeichert')
    await page.click('#action-save')
    await eventually(async () => (await stored(id)).description === 'noch nicht gespeichert')
    expect(await stored(id)).toMatchObject({ done: true })
  })

  it('are not overwritten unseen by somebody who saved before', async () => {
    const id = await newActivity('Zwei Leute')
    await open(id)
    await new Promise((resolve) => setTimeout(resolve, 20))
    await site.payload.update({ collection: 'activities', id, data: { description: 'von Vera' } })
    await page.fill('#field-name', 'Zwei Leute!')
    const stale = page.locator('.document-stale-data')
    await stale.waitFor()
    await stale.getByRole('button').first().click()
    await eventually(async () => (await page.inputValue('#field-description')) === 'von Vera')
  })
})

describe('a day', () => {
  it.each(['32.12.2026', '12/31/2026', 'bald'])(
    'typed as %s is refused beside the field and not saved as the one before',
    async (text) => {
      const id = await newActivity('Termin', customer, { dueDate: '2026-03-01T12:00:00.000Z' })
      await open(id)
      expect(await page.inputValue('#field-dueDate')).toBe('01.03.2026')
      await page.fill('#field-dueDate', text)
      await page.click('#action-save')
      await page.locator('#field-dueDate-error', { hasText: 'Das ist kein lesbares Datum.' }).waitFor()
      await page.getByText('Ein Feld ist nicht lesbar.').waitFor()
      expect(await page.inputValue('#field-dueDate')).toBe(text)
      await page.fill('#field-dueDate', '2.3.2026')
      await page.click('#action-save')
      await eventually(async () => (await stored(id)).dueDate === '2026-03-02T12:00:00.000Z')
      expect(await page.inputValue('#field-dueDate')).toBe('02.03.2026')
      await page.getByText('Montag, 2. März 2026').waitFor()
    },
  )
})

describe('everybody', () => {
  it('reads the page in English too', async () => {
    const english = await signedIn(site, sales, 'en')
    await english.goto(`${of(customer)}?entry=new`)
    await english.fill('#field-name', 'Call back')
    await english.fill('#field-dueDate', '31/12/2026')
    await english.click('#action-save')
    const entries = english.getByRole('navigation', { name: 'Activities', exact: true })
    await entries.getByRole('link', { name: 'Call back' }).waitFor()
    expect(await entries.textContent()).toContain('due 31/12/2026')
    // The entries' names are data.
    const around = (await english.innerText('body')).replace(await entries.innerText(), '')
    expect(around).not.toMatch(/Aktivität|Ansprechpartner|Schließen|Fällig/)
  })

  it('can use it with a keyboard, with a screen reader and in the dark', async () => {
    await open(await newActivity('Barrierefrei'))
    expect(await violations(page)).toEqual([])
    await page.goto(of(customer))
    await list().waitFor()
    expect(await violations(page)).toEqual([])
  })

  it('can use it on a phone: the list, then the form alone, nothing wider than the screen', async () => {
    const small = await signedIn(site, sales, 'de', phone)
    const id = await newActivity('Unterwegs angelegt')
    await small.goto(of(customer))
    await entry('Unterwegs angelegt', small).click()
    await small.locator('#field-name').waitFor()
    expect(await list(small).isVisible()).toBe(false)
    const form = await small.locator('.collection-edit').boundingBox()
    expect((form?.x ?? 0) + (form?.width ?? 0)).toBeLessThanOrEqual(phone.width)
    await small.fill('#field-description', 'vom Telefon')
    await small.click('#action-save')
    await eventually(async () => (await stored(id)).description === 'vom Telefon')
    await small.getByRole('link', { name: 'Schließen' }).click()
    await list(small).waitFor()
  })
})
