import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { employ, phone, signedIn, violations } from '../support/adminPage.js'
import { eventually } from '../support/eventually.js'
import { startSite, type Site } from '../support/site.js'

let site: Site
let page: Page
let admin: string
let sales: string
let customer: number | string
const products: Record<string, number | string> = {}

beforeAll(async () => {
  site = await startSite()
  admin = await employ(site, 'admin')
  sales = await employ(site, 'sales')
  const create = async (collection: 'customers' | 'products', data: object) =>
    (await site.payload.create({ collection, data: data, overrideAccess: true })).id
  customer = await create('customers', { company: 'Hofladen Nord', email: 'hofladen@nord.test' })
  for (const [name, price, taxRate, active] of [
    ['Apfelsaft', 1250, 19, true],
    ['Assam Blatt', 333, 7, true],
    ['Blütenhonig', 749, 7, true],
    ['Alter Ladenhüter', 100, 19, false],
  ] as const)
    products[name] = await create('products', { name, price, taxRate, active, sku: `NK-${name.length}` })
  page = await signedIn(site, sales)
})
afterAll(() => site.close())

const base = () => `/admin/collections/customers/${customer}/orders`
const list = (on: Page = page) => on.getByRole('navigation', { name: 'Bestellungen', exact: true })
const entry = (name: string, on: Page = page) => list(on).getByRole('link', { name })
const total = (on: Page = page) => on.locator('#crm-order-total').textContent()
const shows = (text: string, on: Page = page) =>
  eventually(async () => ((await total(on)) ?? '').replace(/\s/g, ' ') === text)
const stored = (id: number | string) =>
  site.payload.findByID({ collection: 'orders', id, depth: 0, overrideAccess: true })

const newOrder = async (name: string, more: object = {}) =>
  (
    await site.payload.create({
      collection: 'orders',
      data: { customer, name, lines: [{ product: products.Apfelsaft, quantity: 2 }], ...more },
      overrideAccess: true,
    })
  ).id
const open = async (id: number | string, on: Page = page) => {
  await on.goto(`${base()}?entry=${id}`)
  await on.locator('#field-name').waitFor()
}
const act = async (action: string, on: Page = page) => {
  await on.click(`#crm-${action}`)
  await on.click('#confirm-action')
}

