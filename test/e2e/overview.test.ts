import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clickInMenu } from '../support/adminPage.js'
import { cells, headings, list, row } from '../support/listPage.js'
import { startSite, type Site } from '../support/site.js'

let site: Site
let admin: Page
let kept: number
let spare: number

beforeAll(async () => {
  site = await startSite()
  admin = await site.signIn('admin')
  kept = await create('customers', {
    company: 'Bäckerei Größl',
    email: 'info@groessl.example',
    address: { city: 'Wien' },
    contacts: [{ firstName: 'Birgit', lastName: 'Größl' }],
  })
  spare = await create('customers', { company: 'Café Böhm', address: { city: 'Berlin' } })
})
afterAll(() => site.close())

async function create(collection: string, data: object): Promise<number> {
  return (await site.payload.create({ collection, data, depth: 0, overrideAccess: true })).id as number
}
const order = (customer: number, name: string, more: object = {}) => {
  const lines = [{ name: 'Tee', quantity: 2, unitPrice: 61_728, taxRate: 0 }]
  return create('orders', { customer, name, bookingDate: '2026-03-05T12:00:00Z', lines, ...more })
}

async function deleteFromList(page: Page, slug: string, name: string): Promise<string> {
  await list(page, slug)
  expect(await page.locator('#crm-delete-selected').count()).toBe(0)
  await row(page, name).locator('input[type=checkbox]').check()
  await page.locator('.search-bar #crm-delete-selected').click()
  const dialogue = page.locator('.confirmation-modal')
  await dialogue.waitFor()
  const text = await dialogue.innerText()
  await dialogue.locator('#confirm-action').click()
  await dialogue.waitFor({ state: 'detached' })
  return text
}

