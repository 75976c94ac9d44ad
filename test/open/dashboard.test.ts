import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '../../src/domain/calendar.js'
import { violations } from '../support/accessibility.js'
import { query } from '../support/database.js'
import { startSite, type Site } from '../support/site.js'

let site: Site
const states = ['queued', 'sent', 'deferred', 'failed', 'bounced', 'unknown', 'cancelled'] as const
const mailIds: Record<string, number> = {}
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

describe('the dashboard', () => {})

describe('the Postausgang', () => {})

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

  it.each(['light', 'dark'] as const)('has no serious or critical violation: %s', async (theme) => {
    const page = await site.signIn('admin', { theme })
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
})
