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
    await orders.shows('98,45 €')
    const discountAt = (await orders.page.locator('#field-discount__amount').boundingBox())?.y ?? 0
    expect(discountAt).toBeLessThan((await orders.page.locator('#crm-order-total').boundingBox())?.y ?? 0)
    await orders.page.click('#action-save')
    await orders.page.waitForURL(/\?entry=\d+$/)
    const order = await orders.stored(orders.page.url().split('entry=')[1] ?? '')
    expect(order).toMatchObject({
      discount: { type: 'amount', amount: 365, percent: 12.5 },
      totals: { subtotal: 9365, discount: 365, gross: 9845 },
    })
    expect(order.lines?.map((line: any) => [line.product, line.quantity, line.unitPrice])).toEqual([
      [orders.honey, 10, 749],
      [orders.apple, 1.5, 1250],
    ])
  })
})