describe('the overview of the Customer Relationship', () => {
  it('Über CRM im Hauptmenü gelangen Sie auf die Übersichtsseite der Customer Relationship.', async () => {
    await admin.goto('/admin')
    await clickInMenu(admin, '#nav-crm')
    await admin.waitForURL('**/admin/collections/customers**')
    expect(await admin.locator('#nav-crm').getAttribute('aria-current')).toBe('page')
    // It is the only entry of the CRM: what is in the Reiter is not in the menu.
    expect(await admin.locator('nav.nav__wrap .nav__link-label').allInnerTexts()).toEqual(['CRM', 'Benutzer'])
  })

  it('Die einzelnen Funktionen finden Sie unter dem jeweiligen Reitern: KUNDEN, AKTIVITÄTEN und BESTELLUNGEN.', async () => {
    await list(admin, 'customers')
    const areas = admin.getByRole('navigation', { name: 'Bereiche des CRM' })
    const groups = areas.locator('ul')
    expect(await groups.nth(0).getByRole('link').allInnerTexts()).toEqual([
      'KUNDEN',
      'AKTIVITÄTEN',
      'BESTELLUNGEN',
    ])
    expect(await groups.nth(1).getByRole('link').allInnerTexts()).toEqual([
      'NEWSLETTER',
      'PRODUKTE',
      'POSTAUSGANG',
    ])
    for (const [name, slug] of [
      ['Aktivitäten', 'activities'],
      ['Bestellungen', 'orders'],
      ['Postausgang', 'mails'],
      ['Kunden', 'customers'],
    ] as const) {
      await areas.getByRole('link', { name }).click()
      await admin.waitForURL(`**/admin/collections/${slug}**`)
      await areas.locator('[aria-current=page]', { hasText: name }).waitFor()
      expect(await areas.locator('[aria-current=page]').count()).toBe(1)
    }
  })

  it('Sie finden hier eine Übersicht über alle von Ihnen angelegten Kunden.', async () => {
    await create('activities', { customer: kept, name: 'Zurückrufen' })
    await list(admin, 'customers')
    expect(await headings(admin)).toEqual([
      'Kundennummer',
      'Firma',
      'Ort',
      'Ansprechpartner',
      'Offene Aktivitäten',
    ])
    expect((await cells(admin, 'Größl')).slice(1)).toEqual(['Bäckerei Größl', 'Wien', 'Birgit Größl', '1'])
    expect((await cells(admin, 'Café Böhm')).slice(1)).toEqual(['Café Böhm', 'Berlin', '–', '0'])
  })

  it('Sie können hier Kunden bearbeiten, löschen oder neue Kunden hinzufügen.', async () => {
    await list(admin, 'customers')
    await admin.getByRole('link', { name: 'Bäckerei Größl' }).click()
    await admin.waitForURL(`**/admin/collections/customers/${kept}`)
    await list(admin, 'customers')
    await admin.locator('.list-header a', { hasText: 'Neu erstellen' }).click()
    await admin.waitForURL('**/admin/collections/customers/create')
  })

  it('Unter dem Reiter AKTIVITÄTEN finden Sie eine Übersicht über alle eingepflegten Aktivitäten.', async () => {
    const activity = { customer: kept, action: 'call', dueDate: '2026-12-31T12:00:00Z' }
    const id = await create('activities', { ...activity, name: 'Preise besprechen', done: true })
    await create('activities', { ...activity, name: 'Angebot nachfassen' })
    await list(admin, 'activities')
    expect(await headings(admin)).toEqual(['Erledigt', 'Name', 'Kunde', 'Aktion', 'Fällig am'])
    expect(await cells(admin, 'Preise besprechen')).toEqual([
      'Erledigt',
      'Preise besprechen',
      'Bäckerei Größl',
      'Anruf',
      '31.12.2026',
    ])
    expect(await row(admin, 'Preise').locator('svg[data-tone]').getAttribute('data-tone')).toBe('done')
    expect(await row(admin, 'Angebot').locator('svg[data-tone]').getAttribute('data-tone')).toBe('open')
    expect((await cells(admin, 'Angebot nachfassen'))[0]).toBe('Offen')
    // Wenn Sie eine Aktivität zum Bearbeiten öffnen, werden Sie auf den Kunden weitergeleitet, den diese betrifft.
    expect(await admin.getByRole('link', { name: 'Preise besprechen' }).getAttribute('href')).toBe(
      `/admin/collections/customers/${kept}/activities?entry=${id}`,
    )
  })

  it('Unter dem Reiter Bestellungen finden Sie eine Übersicht über alle eingepflegten Bestellungen.', async () => {
    const id = await order(kept, 'Frühjahr')
    await site.payload.update({ collection: 'orders', id, data: { status: 'done' } })
    await list(admin, 'orders')
    expect(await headings(admin)).toEqual([
      'Status',
      'Bestellnummer',
      'Name',
      'Kunde',
      'Buchungsdatum',
      'Gesamtsumme',
    ])
    expect(await cells(admin, 'Frühjahr')).toEqual([
      'Erledigt',
      expect.stringMatching(/00001$/),
      'Frühjahr',
      'Bäckerei Größl',
      '05.03.2026',
      '1.234,56 €',
    ])
    expect(await row(admin, 'Frühjahr').locator('svg[data-tone]').getAttribute('data-tone')).toBe('done')
    // Wenn Sie eine Bestellung zum Bearbeiten öffnen, werden Sie auf den Kunden weitergeleitet, den diese betrifft.
    expect(await admin.getByRole('link', { name: 'Frühjahr' }).getAttribute('href')).toBe(
      `/admin/collections/customers/${kept}/orders?entry=${id}`,
    )
  })
})

