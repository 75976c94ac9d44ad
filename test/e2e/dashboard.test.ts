import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../scripts/host.js'
import { dayOf } from '../../src/domain/calendar.js'
import { fitsWindow, violations } from '../support/adminPage.js'
import { query } from '../support/database.js'
import { startSite, type Site } from '../support/site.js'

let site: Site
const states = ['queued', 'sent', 'deferred', 'failed', 'bounced', 'unknown', 'cancelled'] as const
const mailIds: Record<string, number> = {}
let waiting: number
let delivery: number
const month = dayOf(new Date(), 'Europe/Berlin').slice(0, 7)

beforeAll(async () => {
  site = await startSite()
  const create = async (collection: string, data: object) =>
    (await site.payload.create({ collection, data, depth: 0, overrideAccess: true })).id as number
  const customer = await create('customers', { company: 'Bäckerei Größl', email: 'info@groessl.example' })
  const before = new Date(Date.now() - 2 * 86_400_000).toISOString()
  await create('activities', { customer, name: 'Zurückrufen', dueDate: before })
  await create('activities', { customer, name: 'Längst erledigt', dueDate: before, done: true })
  const lines = [{ name: 'Tee', quantity: 1, unitPrice: 123_456, taxRate: 0 }]
  const order = await create('orders', {
    customer,
    name: 'Herbst',
    lines,
    bookingDate: `${month}-15T12:00:00Z`,
  })
  await create('newsletters', { name: 'Herbstbrief', subject: 'Neues' })
  const registration = { origin: 'registration', status: 'invited', password: 'ein langes Passwort' }
  waiting = await create('accounts', {
    ...registration,
    email: 'kim@neu.example',
    name: 'Kim Neu',
    registeredCompany: 'Neu GmbH',
    verifiedAt: before,
  })
  await create('accounts', { ...registration, email: 'noch@nicht.example', name: 'Noch Nicht' })
  const webhook = await create('crm-webhooks', {
    name: 'Lager',
    url: 'https://lager.example/hook',
    events: ['order.confirmed'],
  })
  delivery = await create('crm-webhook-deliveries', {
    ...{ webhook, event: 'order.confirmed', eventId: 'evt_1', body: '{"type":"order.confirmed"}' },
    ...{ state: 'failed', attempts: 12, responseStatus: 503, lastError: 'HTTP 503' },
  })
  const html = `<p>Guten Tag</p><script>document.body.textContent = 'Skript lief'</script>`
  for (const state of states) {
    const [{ id } = { id: 0 }] = await query<{ id: number }>(
      site.databaseUrl,
      `INSERT INTO mails (kind, state, "to", subject, language, order_id, customer_id, attempts, html, text, dedupe_key)
       VALUES ('orderConfirmation', $1, 'info@groessl.example', $2, 'de', $3, $4, 1, $5, 'Guten Tag', $2) RETURNING id`,
      [state, `Mail ${state}`, order, customer, html],
    )
    mailIds[state] = id
  }
})
afterAll(() => site.close())

const stateOf = async (id: number | undefined) =>
  (await query<{ state: string }>(site.databaseUrl, 'SELECT state FROM mails WHERE id = $1', [id]))[0]?.state

async function shoot(page: Page, name: string): Promise<void> {
  const folder = path.join(root, '.data', 'screenshots')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
}

describe('the dashboard', () => {
  it('shows what is due, what is open, what was ordered and which mails wait for a decision', async () => {
    const page = await site.signIn('admin')
    await page.goto('/admin')
    const widget = (name: string) => page.getByRole('region', { name })
    const agenda = await widget('Heute und überfällig').innerText()
    expect(agenda).toContain('Zurückrufen')
    expect(agenda).toContain('Bäckerei Größl')
    expect(agenda).toContain('war fällig am')
    expect(agenda).not.toContain('Längst erledigt')
    expect(await widget('Offene Bestellungen').innerText()).toContain('1.234,56 €')
    const months = await widget('Bestellsummen je Monat').getByRole('listitem').allTextContents()
    expect(months).toHaveLength(12)
    expect(months.at(-1)).toContain('1.234,56 €')
    const mails = await widget('Ungeklärte E-Mails').innerText()
    for (const state of ['unknown', 'failed', 'bounced']) expect(mails).toContain(`Mail ${state}`)
    for (const state of ['queued', 'sent', 'deferred', 'cancelled'])
      expect(mails).not.toContain(`Mail ${state}`)
    expect(await widget('Letzte Newsletter').innerText()).toContain('Herbstbrief')
    await widget('Ungeklärte E-Mails').getByRole('link', { name: 'Alle (3)' }).click()
    await page.locator('.table tbody tr').first().waitFor()
    expect(await page.locator('.table tbody tr').count()).toBe(3)
  })

  it('shows marketing its newsletters and nothing of the orders', async () => {
    const page = await site.signIn('marketing')
    await page.goto('/admin')
    await page.getByRole('region', { name: 'Letzte Newsletter' }).waitFor()
    expect(await page.innerText('body')).not.toMatch(/Zurückrufen|1\.234,56/)
  })
})

