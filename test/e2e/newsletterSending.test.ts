import type { Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { violations } from '../support/adminPage.js'
import { statesOf, statusOf, subscribe, writeNewsletter } from '../support/campaign.js'
import { eventually } from '../support/eventually.js'
import { startNewsletterSite } from '../support/newsletterSite.js'

let around: Awaited<ReturnType<typeof startNewsletterSite>>
let site: (typeof around)['site']
let smtp: (typeof around)['smtp']
let shot: (typeof around)['shot']
/** Mails beyond so many wait at the mail server until the gate is opened. */
const gate = { after: Infinity, move: () => undefined as void, moved: Promise.resolve() }
const moveGate = (after: number) => {
  gate.after = after
  gate.move()
  gate.moved = new Promise<void>((resolve) => (gate.move = resolve))
}
const openGate = () => moveGate(Infinity)
/** What the mail server does with a mail to somebody. */
const refused = new Set<string>()
const dropped = new Set<string>()

beforeAll(async () => {
  around = await startNewsletterSite({
    onData: async (raw, attempt) => {
      const to = /^To: .*?([\w.]+@[\w.]+)/im.exec(raw)?.[1] ?? ''
      while (attempt > gate.after) await gate.moved
      if (dropped.has(to)) return 'drop'
      return refused.has(to) ? { code: 550, message: 'No such user' } : null
    },
  })
  ;({ shot, site, smtp } = around)
})
afterEach(openGate)
afterAll(() => around.close())

const panel = (page: Page, state: string) => page.locator(`[data-newsletter=${state}]`)
const url = (id: number | string, tab = '') => `/admin/collections/newsletters/${id}${tab}`
const idOf = (page: Page) => Number(/newsletters\/(\d+)/.exec(page.url())?.[1])
const dialog = (page: Page) => page.locator('.confirmation-modal')
const confirm = (page: Page) => dialog(page).locator('#confirm-action').click()

describe('sending a newsletter in the admin panel', () => {
  it('is planned, sent, paused, resumed and accounted for, live', async () => {
    await subscribe(site.databaseUrl, 80)
    refused.add('person7@kunde.test')
    for (const n of [8, 9]) dropped.add(`person${n}@kunde.test`)
    const id = await writeNewsletter(site.payload)
    const page = await site.signIn('marketing')
    await page.goto(url(id))
    await panel(page, 'draft').waitFor()

    await page.fill('#field-subject', 'Frisch für {{firstName|Sie}}')
    await page.getByText('Bitte speichern Sie zuerst Ihre Änderungen.').waitFor()
    expect(await page.locator('#crm-newsletter-send').isDisabled()).toBe(true)
    await page.click('#action-save')
    await page.getByText('Bitte speichern Sie zuerst Ihre Änderungen.').waitFor({ state: 'hidden' })

    await page.click('#crm-newsletter-schedule')
    await page.getByLabel('Tag', { exact: true }).fill('31.02.2027')
    await page.getByRole('button', { name: 'Prüfen und planen' }).click()
    await page.getByText('Das ist kein lesbares Datum.').waitFor()
    await page.getByLabel('Tag', { exact: true }).fill('1.7.2097')
    await page.getByLabel('Uhrzeit').fill('9.30')
    expect(await violations(page, '[data-newsletter]')).toEqual([])
    await shot(page, 'plan-de-1280')
    await page.getByLabel('Tag', { exact: true }).press('Enter')
    await dialog(page).getByText('Am 01.07.2097, 09:30 Uhr an 80 Empfänger senden?').waitFor()
    await confirm(page)
    await panel(page, 'scheduled').getByText('Geht am 01.07.2097, 09:30 Uhr hinaus.').waitFor()
    const planned = await site.payload.findByID({ collection: 'newsletters', id, overrideAccess: true })
    expect(planned.scheduledAt).toBe('2097-07-01T07:30:00.000Z')

    const before = smtp.attempts
    moveGate(before + 20)
    await page.click('#crm-newsletter-send')
    await dialog(page).getByText('An 80 Empfänger senden?').waitFor()
    expect(await dialog(page).textContent()).toContain('Vorhut: keine')
    await shot(page, 'question-de-1280')
    expect(await violations(page, '.confirmation-modal')).toEqual([])
    await confirm(page)
    await panel(page, 'sending').locator('progress').waitFor()
    // Whoever has it open reads at once that it cannot be changed any more.
    await page.locator('#field-subject:disabled').waitFor()
    // It has a pace as soon as more have gone than at the first look.
    moveGate(before + 30)
    await page.getByText(/\d+ je Minute, /).waitFor()
    await shot(page, 'sending-de-1280')
    expect(await violations(page, '[data-newsletter]')).toEqual([])

    await page.click('#crm-newsletter-pause')
    await panel(page, 'paused').waitFor()
    openGate()
    await eventually(async () => !(await statesOf(site.databaseUrl, id)).sending)
    const halted = await statesOf(site.databaseUrl, id)
    expect(halted.queued).toBeGreaterThan(0)
    await panel(page, 'paused')
      .getByText(`${80 - (halted.queued ?? 0)} von 80 E-Mails sind hinaus.`)
      .waitFor()
    await shot(page, 'paused-de-1280')
    expect(await statusOf(site.databaseUrl, id)).toBe('paused')

    await page.click('#crm-newsletter-resume')
    await panel(page, 'sent').getByText('Fertig: 77 von 80 E-Mails hat der Mailserver angenommen.').waitFor()
    expect(await statesOf(site.databaseUrl, id)).toEqual({ sent: 77, failed: 1, unknown: 2 })
    expect(await panel(page, 'sent').textContent()).toContain('1 fehlgeschlagen, 2 ungewiss')
    const doubtful = page.locator('[data-mail="person8@kunde.test"]')
    await doubtful.waitFor()
    expect(await violations(page, '[data-newsletter]')).toEqual([])
    await shot(page, 'doubtful-de-1280')
    await panel(page, 'sent').getByText('2: Die Verbindung brach ab').waitFor()
    await page.click('#crm-doubtful-settle')
    await dialog(page).getByText('Alle 2 als versendet werten?').waitFor()
    await shot(page, 'doubtful-question-de-1280')
    await confirm(page)
    await panel(page, 'sent').getByText('Fertig: 79 von 80 E-Mails').waitFor()
    expect(await doubtful.count()).toBe(0)

    refused.clear()
    await page.click('#crm-newsletter-sendMissing')
    await dialog(page).getByText('Fehlgeschlagen oder zurückgenommen: 1.').waitFor()
    await confirm(page)
    await panel(page, 'sent').getByText('Fertig: 80 von 80 E-Mails').waitFor()
    // Of the doubtful one somebody said that it arrived: it did not go out a second time.
    expect(smtp.mails.filter(({ to }) => to === 'person8@kunde.test')).toHaveLength(0)
    expect(smtp.mails.filter(({ to }) => to === 'person7@kunde.test')).toHaveLength(1)

    const letterOf = page.locator('[data-lexical-editor=true]').first()
    await page.locator('.rich-text-lexical--read-only').waitFor()
    expect(await letterOf.getAttribute('contenteditable')).toBe('false')
    for (const field of ['#field-subject', '#field-preheader', '#field-template'])
      expect(await page.locator(field).isDisabled(), field).toBe(true)
    expect(await page.getByLabel('Letzte Bestellung ab').isDisabled()).toBe(true)
    expect(await page.locator('#audience-count').count()).toBe(0)
    await page.getByText('Betreff, Inhalt und Empfänger stehen seit dem Start fest').waitFor()
    await shot(page, 'fixed-de-1280')
    await page.fill('#field-name', 'Frühling im Hofladen')
    await page.click('#action-save')
    await page.getByText('Bitte speichern Sie zuerst Ihre Änderungen.').waitFor({ state: 'hidden' })
    const renamed = await site.payload.findByID({ collection: 'newsletters', id, overrideAccess: true })
    expect(renamed.name).toBe('Frühling im Hofladen')

    await page.getByRole('link', { name: 'Ergebnisse' }).click()
    const figure = page.locator('[class*=results] dl > div')
    await figure.first().waitFor()
    const figures = await figure.evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((part) => part.textContent?.replaceAll('\u00a0', ' '))),
    )
    expect(figures).toEqual([
      ['Empfänger', '80'],
      ['Zugestellt', '80', '100 % der Empfänger'],
      ['Zurückgekommen', '0', '0 % der Empfänger'],
      ['Fehlgeschlagen', '0', '0 % der Empfänger'],
      ['Ungewiss', '0', '0 % der Empfänger'],
      ['Abgemeldet', '0', '0 % der Zugestellten'],
    ])
    // However many minutes it took, each mail is in one of the bars.
    const bars = await page
      .locator('[data-event=delivered] li')
      .evaluateAll((all) => all.map((bar) => Number(/: (\d+)$/.exec(bar.getAttribute('title') ?? '')?.[1])))
    expect(bars.reduce((sum, count) => sum + count, 0)).toBe(80)
    await shot(page, 'results-de-1280')
    expect(await violations(page, '[class*=results]')).toEqual([])
  })

  it('waits for the limits and says until when; the doubtful ones are sent again', async () => {
    const limit = (perHour: number | null) =>
      site.payload.updateGlobal({
        slug: 'crm-settings',
        overrideAccess: true,
        data: { sending: { perHour } },
      })
    await limit(30)
    const id = await writeNewsletter(site.payload)
    const page = await site.signIn('marketing')
    await page.goto(url(id))
    await page.click('#crm-newsletter-send')
    await dialog(page).getByText('Grenzen: 30 je Stunde.').waitFor()
    await confirm(page)
    const held = panel(page, 'sending').locator('[data-held=perHour]')
    await held.getByText(/^Die Grenze von 30 E-Mails je Stunde ist erreicht. Ab .+ Uhr gehen/).waitFor()
    await shot(page, 'limit-de-1280')
    expect(await violations(page, '[data-newsletter]')).toEqual([])
    await limit(null)
    await panel(page, 'sent').getByText('Fertig: 78 von 80 E-Mails').waitFor()
    expect(await held.count()).toBe(0)

    dropped.clear()
    await page.click('#crm-doubtful-retry')
    await dialog(page).getByText('Alle 2 noch einmal senden?').waitFor()
    await confirm(page)
    await panel(page, 'sent').getByText('Fertig: 80 von 80 E-Mails').waitFor()
    const again = smtp.mails.filter(({ to }) => to === 'person8@kunde.test')
    expect(again).toHaveLength(1)
    expect(await page.locator('#crm-doubtful-retry').count()).toBe(0)
  })

  it('does not go out while the check is red, and says why', async () => {
    const { id } = await site.payload.create({
      collection: 'newsletters',
      data: { name: 'Leer', subject: 'Leer' },
      overrideAccess: true,
    })
    const page = await site.signIn('marketing')
    await page.goto(url(id))
    await page.click('#crm-newsletter-send')
    await dialog(page).getByText('Der Newsletter ist noch leer.').waitFor()
    expect(await dialog(page).locator('#confirm-cancel').isVisible()).toBe(false)
    await shot(page, 'blocked-de-1280')
    await dialog(page).getByRole('button', { name: 'Verstanden' }).click()
    await dialog(page).waitFor({ state: 'detached' })
    expect(await statusOf(site.databaseUrl, Number(id))).toBe('draft')
  })

  it('is kept as a template, and another one begins from it', async () => {
    const id = await writeNewsletter(site.payload, { name: 'Monatsbrief' })
    const page = await site.signIn('marketing')
    await page.goto(url(id))
    await page.click('#crm-newsletter-keep')
    await panel(page, 'template').waitFor()
    const template = idOf(page)
    expect(template).not.toBe(id)
    expect(await page.locator('#crm-newsletter-send').count()).toBe(0)
    await page.goto('/admin/collections/newsletters/create')
    await page.getByLabel('Aus einer Vorlage beginnen').selectOption({ label: 'Monatsbrief' })
    await shot(page, 'template-de-1280')
    await page.getByRole('button', { name: 'Beginnen' }).click()
    await panel(page, 'draft').waitFor()
    const copy = await site.payload.findByID({
      collection: 'newsletters',
      id: idOf(page),
      overrideAccess: true,
    })
    expect(copy).toMatchObject({ name: 'Monatsbrief', template: false, status: 'draft' })
    expect(copy.id).not.toBe(template)
    expect(JSON.stringify(copy.content)).toContain('der Frühling ist da')
  })
})
