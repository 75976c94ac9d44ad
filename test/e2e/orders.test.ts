import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checked, signedIn } from '../support/adminPage.js'
import { eventually } from '../support/eventually.js'
import { startOrderPage } from '../support/orderPage.js'

type OrderPage = Awaited<ReturnType<typeof startOrderPage>>
let orders: OrderPage

beforeAll(async () => {
  orders = await startOrderPage()
})
afterAll(() => orders.site.close())

describe('Kunden/Bestellungen', () => {
  it('Dazu klicken Sie auf den Plus-Button. Darauf erscheint ein neues Feld, in dem Sie die Bestelldaten eintragen. Unter den Feldern Beschreibung und Buchungsdatum finden Sie eine Liste mit verfügbaren Produkten, aus denen Sie die in der Bestellung enthaltenen auswählen können.', async () => {
    await orders.page.goto(orders.base)
    await orders.page.getByRole('link', { name: 'Neue Bestellung' }).click()
    await orders.page.locator('#field-name').waitFor()
    const today = new Intl.DateTimeFormat('de-DE', {
      timeZone: 'Europe/Berlin',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    }).format(new Date())
    expect(await orders.page.inputValue('#field-bookingDate')).toBe(today)
    const apple = orders.page.getByRole('checkbox', { name: /Apfelsaft/ })
    await apple.waitFor()
    expect(await orders.page.getByRole('checkbox', { name: /Ladenhüter/ }).count()).toBe(0)
    const y = async (selector: string) => (await orders.page.locator(selector).boundingBox())?.y ?? 0
    const productsAt = (await apple.boundingBox())?.y ?? 0
    expect(await y('#field-description')).toBeLessThan(productsAt)
    expect(await y('#field-bookingDate')).toBeLessThan(productsAt)
  })

  it('Die Preise werden automatisch unterhalb addiert. Über der Gesamtsumme können Sie noch einen Rabatt eingeben, entweder in Prozent oder in Euro.', async () => {
    await orders.page.goto(`${orders.base}?entry=new`)
    await orders.page.fill('#field-name', 'Herbst')
    await orders.page.getByRole('searchbox').fill('honig')
    await orders.page.getByRole('checkbox', { name: /Blütenhonig/ }).check()
    await orders.page.getByRole('searchbox').fill('')
    // What was ticked before the search stays ticked.
    await orders.page.getByLabel('Menge Apfelsaft').fill('1,5')
    await orders.page.getByRole('button', { name: 'Auswahl übernehmen (2)' }).click()
    expect(await orders.page.locator('table tbody tr').count()).toBe(2)
    // 7,49 × 1 at 7 % and 12,50 × 1,5 = 18,75 at 19 %: 26,24 + 0,52 + 3,56
    await orders.shows('30,32 €')
    await orders.page.locator('#field-lines__0__quantity').fill('10')
    await orders.shows('102,45 €')
    const discount = orders.page.getByRole('group', { name: 'Rabatt' })
    await discount.getByText('%', { exact: true }).click()
    await orders.page.locator('#field-discount__percent').fill('12,5 %')
    // 93,65 − 11,71 = 81,94: 65,54 at 7 % and 16,40 at 19 %
    await orders.shows('89,65 €')
    await discount.getByText('€', { exact: true }).click()
    await orders.page.locator('#field-discount__amount').fill('1.000,00 €')
    // Never more than there is.
    await orders.shows('0,00 €')
    await orders.page.locator('#field-discount__amount').fill('3,65')
    // 93,65 − 3,65 = 90,00: 71,98 at 7 % and 18,02 at 19 %
    await orders.shows('98,46 €')
    const discountAt = (await orders.page.locator('#field-discount__amount').boundingBox())?.y ?? 0
    expect(discountAt).toBeLessThan((await orders.page.locator('#crm-order-total').boundingBox())?.y ?? 0)
    await orders.page.click('#action-save')
    await orders.page.waitForURL(/\?entry=\d+$/)
    const order = await orders.stored(orders.page.url().split('entry=')[1] ?? '')
    expect(order).toMatchObject({
      discount: { type: 'amount', amount: 365, percent: 12.5 },
      totals: { subtotal: 9365, discount: 365, gross: 9846 },
    })
    expect(order.lines?.map((line: any) => [line.product, line.quantity, line.unitPrice])).toEqual([
      [orders.honey, 10, 749],
      [orders.apple, 1.5, 1250],
    ])
  })

  it('Um eine Bestellung speichern zu können, muss dieser ein Name zugewiesen werden.', async () => {
    await orders.page.goto(`${orders.base}?entry=new`)
    await checked(orders.page, () => orders.page.fill('#field-description', 'ohne Namen'))
    await orders.page.click('#action-save')
    await orders.page.locator('.field-error', { hasText: 'Bitte ausfüllen.' }).waitFor()
    expect(await orders.page.inputValue('#field-description')).toBe('ohne Namen')
  })

  it('Sobald Sie eine Bestellung gespeichert haben, wird diese links in einer Liste eingefügt. Ist der Punkt neben dem Bestellungsnamen rot, ist diese noch unerledigt, ist er grün, ist sie erledigt.', async () => {
    await orders.page.goto(`${orders.base}?entry=new`)
    await orders.page.fill('#field-name', 'Adventsmarkt')
    await orders.page.getByRole('checkbox', { name: /Apfelsaft/ }).check()
    await orders.page.getByRole('button', { name: 'Auswahl übernehmen (1)' }).click()
    await orders.page.click('#action-save')
    await orders.entry('Adventsmarkt').waitFor()
    const text = async () => ((await orders.entry('Adventsmarkt').textContent()) ?? '').replace(/\s/g, ' ')
    expect(await text()).toContain('Offen')
    expect(await text()).toContain('14,88 €')
    const dot = orders.list().locator('li', { hasText: 'Adventsmarkt' }).locator('[data-done]')
    const colour = () => dot.evaluate((element) => getComputedStyle(element).backgroundColor)
    expect(await colour()).toBe('rgb(198, 40, 40)')
    await orders.page.waitForURL(/\?entry=\d+$/)
    await orders.page.locator('#crm-complete').waitFor()
    await orders.act('complete')
    await eventually(async () => (await text()).includes('Erledigt'))
    expect(await colour()).toBe('rgb(46, 125, 50)')
  })

  it('Über die Schaltflächen kann der Eintrag geschlossen, gespeichert oder gelöscht werden.', async () => {
    const id = await orders.newOrder('Wird gelöscht')
    await orders.open(id)
    await orders.page.getByRole('link', { name: 'Schließen' }).click()
    await orders.page.waitForURL((url) => url.search === '')
    await orders.entry('Wird gelöscht').click()
    await orders.page.fill('#field-description', 'kurz')
    await orders.page.click('#action-save')
    await eventually(async () => (await orders.stored(id)).description === 'kurz')
    await orders.page.click('#crm-delete')
    await orders.page.click('#confirm-action')
    await orders.entry('Wird gelöscht').waitFor({ state: 'detached' })
  })

  it('Wenn Sie eine Bestellung zum Bearbeiten öffnen, werden Sie auf den Kunden weitergeleitet, den diese Bestellung betrifft.', async () => {
    const id = await orders.newOrder('Von überall')
    await orders.page.goto(`/admin/collections/orders/${id}`)
    await orders.page.waitForURL(`**${orders.base}?entry=${id}`)
    await eventually(async () => (await orders.page.inputValue('#field-name')) === 'Von überall')
  })

  it('Eine Zeile lässt sich entfernen, und eine ohne Produkt hinzufügen.', async () => {
    const id = await orders.newOrder('Zeilen')
    await orders.open(id)
    await orders.page.getByRole('button', { name: 'Position ohne Produkt hinzufügen' }).click()
    await orders.page.locator('#field-lines__1__name').fill('Fracht')
    await orders.page.locator('#field-lines__1__unitPrice').fill('4,90')
    await orders.page.getByRole('button', { name: 'Position 1 entfernen' }).click()
    await orders.shows('5,83 €')
    await orders.page.click('#action-save')
    await eventually(async () => (await orders.stored(id)).totals?.gross === 583)
    expect((await orders.stored(id)).lines).toMatchObject([
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
    const id = await orders.newOrder('Tippfehler')
    await orders.open(id)
    const input = orders.page.locator(`#field-lines__0__${field}`)
    await input.fill(text)
    await orders.page.locator('#field-description').focus()
    await orders.page.locator(`#field-lines__0__${field}-error`, { hasText: reason }).waitFor()
    await orders.shows('–')
    await orders.page.click('#action-save')
    await orders.page.getByText('Ein Feld ist nicht lesbar.').first().waitFor()
    expect(await input.inputValue()).toBe(text)
    expect(await orders.stored(id)).toMatchObject({ revision: 1, totals: { gross: 2975 } })
  })

  it('is written the usual way once it is left, and refused by the rules of the order as well', async () => {
    const id = await orders.newOrder('Schreibweise')
    await orders.open(id)
    const price = orders.page.locator('#field-lines__0__unitPrice')
    await price.fill('1234,5')
    await orders.page.locator('#field-description').focus()
    expect(await price.inputValue()).toBe('1.234,50')
    await orders.page.locator('#field-lines__0__quantity').fill('0')
    await orders.page.click('#action-save')
    await orders.page.locator('#field-lines__0__quantity-error', { hasText: 'größer als 0' }).waitFor()
    await orders.page.locator('#field-lines__0__quantity').fill('1')
    await orders.page.click('#action-save')
    await eventually(async () => (await orders.stored(id)).totals?.subtotal === 123_450)
  })

  it('is English in the English interface', async () => {
    const id = await orders.newOrder('English')
    const english = await signedIn(orders.site, orders.sales, 'en')
    await orders.open(id, english)
    await english.locator('#field-lines__0__unitPrice').fill('1,234.56')
    await english.locator('#field-lines__0__quantity').fill('1.5')
    await english.locator('#field-bookingDate').fill('31/12/2026')
    await orders.shows('€2,203.69', english)
    await english.click('#action-save')
    await eventually(async () => (await orders.stored(id)).totals?.subtotal === 185_184)
    expect((await orders.stored(id)).bookingDate).toBe('2026-12-31T12:00:00.000Z')
    expect(await english.innerText('body')).not.toMatch(/Bestellung|Rabatt|Menge|Gesamt/)
  })

  it('counts in the form of a product too', async () => {
    await orders.page.goto(`/admin/collections/products/${orders.apple}`)
    await orders.page.locator('#field-price').waitFor()
    expect(await orders.page.inputValue('#field-price')).toBe('12,50')
    await orders.page.fill('#field-price', '12.75')
    await orders.page.click('#action-save')
    await orders.page.locator('#field-price-error').waitFor()
    await orders.page.fill('#field-price', '12,50 €')
    await orders.page.fill('#field-taxRate', '19,5 %')
    await orders.page.click('#action-save')
    const read = () =>
      orders.site.payload.findByID({ collection: 'products', id: orders.apple, overrideAccess: true })
    await eventually(async () => (await read()).taxRate === 19.5)
    expect((await read()).price).toBe(1250)
    await orders.site.payload.update({ collection: 'products', id: orders.apple, data: { taxRate: 19 } })
  })
})
