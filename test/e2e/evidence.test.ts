import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../scripts/host.js'
import { signSubscriberToken, type TokenPurpose } from '../../src/mail/subscriberToken.js'
import { fitsWindow, phone, violations as violationsOf } from '../support/adminPage.js'
import { createClient } from '../support/client.js'
import { query } from '../support/database.js'
import { startSite, type Site } from '../support/site.js'

let site: Site
const pictures = path.join(root, 'test-results', 'subscribers')
/** Keeps how a page looks, for whoever wants to see it. */
const shot = (page: Page, name: string) =>
  page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true })
const login = { email: 'admin@mozaikoo.test', password: 'secret-password' }

beforeAll(async () => {
  site = await startSite()
  await site.payload.create({ collection: 'users', data: { ...login, name: 'Erika' }, overrideAccess: true })
})
afterAll(() => site.close())

const pathOf = (purpose: TokenPurpose, id: number) =>
  `/api/newsletter/${purpose}/${signSubscriberToken(site.payload.secret, purpose, id)}`
const statusOf = async (id: number) =>
  (await query<any>(site.databaseUrl, 'SELECT status FROM subscribers WHERE id = $1', [id]))[0].status

describe('the evidence in the production build', () => {
  it('is a page that prints, and a PDF', async () => {
    const req = await createLocalReq({}, site.payload)
    const data = { email: 'neu@kunde.test', requestedAt: new Date().toISOString() }
    const id = (await site.payload.create({ collection: 'subscribers', data, req })).id as number
    await fetch(`${site.url}${pathOf('confirm', id)}`, { method: 'POST' })
    const { token } = (await createClient(`${site.url}/api`).post('/users/login', login)).body
    const context = await site.open('de')
    const page = await context.newPage()
    await page.setExtraHTTPHeaders({ Authorization: `JWT ${token}`, 'Accept-Language': 'de' })
    await page.goto(`/api/subscribers/${id}/evidence`)
    expect(await page.textContent('h1')).toBe('Nachweis der Einwilligung')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map((entry) => entry.id)).toEqual([])
    const pdf = await context.request.get(`/api/subscribers/${id}/evidence.pdf`, {
      headers: { Authorization: `JWT ${token}` },
    })
    expect(pdf.status()).toBe(200)
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
    // No script of the browser's own may run on these pages: one click by a mail program needs none either.
    expect(await (await fetch(`${site.url}${pathOf('unsubscribe', id)}`, { method: 'HEAD' })).text()).toBe('')
    expect(await statusOf(id)).toBe('confirmed')
    await context.close()
  })
})

