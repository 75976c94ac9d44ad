import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../../scripts/host.js'
import { query } from '../support/database.js'
import { startSite, type Site } from '../support/site.js'

let site: Site
let customer: number
let subscriber: number
let newsletter: number
const folder = path.join(root, '.data', 'screenshots')

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  site = await startSite()
  const make = async (collection: string, data: object) =>
    (await site.payload.create({ collection, data, overrideAccess: true })).id as number
  customer = await make('customers', { company: 'Bäckerei Größl' })
  subscriber = await make('subscribers', { email: 'anna@kunde.test', customer })
  newsletter = await make('newsletters', { name: 'Mai', subject: 'Neues' })
  const run = (text: string, ...values: unknown[]) => query(site.databaseUrl, text, values)
  const tracking = { mode: 'consented', links: ['https://laden.test/angebote', 'https://blog.test/'] }
  await run(`UPDATE newsletters SET status = 'sent', frozen = $2 WHERE id = $1`, newsletter, { tracking })
  await run(
    `INSERT INTO mails (kind, state, "to", subject, newsletter_id, subscriber_id, dedupe_key, sent_at)
     VALUES ('newsletter', 'sent', 'anna@kunde.test', 'Neues', $1, $2, 'x', '2026-05-04T08:00:00Z')`,
    newsletter,
    subscriber,
  )
  await run(
    `INSERT INTO crm_reaction_counts (key, newsletter_id, day, link, count)
     SELECT day || ':' || link, $1, day, link, count
     FROM (VALUES ('2026-05-04', 0, 41), ('2026-05-05', 0, 12), ('2026-05-04', 1, 9)) AS seen (day, link, count)`,
    newsletter,
  )
  // Four who agreed to it: three opened it, one of them followed a link. One of the four came back later.
  await run(
    `WITH people AS (
      INSERT INTO subscribers (email, tracking_consent_at) SELECT 'leser' || i || '@kunde.test', now()
      FROM generate_series(1, 4) AS i RETURNING id, email)
     INSERT INTO mails (kind, state, "to", subject, newsletter_id, subscriber_id, dedupe_key, sent_at, updated_at)
     SELECT 'newsletter', (CASE WHEN email LIKE 'leser4@%' THEN 'bounced' ELSE 'sent' END)::enum_mails_state, email,
       'Neues', $1, id, email, '2026-05-04T08:30:00Z', '2026-05-04T17:10:00Z' FROM people`,
    newsletter,
  )
  await run(
    `INSERT INTO crm_reactions (key, newsletter_id, subscriber_id, link, count, first_at, last_at)
     SELECT $1 || ':' || s.id || ':' || link, $1::int, s.id, link, 1, now(), now()
     FROM subscribers AS s, (VALUES (1, 0), (2, 0), (3, 0), (3, 1)) AS seen (person, link)
     WHERE s.email = 'leser' || person || '@kunde.test'`,
    newsletter,
  )
  for (let report = 1; report <= 4; report += 1)
    await make('bounces', {
      kind: 'soft',
      recipient: 'anna@kunde.test',
      statusCode: '4.2.2',
      diagnostic: 'mailbox full',
      customer,
      subscriber,
      newsletter,
      receivedAt: `2026-05-0${report}T10:00:00Z`,
      reportKey: `report ${report}`,
    })
})
afterAll(() => site.close())

it('counts what became of the mails, with what share that is and when it happened', async () => {
  const page = await site.signIn('marketing')
  await page.goto(`/admin/collections/newsletters/${newsletter}/results`)
  const results = page.locator('section[class*=results]').first()
  await results.locator('[data-event=delivered]').waitFor()
  const text = (await results.innerText()).replace(/\s+/g, ' ')
  expect(text).toContain('Empfänger 5 Zugestellt 4 80 % der Empfänger Zurückgekommen 1 20 % der Empfänger')
  expect(text).toContain('Abgemeldet 0 0 % der Zugestellten')
  // Of what did not happen there is no chart; the axis says from when to when.
  expect(await results.locator('[data-event=unsubscribed]').count()).toBe(0)
  const chart = results.locator('[data-event=delivered]')
  expect(await chart.locator('li').allInnerTexts()).toEqual(['04.05.2026, 10:00: 4'])
  expect((await chart.innerText()).replace(/\s+/g, ' ')).toContain('4 0')
  expect((await chart.innerText()).replace(/\s+/g, ' ')).toContain('04.05.2026, 10:00 04.05.2026, 19:00')
  const place = await results.locator('[data-event=bounced] li').evaluate((bar) => bar.style.left)
  expect(place).toBe('90%')
})

it('shows openings and clicks beside the results', async () => {
  const page = await site.signIn('marketing')
  await page.goto(`/admin/collections/newsletters/${newsletter}/results`)
  const reactions = page.locator('[data-reactions=consented]')
  await reactions.waitFor()
  const text = (await reactions.innerText()).replace(/\s+/g, ' ')
  expect(text).toContain('Öffnungen 53 Klicks 9')
  expect(text).toContain('Von den 4 Empfängern, die der Auswertung zugestimmt haben:')
  expect(text).toContain('Haben geöffnet 3 75 % von ihnen Haben geklickt 1 25 % von ihnen')
  expect(text).toContain('https://laden.test/angebote 9')
  expect(text).toContain('https://blog.test/ 0')
  const bars = reactions.locator('[data-event=opens] li')
  expect(await bars.allInnerTexts()).toEqual(['04.05.2026: 41', '05.05.2026: 12'])
  const { violations } = await new AxeBuilder({ page }).include('[data-reactions]').analyze()
  expect(violations).toEqual([])
  await page.screenshot({ path: path.join(folder, 'newsletter-reactions.png'), fullPage: true })
})

it('shows what came back at the person, the customer and the newsletter', async () => {
  const page = await site.signIn('marketing')
  for (const [slug, id] of [
    ['subscribers', subscriber],
    ['customers', customer],
    ['newsletters', newsletter],
  ] as const) {
    await page.goto(`/admin/collections/${slug}/${id}`)
    const panel = page.locator('[data-bounces="4"]')
    await panel.waitFor()
    expect(await panel.locator('li').count()).toBe(3)
    expect(await panel.innerText()).toContain('04.05.2026')
    expect(await panel.innerText()).toContain('4.2.2 mailbox full')
    await page.screenshot({ path: path.join(folder, `bounces-${slug}.png`) })
    await panel.getByRole('link', { name: 'Alle ansehen' }).click()
    await page.waitForURL('**/collections/bounces?**')
    await page.locator('tbody tr').nth(3).waitFor()
  }
})
