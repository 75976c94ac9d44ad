/**
 * `npm run screenshots`: the pictures of the README into `docs/`, and every page in German and English, light and dark,
 * on a desk and on a phone, full and empty, into a folder to look through. `npm run screenshots -- newsletter` takes only
 * the pages whose names begin so.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import pg from 'pg'
import { root } from './host.js'
import { startProductionSite } from './productionSite.js'

const desk = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }
const inReadme = ['dashboard', 'customers', 'orders']
const list = (slug: string) => `/admin/collections/${slug}`
/** Pages that exist without any entry. */
const empties: Record<string, string> = {
  dashboard: '/admin',
  ...Object.fromEntries(
    [
      'customers',
      'activities',
      'orders',
      'products',
      'newsletters',
      'mailing-lists',
      'subscribers',
      'suppressions',
      'mails',
      'crm-webhooks',
    ].map((slug) => [slug, list(slug)]),
  ),
  settings: '/admin/globals/crm-settings',
  customerNew: `${list('customers')}/create`,
  newsletterNew: `${list('newsletters')}/create`,
}

type Site = Awaited<ReturnType<typeof startProductionSite>>
type Login = Record<'email' | 'password', string>

interface Look {
  locale: 'de' | 'en'
  theme: 'light' | 'dark'
  viewport: typeof desk
}

const only = process.argv[2] ?? ''
const folder = mkdtempSync(path.join(tmpdir(), 'mozaikoo-crm-screenshots-'))

const full = await startProductionSite('demo')
try {
  const demo = { email: 'demo@mozaikoo.test', password: 'demo' }
  const pages = { ...empties, ...(await pagesOf(full.databaseUrl)) }
  if (!only) {
    const readme = await signedIn(full, demo, { locale: 'de', theme: 'light', viewport: desk })
    for (const name of inReadme)
      await readme.goto(pages[name] ?? '').then(() => shoot(readme, path.join(root, 'docs', `${name}.png`)))
  }
  for (const viewport of [desk, phone])
    for (const theme of ['light', 'dark'] as const)
      for (const locale of ['de', 'en'] as const)
        await album(full, demo, pages, { locale, theme, viewport }, 'full')
} finally {
  await full.close()
}

const empty = await startProductionSite('empty')
try {
  const first = { email: 'first@mozaikoo.test', password: 'a-password' }
  const data = { ...first, name: 'Erika Muster' }
  const context = await empty.browser.newContext({ baseURL: empty.url })
  await context.request.post('/api/users/first-register', { data, headers: { Origin: empty.url } })
  for (const [viewport, locale] of [
    [desk, 'de'],
    [desk, 'en'],
    [phone, 'de'],
  ] as const)
    await album(empty, first, empties, { locale, theme: 'light', viewport }, 'empty')
} finally {
  await empty.close()
}
console.log(`Pages to look through: ${folder}`)

async function album(
  site: Site,
  login: Login,
  pages: Record<string, string>,
  look: Look,
  state: 'full' | 'empty',
): Promise<void> {
  const page = await signedIn(site, login, look)
  const { locale, theme, viewport } = look
  for (const [name, address] of Object.entries(pages)) {
    if (!name.startsWith(only)) continue
    await page.goto(address)
    await shoot(page, path.join(folder, `${state}-${name}-${viewport.width}-${theme}-${locale}.png`))
  }
  await page.context().close()
}

/** The pages by the name of their picture; entries are those of the demo's data. */
async function pagesOf(databaseUrl: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const first = async <Row>(text: string) => (await client.query(text)).rows[0] as Row
  const { customer, id } = await first<{ customer: number; id: number }>(
    `SELECT customer_id AS customer, id FROM orders WHERE status = 'open' ORDER BY id DESC LIMIT 1`,
  )
  const one = async (from: string) => (await first<{ id: number }>(`SELECT id FROM ${from} LIMIT 1`)).id
  const draft = `${list('newsletters')}/${await one(`newsletters WHERE status = 'draft' ORDER BY id`)}`
  const sent = `${list('newsletters')}/${await one(`newsletters WHERE status <> 'draft' ORDER BY id`)}`
  const pages = {
    customer: `${list('customers')}/${customer}`,
    customerActivities: `${list('customers')}/${customer}/activities`,
    customerOrder: `${list('customers')}/${customer}/orders?entry=${id}`,
    product: `${list('products')}/${await one('products ORDER BY id')}`,
    mail: `${list('mails')}/${await one('mails ORDER BY id DESC')}`,
    newsletterDraft: draft,
    newsletterPreview: `${draft}/letter`,
    newsletterCheck: `${draft}/preflight`,
    newsletterSent: sent,
    newsletterResults: `${sent}/results`,
    subscriber: `${list('subscribers')}/${await one('subscribers ORDER BY id')}`,
    mailingList: `${list('mailing-lists')}/${await one('mailing_lists ORDER BY id')}`,
  }
  await client.end()
  return pages
}

async function signedIn(site: Site, data: Login, { locale, theme, viewport }: Look): Promise<Page> {
  const context = await site.browser.newContext({
    baseURL: site.url,
    locale,
    viewport,
    timezoneId: 'Europe/Berlin',
    extraHTTPHeaders: { 'Accept-Language': locale },
  })
  await context.addCookies([{ name: 'payload-theme', value: theme, url: site.url }])
  const login = await context.request.post('/api/users/login', {
    data,
    headers: { Origin: site.url },
  })
  if (!login.ok()) throw new Error(`The user cannot sign in: ${login.status()}`)
  return context.newPage()
}

async function shoot(page: Page, file: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  // Payload fades its pages in.
  await page.waitForTimeout(1000)
  await page.screenshot({ path: file })
}
