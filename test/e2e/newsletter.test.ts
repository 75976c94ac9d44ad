import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { block, heading, letter, paragraph, personal } from '../../scripts/demo/letterNodes.js'
import { fitsWindow, phone, violations } from '../support/adminPage.js'
import { eventually } from '../support/eventually.js'
import { startNewsletterSite } from '../support/newsletterSite.js'

let around: Awaited<ReturnType<typeof startNewsletterSite>>
let site: (typeof around)['site']
let smtp: (typeof around)['smtp']
let shot: (typeof around)['shot']

beforeAll(async () => {
  around = await startNewsletterSite()
  ;({ shot, site, smtp } = around)
  const make = (collection: string, data: Record<string, unknown>) =>
    site.payload.create({ collection, data, overrideAccess: true })
  const list = await make('mailing-lists', { name: 'Hofbrief' })
  await make('products', { name: 'Olivenöl', price: 1250 })
  await make('customers', { company: 'Hofladen', tags: ['Gastro', 'Bio'], address: { city: 'Köln' } })
  await make('customers', { company: 'Wirtshaus', tags: ['Gastro'], address: { city: 'Wien' } })
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
      legalBasis: 'doubleOptIn',
      lists: firstName === 'Bob' ? [] : [list.id],
    })
})
afterAll(() => around.close())

const url = (id: number | string, tab = '') => `/admin/collections/newsletters/${id}${tab}`

describe('a newsletter in the admin panel', () => {
  it('is written, aimed, previewed, tested and checked', async () => {
    const page = await site.signIn('marketing')
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
    const day = page.getByLabel('Letzte Bestellung ab')
    await day.fill('31.13.2026')
    await page.getByText('Der Empfängerkreis ist noch nicht lesbar.').waitFor()
    await day.blur()
    await page.getByText('Das ist kein lesbares Datum. Bitte so schreiben: 31.12.2026').waitFor()
    // Nobody may take a date that cannot be read for no date at all.
    await page.click('#action-save')
    await page.getByText('Ein Feld ist nicht lesbar. Es wurde nichts gespeichert.').first().waitFor()
    expect((await site.payload.count({ collection: 'newsletters' })).totalDocs).toBe(0)
    await day.fill('1.2.20')
    await day.blur()
    expect(await day.inputValue()).toBe('01.02.2020')
    await page.getByLabel('Bestellvolumen netto ab').fill('1.234,5')
    const since = page.getByLabel('Bestellvolumen seit')
    await since.fill('1.3.26')
    await since.blur()
    expect(await since.inputValue()).toBe('01.03.2026')
    const tags = page.getByLabel('Schlagwörter des Kunden')
    const offered = (label: string) =>
      page
        .getByLabel(label)
        .evaluate((input) =>
          [...((input as HTMLInputElement).list?.options ?? [])].map((option) => option.value),
        )
    await eventually(async () => (await offered('Orte')).length > 0)
    expect(await offered('Orte')).toEqual(['Köln', 'Wien'])
    expect(await offered('Schlagwörter des Kunden')).toEqual(['Bio', 'Gastro'])
    await tags.fill('Bio,')
    expect(await offered('Schlagwörter des Kunden')).toEqual(['Bio, Gastro'])
    await shot(page, 'suggestions-de-1280')
    await tags.fill('')
    await page.getByLabel('Länder').fill('Öster')
    await page.getByRole('option', { name: 'Österreich' }).click()
    await page.locator('#audience-count', { hasText: '0 Empfänger' }).waitFor()
    expect(await violations(page, '#field-audience')).toEqual([])
    await shot(page, 'write-de-1280')
    await page.click('#action-save')
    await page.waitForURL(/newsletters\/\d+/)
    const { docs } = await site.payload.find({ collection: 'newsletters', overrideAccess: true })
    expect(docs[0]).toMatchObject({
      name: 'Herbstbrief',
      audience: {
        lists: [expect.any(Number)],
        place: { countries: ['AT'] },
        lastOrder: { from: '2020-02-01' },
        orderVolume: { min: 123450, since: '2026-03-01' },
      },
    })
    await day.fill('')
    await page.getByLabel('Bestellvolumen netto ab').fill('')
    // Orders since a day, but to which amount?
    await page.getByText('Dazu gehört ein Bestellvolumen').first().waitFor()
    expect(await violations(page, '#field-audience')).toEqual([])
    await shot(page, 'volume-missing-de-1280')
    await since.fill('')
    await page.getByLabel('Länder').press('Backspace')
    await page.locator('#audience-count', { hasText: '1 Empfänger' }).waitFor()
    await page.click('#action-save')
    await page.getByText('Bitte speichern Sie zuerst Ihre Änderungen.').waitFor({ state: 'hidden' })

    await page.getByRole('link', { name: 'Vorschau' }).click()
    await page.locator('#preview-text', { hasText: 'Liebe Grüße vom Hof' }).waitFor()
    const reader = page.getByLabel('Lesen als')
    await reader.fill('niemand')
    await page.getByText('Dazu passt kein Abonnent.').waitFor()
    await reader.fill('muster ann')
    await page.getByRole('option', { name: 'Anna Muster <anna@leser.test>' }).click()
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
    await page.getByText('Die Testmail an test@muster.test ist unterwegs.').waitFor()
    await around.stopWorker()
    await page.getByRole('button', { name: 'Testmail senden' }).click()
    await page
      .getByText('Die Testmail an test@muster.test wartet: Gerade läuft kein Versandprozess.')
      .waitFor()
    await shot(page, 'test-waits-de-1280')

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
    const page = await site.signIn('marketing', { locale: 'en', viewport: phone, theme: 'dark' })
    for (const [tab, wait] of [
      ['letter', '#preview-text'],
      ['preflight', '#preflight-light'],
      ['results', '[class*=results] dl'],
    ] as const) {
      await page.goto(url(id, `/${tab}`))
      await page.locator(wait).waitFor()
      // From wherever one looks at it, it can be sent.
      await page.locator('#crm-newsletter-send').waitFor()
      await fitsWindow(page)
      await shot(page, `${tab}-en-390`)
    }
    expect(await violations(page, '[class*=results]')).toEqual([])
    expect(await page.textContent('body')).toContain('Nothing has been sent yet.')
    await page.goto(url(id))
    await page.locator('#audience-count', { hasText: /2 recipients/ }).waitFor()
    const words = await page.textContent('form')
    for (const word of ['Content', 'Personal greeting', 'Audience', 'Tone', 'Not sent yet.', 'Send now'])
      expect(words).toContain(word)
    await page.click('#crm-newsletter-schedule')
    await page.getByLabel('Day', { exact: true }).fill('31/12/2096')
    await fitsWindow(page)
    await shot(page, 'write-en-390')
  })
})
