/**
 * `npm run screenshots`: the pictures of the README into `docs/`, and every page in German and English, light and dark,
 * on a desk and on a phone into a folder to look through.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import pg from 'pg'
import { root } from './host.js'
import { startProductionSite } from './productionSite.js'

const desk = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }
const inReadme = ['dashboard', 'customers', 'orders']

interface Look {
  locale: 'de' | 'en'
  theme: 'light' | 'dark'
  viewport: typeof desk
}

const site = await startProductionSite('demo')
try {
  const pages = await pagesOf(site.databaseUrl)
  const readme = await signedIn(site.browser, { locale: 'de', theme: 'light', viewport: desk })
  for (const name of inReadme) await shoot(readme, pages[name] ?? '', path.join(root, 'docs', `${name}.png`))
  const folder = mkdtempSync(path.join(tmpdir(), 'mozaikoo-crm-screenshots-'))
  for (const viewport of [desk, phone])
    for (const theme of ['light', 'dark'] as const)
      for (const locale of ['de', 'en'] as const) {
        const page = await signedIn(site.browser, { locale, theme, viewport })
        for (const [name, address] of Object.entries(pages))
          await shoot(page, address, path.join(folder, `${name}-${viewport.width}-${theme}-${locale}.png`))
        await page.context().close()
      }
  console.log(`In docs/: ${inReadme.join(', ')}. All others: ${folder}`)
} finally {
  await site.close()
}

/** The pages by the name of their picture; entries are those of the demo's data. */
async function pagesOf(databaseUrl: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ customer: number; id: number }>(
    `SELECT customer_id AS customer, id FROM orders WHERE status = 'open' ORDER BY id DESC LIMIT 1`,
  )
  const mails = await client.query<{ id: number }>(`SELECT id FROM mails ORDER BY id DESC LIMIT 1`)
  await client.end()
  const { customer = 1, id = 1 } = rows[0] ?? {}
  const list = (slug: string) => `/admin/collections/${slug}`
  return {
    dashboard: '/admin',
    customers: list('customers'),
    activities: list('activities'),
    orders: list('orders'),
    products: list('products'),
    newsletters: list('newsletters'),
    mails: list('mails'),
    mail: `${list('mails')}/${mails.rows[0]?.id ?? 1}`,
    settings: '/admin/globals/crm-settings',
    customerNew: `${list('customers')}/create`,
    customer: `${list('customers')}/${customer}`,
    customerActivities: `${list('customers')}/${customer}/activities`,
    customerOrder: `${list('customers')}/${customer}/orders?entry=${id}`,
  }
}

async function signedIn(browser: Browser, { locale, theme, viewport }: Look): Promise<Page> {
  const context = await browser.newContext({
    baseURL: site.url,
    locale,
    viewport,
    timezoneId: 'Europe/Berlin',
    extraHTTPHeaders: { 'Accept-Language': locale },
  })
  await context.addCookies([{ name: 'payload-theme', value: theme, url: site.url }])
  const login = await context.request.post('/api/users/login', {
    data: { email: 'demo@mozaikoo.test', password: 'demo' },
    headers: { Origin: site.url },
  })
  if (!login.ok()) throw new Error(`The demo's user cannot sign in: ${login.status()}`)
  return context.newPage()
}

async function shoot(page: Page, address: string, file: string): Promise<void> {
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  // Payload fades its pages in.
  await page.waitForTimeout(1000)
  await page.screenshot({ path: file })
}
