import type { Page, Request } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startActivityPage } from '../support/activityPage.js'
import { checked } from '../support/adminPage.js'
import { eventually } from '../support/eventually.js'

type ActivityPage = Awaited<ReturnType<typeof startActivityPage>>
let activities: ActivityPage
let page: Page

beforeAll(async () => {
  activities = await startActivityPage()
  page = activities.page
})
afterAll(() => activities.site.close())

describe('unsaved changes', () => {
  const dialogue = (on: Page = page) => on.getByRole('dialog').filter({ hasText: 'nicht gespeichert' })

  it.each([
    ['another entry', () => activities.entry('Zweite').click()],
    ['another Reiter', () => page.getByRole('link', { name: 'Basisdaten' }).click()],
    ['another page', () => page.getByRole('link', { name: 'Schließen' }).click()],
    ['the back button of the browser', () => page.evaluate(() => window.history.back())],
  ])('are asked about before they give way to %s', async (_, leave) => {
    // From one entry to the other, so that the page is alive: a click before that loads a page of its own, and the browser
    // itself asks before it goes back to another page.
    const id = await activities.newActivity('Erste')
    await activities.open(await activities.newActivity('Zweite'))
    await activities.entry('Erste').first().click()
    await eventually(async () => (await page.inputValue('#field-name')) === 'Erste')
    const here = page.url()
    await page.fill('#field-name', 'Noch nicht gespeichert')
    // A form that is fetched again forgets what was typed, at the latest on a slow machine.
    let rendered = 0
    const onRequest = (request: Request) => {
      if (request.postData()?.includes('render-document')) rendered += 1
    }
    page.on('request', onRequest)
    await leave()
    await dialogue().waitFor()
    await page.click('#confirm-cancel')
    await dialogue().waitFor({ state: 'detached' })
    page.off('request', onRequest)
    expect(rendered).toBe(0)
    expect(page.url()).toBe(here)
    expect(await page.inputValue('#field-name')).toBe('Noch nicht gespeichert')
    await leave()
    await dialogue().waitFor()
    await page.click('#confirm-action')
    await page.waitForURL((url) => url.href !== here)
    expect((await activities.stored(id)).name).toBe('Erste')
    for (const name of ['Erste', 'Zweite'])
      await activities.site.payload.delete({ collection: 'activities', where: { name: { equals: name } } })
  })

  it('survive the one click that marks the open entry as done', async () => {
    const id = await activities.newActivity('Beides zugleich')
    await activities.open(id)
    await checked(page, () => page.fill('#field-description', 'noch nicht gespeichert'))
    await activities.list().getByRole('button', { name: '„Beides zugleich“ als erledigt markieren' }).click()
    await eventually(() => page.locator('input[name=done]').isChecked())
    expect(await page.inputValue('#field-description')).toBe('noch nicht gespeichert')
    await page.click('#action-save')
    await eventually(async () => (await activities.stored(id)).description === 'noch nicht gespeichert')
    expect(await activities.stored(id)).toMatchObject({ done: true })
  })

  it('are not overwritten unseen by somebody who saved before', async () => {
    const id = await activities.newActivity('Zwei Leute')
    await activities.open(id)
    await new Promise((resolve) => setTimeout(resolve, 20))
    await activities.site.payload.update({ collection: 'activities', id, data: { description: 'von Vera' } })
    await page.fill('#field-name', 'Zwei Leute!')
    const stale = page.locator('.document-stale-data')
    await stale.waitFor()
    await stale.getByRole('button').first().click()
    await eventually(async () => (await page.inputValue('#field-description')) === 'von Vera')
  })
})
