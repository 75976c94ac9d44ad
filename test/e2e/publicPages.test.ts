import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signSubscriberToken, type TokenPurpose } from '../../src/mail/subscriberToken.js'
import { query } from '../support/database.js'
import { startHost, type TestHost } from '../support/host.js'
import { launchBrowser } from '../support/site.js'

let host: TestHost
let browser: Browser
let list: number
const screenshots = process.env.SCREENSHOTS

beforeAll(async () => {
  host = await startHost()
  browser = await launchBrowser()
  const { payload } = host
  await payload.updateGlobal({
    slug: 'crm-settings',
    data: {
      newsletter: { tracking: 'consented' },
      company: {
        name: 'Muster Naturkost GmbH',
        street: 'Hauptstr. 1',
        postalCode: '50667',
        city: 'Köln',
        country: 'DE',
        phone: '0221 123456',
        email: 'info@mozaikoo.test',
        managingDirectors: 'Erika Muster',
        registerCourt: 'Amtsgericht Köln',
        registerNumber: 'HRB 1',
      },
    },
  })
  const lists = [
    { name: 'Wochenangebote', description: 'Jeden Montag: was frisch und günstig ist.', public: true },
    { name: 'Rezepte', description: 'Einmal im Monat.', public: true },
  ]
  for (const data of lists) list = (await payload.create({ collection: 'mailing-lists', data })).id as number
})
afterAll(async () => {
  await browser.close()
  await host.close()
})

async function subscriber(language: 'de' | 'en', status: string): Promise<number> {
  const email = `${language}-${status}-${Math.random().toString(36).slice(2)}@kunde.test`
  const data = {
    email,
    language,
    status,
    lists: [list],
    legalBasis: status === 'confirmed' ? 'doubleOptIn' : null,
  }
  const asked = status === 'pending' ? { requestedAt: new Date().toISOString(), requestedLists: [list] } : {}
  const req = await createLocalReq({}, host.payload)
  const { id } = await host.payload.create({ collection: 'subscribers', data: { ...data, ...asked }, req })
  return id as number
}
const pathOf = (purpose: TokenPurpose, id: number) =>
  `/api/newsletter/${purpose}/${signSubscriberToken(host.payload.secret, purpose, id)}`
const statusOf = async (id: number) =>
  (await query<any>(host.databaseUrl, 'SELECT status FROM subscribers WHERE id = $1', [id]))[0].status

async function check(page: Page, name: string): Promise<void> {
  if (screenshots) {
    mkdirSync(screenshots, { recursive: true })
    await page.screenshot({ path: path.join(screenshots, `${name}.png`), fullPage: true })
  }
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((entry) => `${name}: ${entry.id} ${entry.nodes[0]?.html}`)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, name).toBeLessThanOrEqual(0)
}

describe.each(['de', 'en'] as const)('the public pages in %s', (language) => {
  it.each([1280, 390])('work without JavaScript and without a barrier, %i px wide', async (width) => {
    const viewport = { width, height: 800 }
    // The check of the page runs beside it; the page itself holds no script, and its policy allows none.
    const context = await browser.newContext({
      baseURL: new URL(host.api).origin,
      locale: language,
      viewport,
      extraHTTPHeaders: { 'Accept-Language': language },
    })
    const page = await context.newPage()
    const problems: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) problems.push(message.text())
    })
    const name = (part: string) => `${part}-${language}-${width}`
    const button = () => page.locator('main button').first()

    await page.goto('/api/newsletter/subscribe')
    await check(page, name('subscribe'))
    await page.fill('#email', 'Neu@kunde.test')
    await page.getByRole('checkbox').first().check()
    await button().click()
    await check(page, name('accepted'))
    expect(await page.textContent('h1')).toBe(language === 'de' ? 'Fast geschafft' : 'Almost done')

    const waiting = await subscriber(language, 'pending')
    await page.goto(pathOf('confirm', waiting))
    await check(page, name('confirm'))
    expect(await statusOf(waiting)).toBe('pending')
    await button().click()
    await check(page, name('confirmed'))
    expect(await statusOf(waiting)).toBe('confirmed')

    await page.goto(pathOf('preferences', waiting))
    await check(page, name('preferences'))
    await page.getByRole('checkbox').first().check()
    await button().click()
    await page.getByRole('status').waitFor()
    await check(page, name('preferences-saved'))

    await page.goto(pathOf('unsubscribe', waiting))
    await check(page, name('unsubscribe'))
    expect(await statusOf(waiting)).toBe('confirmed')
    await button().press('Enter')
    await check(page, name('unsubscribed'))
    expect(await statusOf(waiting)).toBe('unsubscribed')

    await page.goto(pathOf('preferences', waiting))
    await check(page, name('resubscribe'))
    await page.goto('/api/newsletter/unsubscribe/broken')
    await check(page, name('broken'))
    await host.payload.delete({ collection: 'subscribers', id: waiting })
    await page.goto(pathOf('unsubscribe', waiting))
    await check(page, name('gone'))
    expect(problems).toEqual([])
    await context.close()
  })
})