describe('Kunden/Bestellungen', () => {
  it('Dazu klicken Sie auf den Plus-Button. Darauf erscheint ein neues Feld, in dem Sie die Bestelldaten eintragen. Unter den Feldern Beschreibung und Buchungsdatum finden Sie eine Liste mit verfügbaren Produkten, aus denen Sie die in der Bestellung enthaltenen auswählen können.', async () => {
    await page.goto(base())
    await page.getByRole('link', { name: 'Neue Bestellung' }).click()
    await page.locator('#field-name').waitFor()
    const today = new Intl.DateTimeFormat('de-DE', {
      timeZone: 'Europe/Berlin',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    }).format(new Date())
    expect(await page.inputValue('#field-bookingDate')).toBe(today)
    const apple = page.getByRole('checkbox', { name: /Apfelsaft/ })
    await apple.waitFor()
    expect(await page.getByRole('checkbox', { name: /Ladenhüter/ }).count()).toBe(0)
    const y = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? 0
    const productsAt = (await apple.boundingBox())?.y ?? 0
    expect(await y('#field-description')).toBeLessThan(productsAt)
    expect(await y('#field-bookingDate')).toBeLessThan(productsAt)
  })

  it('Die Preise werden automatisch unterhalb addiert. Über der Gesamtsumme können Sie noch einen Rabatt eingeben, entweder in Prozent oder in Euro.', async () => {
    await page.goto(`${base()}?entry=new`)
    await page.fill('#field-name', 'Herbst')
    await page.getByRole('searchbox').fill('honig')
    await page.getByRole('checkbox', { name: /Blütenhonig/ }).check()
    await page.getByRole('searchbox').fill('')
    // What was ticked before the search stays ticked.
    await page.getByLabel('Menge Apfelsaft').fill('1,5')
    await page.getByRole('button', { name: 'Auswahl übernehmen (2)' }).click()
    expect(await page.locator('table tbody tr').count()).toBe(2)
    // 7,49 × 1 at 7 % and 12,50 × 1,5 = 18,75 at 19 %: 26,24 + 0,52 + 3,56
    await shows('30,32 €')
    await page.locator('#field-lines__0__quantity').fill('10')
    await shows('102,45 €')
    await page.getByText('%', { exact: true }).first().click()
    await page.locator('#field-discount__percent').fill('12,5 %')
    // 93,65 − 11,71 = 81,94: 65,54 at 7 % and 16,40 at 19 %
    await shows('89,65 €')
    await page.getByText('€', { exact: true }).first().click()
    await page.locator('#field-discount__amount').fill('1.000,00 €')
    // Never more than there is.
    await shows('0,00 €')
    await page.locator('#field-discount__amount').fill('3,65')
    await shows('98,45 €')
    const discountAt = (await page.locator('#field-discount__amount').boundingBox())?.y ?? 0
    expect(discountAt).toBeLessThan((await page.locator('#crm-order-total').boundingBox())?.y ?? 0)
    await page.click('#action-save')
    await page.waitForURL(/\?entry=\d+$/)
    const order = await stored(page.url().split('entry=')[1] ?? '')
    expect(order).toMatchObject({
      discount: { type: 'amount', amount: 365, percent: 12.5 },
      totals: { subtotal: 9365, discount: 365, gross: 9845 },
    })
    expect(order.lines?.map((line: any) => [line.product, line.quantity, line.unitPrice])).toEqual([
      [products['Blütenhonig'], 10, 749],
      [products.Apfelsaft, 1.5, 1250],
    ])
  })

  it('Um eine Bestellung speichern zu können, muss dieser ein Name zugewiesen werden.', async () => {
    await page.goto(`${base()}?entry=new`)
    await page.fill('#field-description', 'ohne Namen')
    await page.click('#action-save')
    await page.locator('.field-error', { hasText: 'Bitte ausfüllen.' }).waitFor()
    expect(await page.inputValue('#field-description')).toBe('ohne Namen')
  })

  it('Sobald Sie eine Bestellung gespeichert haben, wird diese links in einer Liste eingefügt. Ist der Punkt neben dem Bestellungsnamen rot, ist diese noch unerledigt, ist er grün, ist sie erledigt.', async () => {
    await page.goto(`${base()}?entry=new`)
    await page.fill('#field-name', 'Adventsmarkt')
    await page.getByRole('checkbox', { name: /Apfelsaft/ }).check()
    await page.getByRole('button', { name: 'Auswahl übernehmen (1)' }).click()
    await page.click('#action-save')
    await entry('Adventsmarkt').waitFor()
    const text = async () => ((await entry('Adventsmarkt').textContent()) ?? '').replace(/\s/g, ' ')
    expect(await text()).toContain('Offen')
    expect(await text()).toContain('14,88 €')
    const dot = list().locator('li', { hasText: 'Adventsmarkt' }).locator('[data-done]')
    const colour = () => dot.evaluate((element) => getComputedStyle(element).backgroundColor)
    expect(await colour()).toBe('rgb(198, 40, 40)')
    await page.waitForURL(/\?entry=\d+$/)
    await page.locator('#crm-complete').waitFor()
    await act('complete')
    await eventually(async () => (await text()).includes('Erledigt'))
    expect(await colour()).toBe('rgb(46, 125, 50)')
  })

  it('Über die Schaltflächen kann der Eintrag geschlossen, gespeichert oder gelöscht werden.', async () => {
    const id = await newOrder('Wird gelöscht')
    await open(id)
    await page.getByRole('link', { name: 'Schließen' }).click()
    await page.waitForURL((url) => url.search === '')
    await entry('Wird gelöscht').click()
    await page.fill('#field-description', 'kurz')
    await page.click('#action-save')
    await eventually(async () => (await stored(id)).description === 'kurz')
    await page.click('#crm-delete')
    await page.click('#confirm-action')
    await entry('Wird gelöscht').waitFor({ state: 'detached' })
  })

  it('Wenn Sie eine Bestellung zum Bearbeiten öffnen, werden Sie auf den Kunden weitergeleitet, den diese Bestellung betrifft.', async () => {
    const id = await newOrder('Von überall')
    await page.goto(`/admin/collections/orders/${id}`)
    await page.waitForURL(`**${base()}?entry=${id}`)
    await eventually(async () => (await page.inputValue('#field-name')) === 'Von überall')
  })

  it('Eine Zeile lässt sich entfernen, und eine ohne Produkt hinzufügen.', async () => {
    const id = await newOrder('Zeilen')
    await open(id)
    await page.getByRole('button', { name: 'Position ohne Produkt hinzufügen' }).click()
    await page.locator('#field-lines__1__name').fill('Fracht')
    await page.locator('#field-lines__1__unitPrice').fill('4,90')
    await page.getByRole('button', { name: 'Position 1 entfernen' }).click()
    await shows('5,83 €')
    await page.click('#action-save')
    await eventually(async () => (await stored(id)).totals?.gross === 583)
    expect((await stored(id)).lines).toMatchObject([
      { name: 'Fracht', quantity: 1, unitPrice: 490, taxRate: 19 },
    ])
  })
})