describe('subscribers in the admin panel', () => {
  it('come in from a file, with a look at the outcome first, and each has its evidence', async () => {
    const list = await site.payload.create({
      collection: 'mailing-lists',
      data: { name: 'Hofbrief' },
      overrideAccess: true,
    })
    const page = await site.signIn('marketing')
    await page.goto('/admin/collections/subscribers')
    await page.click('#crm-import')
    await page.getByLabel('CSV-Datei').setInputFiles({
      name: 'messe.csv',
      mimeType: 'text/csv',
      // As a German spreadsheet writes it.
      buffer: Buffer.from(
        'E-Mail;Vorname;Nachname\r\nj.gr\xfcn;J\xfcrgen;Gr\xfcn\r\njuergen@messe.test;J\xfcrgen;Gr\xfcn\r\n',
        'latin1',
      ),
    })
    await page.getByRole('button', { name: 'Datei prüfen' }).click()
    await page.getByText('Bitte die Rechtsgrundlage angeben.').waitFor()
    await page.getByLabel('Einwilligung, die uns vorliegt').check()
    await page
      .getByLabel('Wann und wie wurde die Einwilligung erteilt?')
      .fill('Anmeldeliste der Messe, im Ordner')
    await page.getByLabel('Hofbrief').check()
    await page.getByRole('button', { name: 'Datei prüfen' }).click()
    const outcome = page.locator('[data-dry-run=true]')
    await outcome.getByText('1 neu, 1 nicht lesbar').waitFor()
    expect(await outcome.textContent()).toContain('Das ist keine gültige E-Mail-Adresse.')
    expect(await violationsOf(page, '.drawer')).toEqual([])
    const where = { email: { equals: 'juergen@messe.test' } }
    const find = async () =>
      (await site.payload.find({ collection: 'subscribers', where, depth: 0, overrideAccess: true })).docs
    expect(await find()).toEqual([])
    await page.getByRole('button', { name: 'Jetzt importieren' }).click()
    await page.locator('[data-dry-run=false]').waitFor()
    const [person] = await find()
    expect(person).toMatchObject({ firstName: 'Jürgen', legalBasis: 'declared', lists: [list.id] })

    await page.goto(`/admin/collections/subscribers/${person?.id}`)
    await page.getByRole('heading', { name: 'Nachweis der Einwilligung' }).waitFor()
    const [evidence] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Ansehen und drucken' }).click(),
    ])
    await evidence.getByText('Anmeldeliste der Messe, im Ordner').waitFor()
    const pdf = await page.getByRole('link', { name: 'Als PDF' }).getAttribute('href')
    const printed = await page.request.get(pdf ?? '', { headers: { Origin: site.url } })
    expect(printed.headers()['content-type']).toBe('application/pdf')
  })

  it('that were written down by hand, and contacts of a customer, are asked or recorded in place', async () => {
    const customer = await site.payload.create({
      collection: 'customers',
      data: {
        company: 'Hofladen Lindner',
        email: 'post@lindner.test',
        contacts: [{ firstName: 'Eva', lastName: 'Lindner', email: 'Eva@lindner.test' }],
      },
      overrideAccess: true,
    })
    const page = await site.signIn('marketing')
    await page.goto('/admin/collections/subscribers/create')
    await page.getByRole('heading', { name: 'Neuer Abonnent' }).waitFor()
    await page.getByText('Nach dem Speichern holen Sie hier die Einwilligung ein.').waitFor()
    await page.fill('#field-email', 'ute@hand.test')
    await page.click('#action-save')
    await page.getByText('Diese Person hat noch nicht zugestimmt und bekommt keinen Newsletter.').waitFor()
    await page.click('#crm-consent')
    expect(await violationsOf(page, '[role=group][aria-label=Einwilligung]')).toEqual([])
    await page.getByRole('button', { name: 'Bestätigungsmail senden' }).click()
    await page
      .getByText('Die Bestätigungsmail ist versendet; die Person hat noch nicht zugestimmt.')
      .waitFor()
    const mails = () =>
      query(site.databaseUrl, `SELECT "to" FROM mails WHERE kind = 'subscriptionCheck' ORDER BY id`)
    expect(await mails()).toEqual([{ to: 'ute@hand.test' }])

    await page.click('#crm-unsubscribe')
    await page.locator('.confirmation-modal').getByText('Diese Person abmelden?').waitFor()
    await page.locator('.confirmation-modal #confirm-action').click()
    await page.locator('#crm-unsubscribe').waitFor({ state: 'detached' })
    const left = await query<{ status: string }>(
      site.databaseUrl,
      `SELECT status FROM subscribers WHERE email = $1`,
      ['ute@hand.test'],
    )
    expect(left).toEqual([{ status: 'unsubscribed' }])

    await page.goto(`/admin/collections/customers/${customer.id}`)
    const eva = page.locator('[data-address="eva@lindner.test"]')
    await eva.getByText('kein Abonnent').waitFor()
    expect(await page.locator('[data-address="post@lindner.test"]').count()).toBe(1)
    await eva.getByRole('button', { name: 'Zum Newsletter anmelden' }).click()
    await eva.getByLabel('Einwilligung, die uns vorliegt').check()
    await eva.getByLabel('Hofbrief').check()
    await eva.getByRole('button', { name: 'Eintragen' }).click()
    await eva.getByText('Bitte beschreiben Sie, wann und wie').waitFor()
    await eva.getByLabel('Wann und wie wurde die Einwilligung erteilt?').fill('Auf der Messe unterschrieben')
    expect(await violationsOf(page, '[data-address="eva@lindner.test"]')).toEqual([])
    await eva.getByRole('button', { name: 'Eintragen' }).click()
    await eva.getByRole('link', { name: 'bekommt Newsletter' }).waitFor()
    const where = { email: { equals: 'eva@lindner.test' } }
    const { docs } = await site.payload.find({
      collection: 'subscribers',
      where,
      depth: 0,
      overrideAccess: true,
    })
    expect(docs[0]).toMatchObject({ customer: customer.id, firstName: 'Eva', legalBasis: 'declared' })
    expect(await mails()).toHaveLength(1)
  })
})

describe('somebody who never wants to be written to', () => {
  it('is entered by marketing, subscriber or not, and once is enough', async () => {
    const page = await site.signIn('marketing')
    await page.goto('/admin/collections/suppressions/create')
    await page.getByRole('heading', { name: 'Neue gesperrte Adresse' }).waitFor()
    await page.fill('#field-address', ' Anruf@Kunde.test')
    await shot(page, 'suppression-new-de-1280')
    await page.click('#action-save')
    await page.waitForURL(/suppressions\/\d+/)
    expect(await page.inputValue('#field-address')).toBe('anruf@kunde.test')
    await page.getByText('Auf Wunsch', { exact: true }).first().waitFor()
    await shot(page, 'suppression-de-1280')
    expect(await page.locator('#field-address').isDisabled()).toBe(true)

    const english = await site.signIn('marketing', { locale: 'en' })
    await english.goto('/admin/collections/suppressions/create')
    await english.fill('#field-address', 'ANRUF@kunde.test')
    await english.click('#action-save')
    const refused = english.locator('.field-error', {
      hasText: 'This address is suppressed already. Reason: On request.',
    })
    await refused.waitFor()
    await english.getByText('The following field is invalid: E-mail').waitFor()
    expect(await violationsOf(english, '#field-address')).toEqual([])
    await shot(english, 'suppression-known-en-1280')
    await english.setViewportSize(phone)
    await refused.waitFor()
    await fitsWindow(english)
    await shot(english, 'suppression-known-en-390')
    await english.goto('/admin/collections/suppressions')
    await english.getByText('anruf@kunde.test').waitFor()
    await shot(english, 'suppressions-en-390')
  })
})
