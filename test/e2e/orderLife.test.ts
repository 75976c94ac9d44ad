import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checked, fitsWindow, phone, signedIn, violations } from '../support/adminPage.js'
import { eventually } from '../support/eventually.js'
import { startOrderPage } from '../support/orderPage.js'

type OrderPage = Awaited<ReturnType<typeof startOrderPage>>
let orders: OrderPage

beforeAll(async () => {
  orders = await startOrderPage()
})
afterAll(() => orders.site.close())

describe('the life of an order', () => {
  it('goes on by buttons: confirmed with number and mail, done, and reopened by the administrator only', async () => {
    const id = await orders.newOrder('Lebenslauf')
    await orders.open(id)
    await orders.page.fill('#field-description', 'erst speichern')
    await orders.page.getByText('Bitte speichern Sie zuerst Ihre Änderungen.').waitFor()
    expect(await orders.page.locator('#crm-confirm').isDisabled()).toBe(true)
    await orders.page.click('#action-save')
    await eventually(() => orders.page.locator('#crm-confirm').isEnabled())
    await orders.act('confirm')
    await orders.page.locator('#crm-resend').waitFor()
    const order = await orders.stored(id)
    expect(order).toMatchObject({ status: 'confirmed' })
    expect(await orders.page.innerText('body')).toContain(order.number)
    await orders.page.locator('[data-mail-state=queued]').waitFor()
    await orders.page.getByText('an hofladen@nord.test').waitFor()
    // What is confirmed can be read, not changed.
    expect(await orders.page.locator('#field-name').isDisabled()).toBe(true)
    expect(await orders.page.locator('#field-lines__0__quantity').isDisabled()).toBe(true)
    expect(await orders.page.getByRole('searchbox').count()).toBe(0)
    await orders.page.click('#crm-resend')
    const mails = () => orders.site.payload.count({ collection: 'mails', where: { order: { equals: id } } })
    await eventually(async () => (await mails()).totalDocs === 2)
    await orders.act('complete')
    await eventually(async () => (await orders.stored(id)).status === 'done')
    await orders.page.locator('#crm-complete').waitFor({ state: 'detached' })
    expect(await orders.page.locator('#crm-reopen').count()).toBe(0)
    const boss = await signedIn(orders.site, orders.admin)
    await orders.open(id, boss)
    await orders.act('reopen', boss)
    await eventually(async () => (await orders.stored(id)).status === 'open')
    await boss.locator('#crm-cancel').waitFor()
    await orders.act('cancel', boss)
    await eventually(async () => (await orders.stored(id)).status === 'cancelled')
  })
})

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
    await orders.page.locator('.document-stale-data').waitFor({ state: 'hidden' })
    expect(await dialogue.getByRole('row', { name: /Beschreibung/ }).textContent()).toContain('von Vera')
    await orders.page.click('#confirm-cancel')
    expect(await orders.page.inputValue('#field-description')).toBe('von mir')
    await orders.page.click('#action-save')
    await dialogue.waitFor()
    await orders.page.click('#confirm-action')
    await eventually(async () => (await orders.stored(id)).description === 'von mir')
  })
})

describe('everybody', () => {
  it('can use it on a phone, with nothing wider than the screen', async () => {
    const small = await signedIn(orders.site, orders.sales, 'de', phone)
    await orders.open(await orders.newOrder('Unterwegs'), small)
    await small.getByRole('checkbox', { name: /Apfelsaft/ }).waitFor()
    await fitsWindow(small)
    await small.locator('#field-lines__0__quantity').fill('4')
    await orders.shows('59,50 €', small)
  })

  it('can use it with a keyboard, with a screen reader and in the dark', async () => {
    await orders.open(await orders.newOrder('Barrierefrei', { discount: { type: 'percent', percent: 10 } }))
    await orders.page.getByRole('checkbox', { name: /Apfelsaft/ }).waitFor()
    expect(await violations(orders.page)).toEqual([])
  })
})