describe('what is typed', () => {
  it.each([
    ['quantity', '1.5', 'Das ist keine lesbare Menge.'],
    ['quantity', '1,0005', 'Das ist keine lesbare Menge.'],
    ['unitPrice', '12.50', 'Das ist kein lesbarer Betrag.'],
    ['unitPrice', 'zwölf', 'Das ist kein lesbarer Betrag.'],
    ['taxRate', '7.5', 'Das ist kein lesbarer Prozentsatz.'],
  ])('as %s %s is refused beside the field and never saved as the old value', async (field, text, reason) => {
    const id = await newOrder('Tippfehler')
    await open(id)
    const input = page.locator(`#field-lines__0__${field}`)
    await input.fill(text)
    await page.locator('#field-description').focus()
    await page.locator(`#field-lines__0__${field}-error`, { hasText: reason }).waitFor()
    await shows('–')
    await page.click('#action-save')
    await page.getByText('Ein Feld ist nicht lesbar.').first().waitFor()
    expect(await input.inputValue()).toBe(text)
    expect(await stored(id)).toMatchObject({ revision: 1, totals: { gross: 2975 } })
  })

  it('is written the usual way once it is left, and refused by the rules of the order as well', async () => {
    const id = await newOrder('Schreibweise')
    await open(id)
    const price = page.locator('#field-lines__0__unitPrice')
    await price.fill('1234,5')
    await page.locator('#field-description').focus()
    expect(await price.inputValue()).toBe('1.234,50')
    await page.locator('#field-lines__0__quantity').fill('0')
    await page.click('#action-save')
    await page.locator('#field-lines__0__quantity-error', { hasText: 'größer als 0' }).waitFor()
    await page.locator('#field-lines__0__quantity').fill('1')
    await page.click('#action-save')
    await eventually(async () => (await stored(id)).totals?.subtotal === 123_450)
  })

  it('is English in the English interface', async () => {
    const id = await newOrder('English')
    const english = await signedIn(site, sales, 'en')
    await open(id, english)
    await english.locator('#field-lines__0__unitPrice').fill('1,234.56')
    await english.locator('#field-lines__0__quantity').fill('1.5')
    await english.locator('#field-bookingDate').fill('31/12/2026')
    await shows('€2,203.69', english)
    await english.click('#action-save')
    await eventually(async () => (await stored(id)).totals?.subtotal === 185_184)
    expect((await stored(id)).bookingDate).toBe('2026-12-31T12:00:00.000Z')
    expect(await english.innerText('body')).not.toMatch(/Bestellung|Rabatt|Menge|Gesamt/)
  })

  it('counts in the form of a product too', async () => {
    await page.goto(`/admin/collections/products/${products.Apfelsaft}`)
    await page.locator('#field-price').waitFor()
    expect(await page.inputValue('#field-price')).toBe('12,50')
    await page.fill('#field-price', '12.75')
    await page.click('#action-save')
    await page.locator('#field-price-error').waitFor()
    await page.fill('#field-price', '12,50 €')
    await page.fill('#field-taxRate', '19,5 %')
    await page.click('#action-save')
    const read = () =>
      site.payload.findByID({ collection: 'products', id: products.Apfelsaft ?? 0, overrideAccess: true })
    await eventually(async () => (await read()).taxRate === 19.5)
    expect((await read()).price).toBe(1250)
    await site.payload.update({ collection: 'products', id: products.Apfelsaft ?? 0, data: { taxRate: 19 } })
  })
})