describe('deleting from a list', () => {
  it('Entweder wählen Sie den zu löschenden Kunden aus und klicken danach auf das neben der Suchleiste erschienene Löschen-Symbol.', async () => {
    const id = await create('customers', { company: 'Hofladen Quandt' })
    await create('activities', { customer: id, name: 'Besuch' })
    await order(id, 'Nie bestätigt')
    // In beiden Fällen öffnet sich ein Fenster, in welchem Sie das endgültige Löschen bestätigen.
    const text = await deleteFromList(admin, 'customers', 'Hofladen Quandt')
    expect(text).toContain('Endgültig löschen?')
    expect(text).toContain('Hofladen Quandt')
    expect(text).toContain('1 Aktivität(en) und 1 offene Bestellung(en)')
    await row(admin, 'Hofladen Quandt').waitFor({ state: 'detached' })
    expect(
      (await site.payload.count({ collection: 'orders', where: { customer: { equals: id } } })).totalDocs,
    ).toBe(0)
  })

  it('keeps a customer with a numbered order, and says why before anything happens', async () => {
    const text = await deleteFromList(admin, 'customers', 'Bäckerei Größl')
    expect(text).toContain('Das lässt sich nicht löschen')
    expect(text).toContain('weil nummerierte Bestellungen aufbewahrt werden müssen')
    await list(admin, 'customers')
    expect(await row(admin, 'Bäckerei Größl').count()).toBe(1)
  })

  it('changes nothing when the dialogue is closed', async () => {
    await list(admin, 'customers')
    await row(admin, 'Café Böhm').locator('input[type=checkbox]').check()
    await admin.locator('#crm-delete-selected').click()
    await admin.locator('#confirm-cancel').click()
    await list(admin, 'customers')
    expect(await row(admin, 'Café Böhm').count()).toBe(1)
  })

  it.each([
    ['Aktivität', 'activities', () => create('activities', { customer: spare, name: 'Überflüssig' })],
    ['Bestellung', 'orders', () => order(spare, 'Überflüssig')],
  ] as const)(
    'Entweder wählen Sie die zu löschende %s aus und klicken danach auf das Löschen-Symbol.',
    async (_name, slug, make) => {
      await make()
      expect(await deleteFromList(admin, slug, 'Überflüssig')).toContain('Überflüssig')
      await row(admin, 'Überflüssig').waitFor({ state: 'detached' })
      const where = { name: { equals: 'Überflüssig' } }
      expect((await site.payload.count({ collection: slug, where })).totalDocs).toBe(0)
    },
  )

  it('takes everything that was searched for, and nothing else', async () => {
    for (const name of ['Alt 1', 'Alt 2', 'Neu 1']) await create('products', { name, price: 100 })
    await list(admin, 'products', '?search=Alt')
    await admin.locator('#select-all').check()
    await admin.locator('#crm-delete-selected').click()
    await admin.locator('.confirmation-modal #confirm-action').click()
    await admin.locator('.confirmation-modal').waitFor({ state: 'detached' })
    const { docs } = await site.payload.find({ collection: 'products' })
    expect(docs.map((doc) => (doc as { name?: string }).name)).toEqual(['Neu 1'])
    await list(admin, 'products')
    expect((await cells(admin, 'Neu 1')).map((cell) => cell.replace(/\s/, ' ')).slice(-3)).toEqual([
      '1,00 €',
      '19 %',
      'Ja',
    ])
  })
})

describe('who sees what', () => {
  const areasOf = (page: Page) =>
    page.getByRole('navigation', { name: 'Bereiche des CRM' }).getByRole('link').allInnerTexts()

  it('shows sales and marketing the Reiter they may open', async () => {
    const sales = await site.signIn('sales')
    await list(sales, 'customers')
    expect(await areasOf(sales)).toEqual([
      ...['KUNDEN', 'AKTIVITÄTEN', 'BESTELLUNGEN', 'PRODUKTE', 'POSTAUSGANG', 'EINSTELLUNGEN'],
    ])
    const marketing = await site.signIn('marketing')
    await list(marketing, 'customers')
    expect((await areasOf(marketing)).join(' ')).toBe('KUNDEN NEWSLETTER PRODUKTE POSTAUSGANG EINSTELLUNGEN')
    expect((await cells(marketing, 'Größl')).at(-1)).toBe('–')
    await row(marketing, 'Größl').locator('input[type=checkbox]').check()
    expect(await marketing.locator('#crm-delete-selected').count()).toBe(0)
  })

  it('is complete in English', async () => {
    const english = await site.signIn('admin', { locale: 'en' })
    await list(english, 'orders')
    expect(await headings(english)).toEqual([
      'Status',
      'Order number',
      'Name',
      'Customer',
      'Booking date',
      'Total',
    ])
    const frühjahr = await cells(english, 'Frühjahr')
    expect([frühjahr[0], frühjahr.at(-2), frühjahr.at(-1)]).toEqual(['Done', '05/03/2026', '€1,234.56'])
    expect(await english.textContent('body')).not.toMatch(/crm:|Bestell/)
    await english.goto('/admin/collections/customers/create')
    await english.locator('#field-company').waitFor()
    expect(await english.locator('label[for=field-address__city]').innerText()).toBe('City')
  })
})

describe('an empty list', () => {
  it.each([
    ['newsletters', 'Schreiben Sie Ihren ersten Newsletter'],
    ['mails', 'Sobald Sie eine Bestellung bestätigen'],
    ['mailing-lists', 'Legen Sie einen Verteiler an'],
  ])('says what to do next: %s', async (slug, text) => {
    await list(admin, slug)
    await admin.getByText(text).waitFor()
    expect(await admin.locator('.no-results').isVisible()).toBe(false)
  })

  it('is Payload’s own when a search finds nothing', async () => {
    await list(admin, 'customers', '?search=gibtesnicht')
    await admin.locator('.no-results').waitFor()
  })
})