describe('the Postausgang', () => {
  it('shows a mail as it went out, and runs nothing of it', async () => {
    const page = await site.signIn('admin')
    await page.goto(`/admin/collections/mails/${mailIds.sent}`)
    await page.getByText('Der Mailserver hat sie angenommen.').waitFor()
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('')
    expect(await page.frameLocator('iframe').locator('body').innerText()).toContain('Guten Tag')
    expect(await page.locator('#crm-mail-retry, #crm-mail-cancel, #crm-mail-settle').count()).toBe(0)
  })

  it('lets a human decide about a mail of which nobody knows whether it arrived', async () => {
    const page = await site.signIn('sales')
    await page.goto(`/admin/collections/mails/${mailIds.unknown}`)
    await page.getByText('Niemand kann wissen, ob sie ankam').waitFor()
    await page.getByRole('button', { name: 'Nicht angekommen: erneut senden' }).waitFor()
    await page.getByRole('button', { name: 'Angekommen: gilt als versendet' }).click()
    await page.getByText('Der Mailserver hat sie angenommen.').waitFor()
    expect(await stateOf(mailIds.unknown)).toBe('sent')
  })

  it('sends a failed mail again', async () => {
    const page = await site.signIn('admin')
    await page.goto(`/admin/collections/mails/${mailIds.failed}`)
    await page.getByRole('button', { name: 'Erneut senden' }).click()
    await page.getByText('Sie wird in Kürze versendet.').waitFor()
    expect(await stateOf(mailIds.failed)).toBe('queued')
  })
})

describe('a delivery that was given up', () => {
  it('is found by an administrator, explained, and made again by one click', async () => {
    const page = await site.signIn('admin')
    await page.goto('/admin')
    await page.getByRole('link', { name: 'Aufgegebene Webhook-Zustellungen: 1' }).click()
    await shoot(page, 'deliveries')
    await page.getByRole('link', { name: 'Bestellung bestätigt' }).click()
    await page.getByText('Aufgegeben nach 12 Versuchen.').waitFor()
    expect(await page.innerText('main, .collection-edit, body')).toContain('HTTP 503')
    expect(await violations(page)).toEqual([])
    await shoot(page, 'delivery')
    await page.getByRole('button', { name: 'Erneut zustellen' }).click()
    await page.getByText('Sie wird in Kürze zugestellt.').waitFor()
    const [row] = await query(
      site.databaseUrl,
      'SELECT state, attempts::int FROM crm_webhook_deliveries WHERE id = $1',
      [delivery],
    )
    expect(row).toEqual({ state: 'queued', attempts: 0 })
  })

  it('is nothing that sales hears of', async () => {
    const page = await site.signIn('sales')
    await page.goto('/admin')
    await page.getByRole('region', { name: 'Ungeklärte E-Mails' }).waitFor()
    expect(await page.innerText('body')).not.toContain('Webhook')
  })
})

describe('accessibility and small screens', () => {
  const pages = [
    '/admin',
    '/admin/collections/customers',
    '/admin/collections/activities',
    '/admin/collections/orders',
    '/admin/collections/products',
    '/admin/collections/newsletters',
    '/admin/collections/mails',
  ]

  it('has no serious or critical violation, light and dark', async () => {
    const page = await site.signIn('admin')
    for (const path of [...pages, `/admin/collections/mails/${mailIds.sent}`]) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      expect(await violations(page), path).toEqual([])
    }
    await page.goto('/admin/collections/customers')
    await page.waitForLoadState('networkidle')
    await page.locator('.table tbody input[type=checkbox]').first().check()
    await page.locator('#crm-delete-selected').click()
    await page.locator('.confirmation-modal').waitFor()
    expect(await violations(page), 'dialogue').toEqual([])
  })

  it('fits a phone: no page is wider than the screen', async () => {
    const page = await site.signIn('admin', { viewport: { width: 390, height: 844 } })
    for (const path of [...pages, `/admin/collections/mails/${mailIds.sent}`]) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await fitsWindow(page)
    }
  })

  it('leads back from the settings by the Reiter', async () => {
    const page = await site.signIn('admin')
    await page.goto('/admin/globals/crm-settings')
    const tabs = page.getByRole('navigation', { name: 'Bereiche des CRM' })
    expect(await tabs.getByRole('link', { name: 'Einstellungen' }).getAttribute('aria-current')).toBe('page')
    await tabs.getByRole('link', { name: 'Kunden', exact: true }).click()
    await page.waitForURL('**/admin/collections/customers**')
  })

  it('is operated with the keyboard: from the Reiter into the list', async () => {
    const page = await site.signIn('admin')
    await page.goto('/admin/collections/customers')
    await page.waitForLoadState('networkidle')
    await page.getByRole('link', { name: 'Aktivitäten', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/admin/collections/activities**')
  })
})

describe('a registration that waits for approval', () => {
  it('is found on the dashboard and approved where it leads', async () => {
    const page = await site.signIn('sales')
    await page.goto('/admin')
    const widget = page.getByRole('region', { name: 'Wartende Registrierungen' })
    expect(await widget.innerText()).toContain('Neu GmbH')
    expect(await widget.innerText()).not.toContain('Noch Nicht')
    await widget.getByRole('link', { name: 'Alle (1)' }).click()
    await page.locator('.table tbody tr').first().waitFor()
    expect(await page.locator('.table tbody tr').count()).toBe(1)
    await page.goto('/admin')
    await widget.getByRole('link', { name: 'Kim Neu' }).click()
    await page.waitForURL(`**/accounts/${waiting}`)
    await page.locator('[data-stage=waiting]').waitFor()
    await shoot(page, 'account-waiting')
    await page.getByRole('button', { name: 'Freigeben' }).click()
    await page.locator('[data-stage=active]').waitFor()
    const [account] = await query(
      site.databaseUrl,
      `SELECT status, company FROM accounts JOIN customers ON customers.id = customer_id WHERE accounts.id = $1`,
      [waiting],
    )
    expect(account).toEqual({ status: 'active', company: 'Neu GmbH' })
    // The form knows what has happened: saved now, it takes nothing back.
    expect(await page.locator('#field-customer').innerText()).toContain('Neu GmbH')
    await shoot(page, 'account-approved')
  })
})
