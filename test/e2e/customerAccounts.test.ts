import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../../scripts/host.js'
import { query } from '../support/database.js'
import { startSite, type Site } from '../support/site.js'

let site: Site
let customer: number | string
const email = 'admin@mozaikoo.test'
const password = 'secret-password'

beforeAll(async () => {
  site = await startSite()
  const data = { email, password, name: 'Erika' }
  await site.payload.create({ collection: 'users', data, overrideAccess: true })
  const contacts = [{ salutation: 'ms', firstName: 'Anna', lastName: 'Groß', email: 'anna@kunde.test' }]
  const company = { company: 'Bäckerei Größl', contacts }
  customer = (await site.payload.create({ collection: 'customers', data: company, overrideAccess: true })).id
})
afterAll(() => site.close())

it('invites a contact by one click, invites again, blocks and unblocks', async () => {
  const page = await (await site.open('de')).newPage()
  page.setDefaultTimeout(15_000)
  await page.goto('/admin/login')
  await page.fill('#field-email', email)
  await page.fill('#field-password', password)
  await page.click('button[type=submit]')
  await page.waitForURL('**/admin')
  await page.goto(`/admin/collections/customers/${customer}`)
  const account = page.locator('[data-account="anna@kunde.test"]')
  const stage = (name: string) => account.locator(`[data-stage=${name}]`).waitFor()
  const click = (name: string) => page.getByRole('button', { name: `${name}: Anna Groß` }).click()

  await click('Einladen')
  await stage('invited')
  expect(await page.locator('[data-contact="anna@kunde.test"]').count()).toBe(0)
  await click('Erneut einladen')
  await click('Sperren')
  await stage('blocked')
  await click('Entsperren')
  await stage('invited')
  const folder = path.join(root, '.data', 'screenshots')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, 'customer-accounts.png') })
  const mails = await query(site.databaseUrl, `SELECT kind FROM mails WHERE "to" = 'anna@kunde.test'`)
  expect(mails).toEqual([{ kind: 'accountInvitation' }, { kind: 'accountInvitation' }])
})

it('serves the pages of links with headers that keep the token to themselves', async () => {
  const page = await fetch(`${site.url}/api/accounts/accept-invitation/some-token`)
  expect(page.status).toBe(200)
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  expect(page.headers.get('x-frame-options')).toBe('DENY')
  expect(page.headers.get('x-powered-by')).toBeNull()
  const admin = await fetch(`${site.url}/admin/login`)
  expect(admin.headers.get('x-content-type-options')).toBe('nosniff')
  expect(admin.headers.get('x-frame-options')).toBe('SAMEORIGIN')
})