describe('the life of an order', () => {
  it('goes on by buttons: confirmed with number and mail, done, and reopened by the administrator only', async () => {
    const id = await newOrder('Lebenslauf')
    await open(id)
    await page.fill('#field-description', 'erst speichern')
    await page.getByText('Bitte speichern Sie zuerst Ihre Änderungen.').waitFor()
    expect(await page.locator('#crm-confirm').isDisabled()).toBe(true)
    await page.click('#action-save')
    await eventually(() => page.locator('#crm-confirm').isEnabled())
    await act('confirm')
    await page.locator('#crm-resend').waitFor()
    const order = await stored(id)
    expect(order).toMatchObject({ status: 'confirmed' })
    expect(await page.innerText('body')).toContain(order.number)
    await page.locator('[data-mail-state=queued]').waitFor()
    await page.getByText('an hofladen@nord.test').waitFor()
    // What is confirmed can be read, not changed.
    expect(await page.locator('#field-name').isDisabled()).toBe(true)
    expect(await page.locator('#field-lines__0__quantity').isDisabled()).toBe(true)
    expect(await page.getByRole('searchbox').count()).toBe(0)
    await page.click('#crm-resend')
    const mails = () => site.payload.count({ collection: 'mails', where: { order: { equals: id } } })
    await eventually(async () => (await mails()).totalDocs === 2)
    await act('complete')
    await eventually(async () => (await stored(id)).status === 'done')
    await page.locator('#crm-complete').waitFor({ state: 'detached' })
    expect(await page.locator('#crm-reopen').count()).toBe(0)
    const boss = await signedIn(site, admin)
    await open(id, boss)
    await act('reopen', boss)
    await eventually(async () => (await stored(id)).status === 'open')
    await boss.locator('#crm-cancel').waitFor()
    await act('cancel', boss)
    await eventually(async () => (await stored(id)).status === 'cancelled')
  })
})

describe('two people at the same order', () => {
  /** Both have typed before either saves, so neither is warned while typing. */
  async function collide(name: string) {
    const id = await newOrder(name)
    const other = await signedIn(site, sales)
    await open(id)
    await open(id, other)
    await page.fill('#field-description', 'von mir')
    await page.locator('#field-lines__0__quantity').fill('3')
    await other.fill('#field-description', 'von Vera')
    await other.click('#action-save')
    await eventually(async () => (await stored(id)).description === 'von Vera')
    await page.click('#action-save')
    await page.getByRole('dialog').filter({ hasText: 'Jemand anderes hat diese Bestellung' }).waitFor()
    await other.close()
    return id
  }

  it('see both versions, and the second may save theirs', async () => {
    const id = await collide('Beide')
    const row = page.getByRole('row', { name: /Beschreibung/ })
    expect(await row.textContent()).toContain('von mir')
    expect(await row.textContent()).toContain('von Vera')
    expect((await stored(id)).description).toBe('von Vera')
    await page.click('#confirm-action')
    await eventually(async () => (await stored(id)).description === 'von mir')
    expect(await stored(id)).toMatchObject({ revision: 3, lines: [{ quantity: 3 }] })
  })

  it('or take over the saved one', async () => {
    const id = await collide('Andere')
    await page.click('#crm-take-theirs')
    await eventually(async () => (await page.inputValue('#field-description')) === 'von Vera')
    expect(await page.inputValue('#field-lines__0__quantity')).toBe('2')
    expect(await stored(id)).toMatchObject({ revision: 2 })
  })

  it('or keep editing, with nothing lost', async () => {
    await collide('Weiter')
    await page.click('#confirm-cancel')
    expect(await page.inputValue('#field-description')).toBe('von mir')
    await page.getByRole('link', { name: 'Schließen' }).click()
    await page.getByRole('dialog').filter({ hasText: 'nicht gespeichert' }).waitFor()
    await page.click('#confirm-action')
    await page.getByText('Wählen Sie eine Bestellung').waitFor()
  })
})

describe('everybody', () => {
  it('can use it with a keyboard, with a screen reader and in the dark', async () => {
    await open(await newOrder('Barrierefrei', { discount: { type: 'percent', percent: 10 } }))
    await page.getByRole('checkbox', { name: /Apfelsaft/ }).waitFor()
    expect(await violations(page)).toEqual([])
  })

  it('can use it on a phone, with nothing wider than the screen', async () => {
    const small = await signedIn(site, sales, 'de', phone)
    await open(await newOrder('Unterwegs'), small)
    await small.getByRole('checkbox', { name: /Apfelsaft/ }).waitFor()
    expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
    await small.locator('#field-lines__0__quantity').fill('4')
    await shows('59,50 €', small)
  })
})
