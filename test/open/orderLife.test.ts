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

describe('two people at the same order', () => {
  /** Both have typed before either saves, so neither is warned while typing. */
  async function collide(name: string) {
    const id = await orders.newOrder(name)
    const other = await signedIn(orders.site, orders.sales)
    await orders.open(id)
    await orders.open(id, other)
    await checked(orders.page, () => orders.page.fill('#field-description', 'von mir'))
    await orders.page.locator('#field-lines__0__quantity').fill('3')
    await checked(other, () => other.fill('#field-description', 'von Vera'))
    await other.click('#action-save')
    await eventually(async () => (await orders.stored(id)).description === 'von Vera')
    await orders.page.click('#action-save')
    await orders.page.getByRole('dialog').filter({ hasText: 'Jemand anderes hat diese Bestellung' }).waitFor()
    await other.close()
    return id
  }

  it('see both versions, and the second may save theirs', async () => {
    const id = await collide('Beide')
    const row = orders.page.getByRole('row', { name: /Beschreibung/ })
    expect(await row.textContent()).toContain('von mir')
    expect(await row.textContent()).toContain('von Vera')
    expect((await orders.stored(id)).description).toBe('von Vera')
    await orders.page.click('#confirm-action')
    await eventually(async () => (await orders.stored(id)).description === 'von mir')
    expect(await orders.stored(id)).toMatchObject({ revision: 3, lines: [{ quantity: 3 }] })
  })

  it('or take over the saved one', async () => {
    const id = await collide('Andere')
    await orders.page.click('#crm-take-theirs')
    await eventually(async () => (await orders.page.inputValue('#field-description')) === 'von Vera')
    expect(await orders.page.inputValue('#field-lines__0__quantity')).toBe('2')
    expect(await orders.stored(id)).toMatchObject({ revision: 2 })
  })

  it('or keep editing, with nothing lost', async () => {
    await collide('Weiter')
    await orders.page.click('#confirm-cancel')
    expect(await orders.page.inputValue('#field-description')).toBe('von mir')
    await orders.page.getByRole('link', { name: 'Schließen' }).click()
    await orders.page.getByRole('dialog').filter({ hasText: 'nicht gespeichert' }).waitFor()
    await orders.page.click('#confirm-action')
    await orders.page.getByText('Wählen Sie eine Bestellung').waitFor()
  })

  it('and who only begins to type then sees it at once', async () => {
    const id = await orders.newOrder('Später')
    await orders.open(id)
    await orders.site.payload.update({ collection: 'orders', id, data: { description: 'von Vera' } })
    await orders.page.fill('#field-description', 'von mir')
    const dialogue = orders.page
      .getByRole('dialog')
      .filter({ hasText: 'Jemand anderes hat diese Bestellung' })
    await dialogue.waitFor()
    await orders.page.locator('.document-stale-data').waitFor({ state: 'detached' })
    expect(await dialogue.getByRole('row', { name: /Beschreibung/ }).textContent()).toContain('von Vera')
    await orders.page.click('#confirm-cancel')
    expect(await orders.page.inputValue('#field-description')).toBe('von mir')
    await orders.page.click('#action-save')
    await dialogue.waitFor()
    await orders.page.click('#confirm-action')
    await eventually(async () => (await orders.stored(id)).description === 'von mir')
  })
})
