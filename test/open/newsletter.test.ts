import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { CrmWorker } from 'mozaikoo-crm/worker'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../scripts/host.js'
import { eventually } from '../support/eventually.js'
import { block, heading, letter, paragraph, personal } from '../support/letter.js'
import { startSite, type Site } from '../support/site.js'
import { startSmtpServer } from '../support/smtpServer.js'

let site: Site
let smtp: Awaited<ReturnType<typeof startSmtpServer>>
let worker: CrmWorker
const email = 'marketing@mozaikoo.test'
const password = 'secret-password'
const pictures = path.join(root, 'test-results', 'newsletter')

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  smtp = await startSmtpServer()
  site = await startSite(smtp.url)
  // Not before the site has built the package.
  const { createCrmWorker } = await import('mozaikoo-crm/worker')
  worker = await createCrmWorker(site.payload)
  const make = (collection: string, data: Record<string, unknown>) =>
    site.payload.create({ collection, data, overrideAccess: true })
  await make('users', { email: 'admin@mozaikoo.test', password, name: 'Erika' })
  await make('users', { email, password, name: 'Mia', roles: ['marketing'] })
  const list = await make('mailing-lists', { name: 'Hofbrief' })
  await make('products', { name: 'Olivenöl', price: 1250 })
  for (const [firstName, language] of [
    ['Anna', 'de'],
    ['Bob', 'en'],
    ['Carla', 'de'],
  ])
    await make('subscribers', {
      email: `${firstName}@leser.test`,
      firstName,
      lastName: 'Muster',
      language,
      status: firstName === 'Carla' ? 'pending' : 'confirmed',
      lists: firstName === 'Bob' ? [] : [list.id],
    })
  await site.payload.updateGlobal({
    slug: 'crm-settings',
    overrideAccess: true,
    data: { company: { name: 'Muster GmbH', street: 'Weg 1', postalCode: '10115', city: 'Berlin' } },
  })
})
afterAll(async () => {
  await worker.close()
  await site.close()
  await smtp.close()
})

async function signedIn(locale: 'de' | 'en', viewport = { width: 1280, height: 800 }): Promise<Page> {
  const context = await site.open(locale, viewport)
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto('/admin/login')
  await page.fill('#field-email', email)
  await page.fill('#field-password', password)
  await page.click('button[type=submit]')
  await page.waitForURL('**/admin')
  return page
}

/** Only what is ours: the frame around it and the handles of its select are Payload's. */
async function violations(page: Page, part: string): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .include(part)
    .exclude(['iframe'])
    .exclude(['.clear-indicator'])
    .exclude(['.dropdown-indicator'])
    .analyze()
  return found.map(({ help, id, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' ')})`)
}

const shot = (page: Page, name: string) =>
  page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true })

describe('a newsletter in the admin panel', () => {
  it('is written, aimed, previewed, tested and checked', async () => {
    const page = await signedIn('de')
    await page.goto('/admin/collections/newsletters/create')
    await page.fill('#field-name', 'Herbstbrief')
    await page.fill('#field-subject', 'Herbst für {{firstName|Sie}}')
    await page.locator('[data-lexical-editor=true]').first().click()
    await page.keyboard.type('Liebe Grüße vom Hof')
    await page.locator('#audience-count', { hasText: '2 Empfänger' }).waitFor()
    await page.getByLabel('Auf einem dieser Verteiler').click()
    await page.getByRole('option', { name: 'Hofbrief' }).click()
    await page.locator('#audience-count', { hasText: '1 Empfänger' }).waitFor()
    expect(await page.textContent('#field-audience')).toContain('1 (Anmeldung noch nicht bestätigt)')
    expect(await violations(page, '#field-audience')).toEqual([])
    await shot(page, 'write-de-1280')
    await page.click('#action-save')
    await page.waitForURL(/newsletters\/\d+/)
    const { docs } = await site.payload.find({ collection: 'newsletters', overrideAccess: true })
    expect(docs[0]).toMatchObject({ name: 'Herbstbrief', audience: { lists: [expect.any(Number)] } })

    await page.getByRole('link', { name: 'Vorschau' }).click()
    await page.locator('#preview-text', { hasText: 'Liebe Grüße vom Hof' }).waitFor()
    await page.getByLabel('Lesen als').selectOption({ label: 'Anna Muster <Anna@leser.test>' })
    await page.getByText('Herbst für Anna').waitFor()
    const letterFrame = page.frameLocator('iframe').first()
    await letterFrame.getByText('Liebe Grüße vom Hof').waitFor()
    expect(await violations(page, '[class*=preview]')).toEqual([])
    await shot(page, 'preview-de-1280')
    await page.getByLabel('Testmail an').fill('test@muster.test')
    await page.getByRole('button', { name: 'Testmail senden' }).click()
    const mail = await eventually(() => smtp.mails[0])
    expect(mail.to).toBe('test@muster.test')
    expect(mail.parsed.subject).toBe('Test: Herbst für Anna')
    expect(mail.parsed.text).toContain('Liebe Grüße vom Hof')

    await page.getByRole('link', { name: 'Prüfung' }).click()
    await page.locator('#preflight-light').waitFor()
    expect(await page.textContent('[data-check=impressum]')).toContain('Das Impressum steht in der Fußzeile.')
    expect(await page.textContent('[data-check=audience]')).toContain('1 Empfänger')
    expect(await violations(page, '[class*=preflight]')).toEqual([])
    await shot(page, 'preflight-de-1280')
  })

  it('fits on a phone and speaks English', async () => {
    const content = letter(
      heading('h1', 'Autumn'),
      block('greeting', { style: 'formal', fallback: '' }),
      paragraph('Something for ', personal('firstName', 'you')),
      block('button', { label: 'Order now', url: 'https://example.com', align: 'center' }),
    )
    const { id } = await site.payload.create({
      collection: 'newsletters',
      data: { name: 'Letter', subject: 'Autumn', content },
      overrideAccess: true,
    })
    const page = await signedIn('en', { width: 390, height: 844 })
    for (const [tab, wait] of [
      ['letter', '#preview-text'],
      ['preflight', '#preflight-light'],
      ['results', '[class*=results] dl'],
    ] as const) {
      await page.goto(`/admin/collections/newsletters/${id}/${tab}`)
      await page.locator(wait).waitFor()
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width, tab).toBeLessThanOrEqual(390)
      await shot(page, `${tab}-en-390`)
    }
    expect(await violations(page, '[class*=results]')).toEqual([])
    expect(await page.textContent('body')).toContain('Nothing has been sent yet.')
    await page.goto(`/admin/collections/newsletters/${id}`)
    await page.locator('#audience-count', { hasText: '2 recipients' }).waitFor()
    const words = await page.textContent('form')
    for (const word of ['Content', 'Personal greeting', 'Audience', 'Tone']) expect(words).toContain(word)
    await shot(page, 'write-en-390')
  })
})
