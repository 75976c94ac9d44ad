import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startActivityPage } from '../support/activityPage.js'
import { checked, colourOf, fitsWindow, phone, signedIn, violations } from '../support/adminPage.js'
import { eventually } from '../support/eventually.js'

type ActivityPage = Awaited<ReturnType<typeof startActivityPage>>
let activities: ActivityPage
let page: Page

beforeAll(async () => {
  activities = await startActivityPage()
  page = activities.page
})
afterAll(() => activities.site.close())

describe('Kunden/Aktivitäten', () => {
  it('Unter Aktivitäten können Sie einem Benutzer Aktivitäten zuweisen. Dazu klicken Sie auf den Plus-Button. Darauf erscheint ein neues Feld, in dem Sie die Aktivitätsdaten eintragen.', async () => {
    await page.goto(activities.base)
    await page.getByText('Noch keine Aktivität.').waitFor()
    await page.getByRole('link', { name: 'Neue Aktivität' }).click()
    await page.locator('#field-name').waitFor()
    expect(await page.inputValue('#field-name')).toBe('')
    expect(await page.locator('#field-customer').count()).toBe(0)
  })

  it('Sobald Sie eine Aktivität gespeichert haben, wird diese links in einer Liste eingefügt. Ist der Punkt neben dem Aktivitätsnamen rot, ist diese noch unerledigt, ist er grün, ist sie erledigt.', async () => {
    await page.goto(`${activities.base}?entry=new`)
    await page.fill('#field-name', 'Angebot nachfassen')
    await page.fill('#field-dueDate', '31.12.2026')
    await page.click('#action-save')
    await activities.entry('Angebot nachfassen').waitFor()
    await page.waitForURL(/\?entry=\d+$/)
    expect(await activities.entry('Angebot nachfassen').textContent()).toContain('Offen')
    expect(await activities.entry('Angebot nachfassen').textContent()).toContain('fällig 31.12.2026')
    expect(await activities.entry('Angebot nachfassen').getAttribute('aria-current')).toBe('true')
    const dot = activities.list().getByRole('button', { name: '„Angebot nachfassen“ als erledigt markieren' })
    const colour = () => colourOf(activities.list().locator('[data-done]').first())
    expect(await colour()).toBe('rgb(198, 40, 40)')
    await dot.click()
    await activities.list().getByRole('button', { name: 'wieder als offen' }).waitFor()
    expect(await activities.entry('Angebot nachfassen').textContent()).toContain('Erledigt')
    expect(await colour()).toBe('rgb(46, 125, 50)')
    const id = page.url().split('entry=')[1] ?? ''
    expect(await activities.stored(id)).toMatchObject({ done: true, dueDate: '2026-12-31T12:00:00.000Z' })
    // The form that stands open says so too.
    await eventually(() => page.locator('input[name=done]').isChecked())
  })

  it('In dem Feld ist die obere Hälfte für den Namen, die Beschreibung, den Autor und die Aktion mit dem eventuell zugehörigen Partner. Die untere Hälfte dient zum Erfassen eines Ansprechpartners.', async () => {
    await activities.open(await activities.newActivity('Hälften'))
    const top = async (selector: string) => (await page.locator(selector).first().boundingBox())?.y ?? 0
    const upper = ['#field-name', '#field-description', '#field-author', '#field-action', '#field-partner']
    const half = await top('#field-contact')
    for (const selector of upper) expect(await top(selector), selector).toBeLessThan(half)
    for (const part of ['firstName', 'lastName', 'email', 'phone'])
      expect(await top(`#field-contact__${part}`), part).toBeGreaterThan(half)
  })

  it('Der Ansprechpartner wird mit einem Griff von denen des Kunden übernommen.', async () => {
    const id = await activities.newActivity('Mit Ansprechpartner')
    await activities.open(id)
    await page.getByLabel('Vom Kunden übernehmen:').selectOption({ label: 'Erika Größl' })
    expect(await page.inputValue('#field-contact__lastName')).toBe('Größl')
    await page.click('#action-save')
    await eventually(async () => (await activities.stored(id)).contact?.lastName === 'Größl')
    expect(await activities.stored(id)).toMatchObject({
      contact: { salutation: 'ms', firstName: 'Erika', email: 'erika@groessl.test' },
    })
  })

  it('Um eine Aktivität speichern zu können, muss dieser ein Name zugewiesen werden.', async () => {
    await page.goto(`${activities.base}?entry=new`)
    await checked(page, () => page.fill('#field-description', 'ohne Namen'))
    await page.click('#action-save')
    await page.locator('.field-error', { hasText: 'Bitte ausfüllen.' }).waitFor()
    expect(await page.inputValue('#field-description')).toBe('ohne Namen')
    const where = { description: { equals: 'ohne Namen' } }
    const { totalDocs } = await activities.site.payload.count({
      collection: 'activities',
      where,
      overrideAccess: true,
    })
    expect(totalDocs).toBe(0)
  })

  it('Über die Schaltflächen kann der Eintrag geschlossen, gespeichert oder gelöscht werden.', async () => {
    const id = await activities.newActivity('Wird gelöscht')
    await activities.open(id)
    await page.getByRole('link', { name: 'Schließen' }).click()
    await page.waitForURL((url) => url.pathname === activities.base && url.search === '')
    await page.getByText('Wählen Sie eine Aktivität').waitFor()
    await activities.entry('Wird gelöscht').click()
    await page.fill('#field-description', 'kurz')
    await page.keyboard.press('Control+s')
    await eventually(async () => (await activities.stored(id)).description === 'kurz')
    await page.getByRole('button', { name: 'Löschen' }).click()
    await page.getByRole('dialog').getByText('Wird gelöscht', { exact: true }).waitFor()
    await page.click('#confirm-action')
    await page.waitForURL((url) => url.search === '')
    await activities.entry('Wird gelöscht').waitFor({ state: 'detached' })
    const where = { id: { equals: id } }
    const { totalDocs } = await activities.site.payload.count({
      collection: 'activities',
      where,
      overrideAccess: true,
    })
    expect(totalDocs).toBe(0)
  })

  it('Wenn Sie eine Aktivität zum Bearbeiten öffnen, werden Sie auf den Kunden weitergeleitet, den diese Aktivität betrifft.', async () => {
    const id = await activities.newActivity('Von überall')
    await page.goto(`/admin/collections/activities/${id}`)
    await page.waitForURL(`**${activities.base}?entry=${id}`)
    await eventually(async () => (await page.inputValue('#field-name')) === 'Von überall')
    await page.reload()
    await eventually(async () => (await page.inputValue('#field-name')) === 'Von überall')
    await page.getByRole('link', { name: 'Schließen' }).click()
    await page.getByText('Wählen Sie eine Aktivität').waitFor()
    await page.goBack()
    await eventually(async () => (await page.inputValue('#field-name')) === 'Von überall')
  })

  it('Ein Eintrag eines anderen Kunden wird unter diesem nicht gezeigt.', async () => {
    const id = await activities.newActivity('Fremd', {
      customer: await activities.newCustomer('Andere GmbH'),
    })
    await page.goto(`${activities.base}?entry=${id}`)
    await page.getByText('Diesen Eintrag gibt es bei diesem Kunden nicht (mehr).').waitFor()
    expect(await page.locator('#field-name').count()).toBe(0)
  })
})

describe('a day', () => {
  it.each(['32.12.2026', '12/31/2026', 'bald'])(
    'typed as %s is refused beside the field and not saved as the one before',
    async (text) => {
      const id = await activities.newActivity('Termin', { dueDate: '2026-03-01T12:00:00.000Z' })
      await activities.open(id)
      expect(await page.inputValue('#field-dueDate')).toBe('01.03.2026')
      await page.fill('#field-dueDate', text)
      await page.click('#action-save')
      await page.locator('#field-dueDate-error', { hasText: 'Das ist kein lesbares Datum.' }).waitFor()
      await page.getByText('Ein Feld ist nicht lesbar.').waitFor()
      expect(await page.inputValue('#field-dueDate')).toBe(text)
      await page.fill('#field-dueDate', '2.3.2026')
      await page.click('#action-save')
      await eventually(async () => (await activities.stored(id)).dueDate === '2026-03-02T12:00:00.000Z')
      expect(await page.inputValue('#field-dueDate')).toBe('02.03.2026')
      await page.getByText('Montag, 2. März 2026').waitFor()
    },
  )
})

describe('everybody', () => {
  it('reads the page in English too', async () => {
    const english = await signedIn(activities.site, activities.sales, 'en')
    await english.goto(`${activities.base}?entry=new`)
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
    await activities.open(await activities.newActivity('Barrierefrei'))
    expect(await violations(page)).toEqual([])
    await page.goto(activities.base)
    await activities.list().waitFor()
    expect(await violations(page)).toEqual([])
  })

  it('can use it on a phone: the list, then the form alone, nothing wider than the screen', async () => {
    const small = await signedIn(activities.site, activities.sales, 'de', phone)
    const id = await activities.newActivity('Unterwegs angelegt')
    await small.goto(activities.base)
    await activities.entry('Unterwegs angelegt', small).click()
    await small.locator('#field-name').waitFor()
    expect(await activities.list(small).isVisible()).toBe(false)
    await fitsWindow(small)
    await small.fill('#field-description', 'vom Telefon')
    await small.click('#action-save')
    await eventually(async () => (await activities.stored(id)).description === 'vom Telefon')
    await small.getByRole('link', { name: 'Schließen' }).click()
    await activities.list(small).waitFor()
  })
})
