import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { firstBrokenConsent } from '../../src/subscription/consentRow.js'
import { signTrackingToken } from '../../src/mail/trackingToken.js'
import { statusOf, writeNewsletter } from '../support/campaign.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { letter, link, paragraph } from '../support/letter.js'
import { startReaders, type Readers } from '../support/readers.js'
import type { ReceivedMail } from '../support/smtpServer.js'

let on: Readers
const company = { name: 'Muster Naturkost GmbH', street: 'Hauptstr. 1', postalCode: '50667', city: 'Köln' }
const count = (tracking: 'off' | 'anonymous' | 'consented') =>
  on.host.payload.updateGlobal({ slug: 'crm-settings', data: { company, newsletter: { tracking } } })
beforeAll(async () => {
  on = await startReaders()
})
afterAll(() => on.close())
beforeEach(() => count('consented'))

const form = (path: string, fields: [string, string][]) =>
  on.send(path, { method: 'POST', body: new URLSearchParams(fields) })
const choose = (subscriber: number, ...tracking: string[]) =>
  form(on.linkOf('preferences', subscriber), [
    ['lists', String(on.weekly)],
    ['language', 'de'],
    ...tracking.map((said): [string, string] => ['tracking', said]),
  ])
/** The box for tracking, and whether it is ticked. */
const box = async (page: Response) =>
  /<input\s+type="checkbox"\s+name="tracking"\s+value="yes"\s*(checked)?/.exec(await page.text())

async function sendTo(...people: { id: number; email: string }[]) {
  const { id: list } = await on.host.payload.create({ collection: 'mailing-lists', data: { name: 'Liste' } })
  for (const { id } of people)
    await on.host.payload.update({ collection: 'subscribers', id, data: { lists: [on.weekly, list] } })
  const content = letter(
    paragraph(
      'Zum ',
      link('https://laden.test/a?b=1&c=2', 'Laden'),
      ' und zum ',
      link('https://blog.test/', 'Blog'),
    ),
    paragraph(link('mailto:post@muster.test', 'Post'), link('https://laden.test/a?b=1&c=2', 'noch einmal')),
  )
  const id = await writeNewsletter(on.host.payload, { content, audience: { lists: [list] } })
  expect((await on.marketing.post(`/newsletters/${id}/send`)).status).toBe(200)
  await eventually(async () => (await statusOf(on.host.databaseUrl, id)) === 'sent', 30_000)
  const mails = people.map(({ email }) => on.smtp.mails.findLast(({ to }) => to === email))
  return { id, mails: mails.filter((mail): mail is ReceivedMail => mail !== undefined) }
}
const paths = (mail: ReceivedMail | undefined) => {
  const html = mail?.parsed.html || ''
  const found = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '')
  return {
    open: found(/<img[^>]+src="http:\/\/localhost:3000\/api(\/newsletter\/open\/[^"]+)"/g)[0] ?? '',
    clicks: found(/href="http:\/\/localhost:3000\/api(\/newsletter\/click\/[^"]+)"/g),
  }
}
const get = (path: string) => on.send(path, { redirect: 'manual' })
const rowsOf = (newsletter: number) =>
  query<any>(on.host.databaseUrl, 'SELECT * FROM crm_reactions WHERE newsletter_id = $1 ORDER BY link', [
    newsletter,
  ])
const resultsOf = async (newsletter: number) =>
  (await on.marketing.get(`/newsletters/${newsletter}/results`)).body.reactions

describe('the consent to look at openings and clicks', () => {
  it('is a choice of its own at the sign-up, in the check mail and on the page behind it', async () => {
    expect(await box(await on.send('/newsletter/subscribe'))).toMatchObject({ 1: undefined })
    const plain = await on.subscribed()
    expect(plain.tracking_consent_at).toBeNull()
    expect((await on.mailTo(plain.email)).parsed.text).not.toContain('auswertet')

    const email = on.somebody()
    await on.subscribe({ email, lists: [on.weekly], tracking: 'yes' })
    const mail = await on.mailTo(email)
    expect(mail.parsed.text).toContain('dass Muster Naturkost GmbH auswertet')
    expect((await box(await on.send(on.linkIn(mail))))?.[1]).toBe('checked')
    expect((await on.stored(email)).tracking_consent_at).toBeNull()
    await form(on.linkIn(mail), [
      ['tracking', 'no'],
      ['tracking', 'yes'],
    ])
    const person = await on.stored(email)
    expect(person.tracking_consent_at).not.toBeNull()
    const rows = await on.evidence(person.id)
    expect(rows.map(({ kind }) => kind)).toEqual([
      'requested',
      'trackingRequested',
      'confirmed',
      'trackingAllowed',
    ])
    expect(rows[3]).toMatchObject({ request_ip: '203.0.113.7', confirm_ip: '203.0.113.7', email })
    expect(rows[3].text).toContain('welche Links ich darin anklicke')
    expect(rows[3].text_version).not.toBe(rows[2].text_version)
    expect(rows[2].text).not.toContain('anklicke')
    expect(firstBrokenConsent(await on.consentsFrom(person.id))).toBeNull()
    const evidence = (await on.marketing.get(`/subscribers/${person.id}/evidence`)).body
    expect(evidence).toContain('In die Auswertung von Öffnungen und Klicks eingewilligt')
  })

  it('can be taken back on the page behind the check mail, and is not given by anything else', async () => {
    const email = on.somebody()
    await on.subscribe({ email, lists: [on.weekly], tracking: 'yes' })
    await form(on.linkIn(await on.mailTo(email)), [['tracking', 'no']])
    const person = await on.stored(email)
    expect(person).toMatchObject({ status: 'confirmed', tracking_consent_at: null })
    await on.marketing.patch(`/subscribers/${person.id}`, { trackingConsentAt: new Date().toISOString() })
    expect((await on.stored(email)).tracking_consent_at).toBeNull()
    // A client that says nothing of it changes nothing.
    await choose(person.id, 'no', 'yes')
    await choose(person.id)
    expect((await on.stored(email)).tracking_consent_at).not.toBeNull()
  })

  it('is not asked for unless the settings say so', async () => {
    await count('anonymous')
    const person = await on.subscribed(on.somebody(), { tracking: 'yes' })
    expect(await box(await on.send(on.linkOf('preferences', person.id)))).toBeNull()
    await choose(person.id, 'no', 'yes')
    expect((await on.stored(person.email)).tracking_consent_at).toBeNull()
    expect((await on.evidence(person.id)).map(({ kind }) => kind)).toEqual(['requested', 'confirmed'])
  })
})

describe('a newsletter that is counted', () => {
  it('says whose it is to those who agreed, and nothing of anybody else', async () => {
    const [anna, bert, carl] = [await on.subscribed(), await on.subscribed(), await on.subscribed()]
    await choose(anna.id, 'no', 'yes')
    const { id, mails } = await sendTo(anna, bert, carl)
    const [annas, berts, carls] = mails.map(paths)
    expect(berts).toEqual(carls)
    expect(annas?.open).not.toBe(berts?.open)
    expect(berts?.clicks).toHaveLength(3)
    expect(berts?.clicks[0]).toBe(berts?.clicks[2])
    expect(mails[1]?.parsed.text).toContain('https://laden.test/a?b=1&c=2')
    expect(mails[1]?.parsed.text).not.toContain('/newsletter/click/')
    expect(mails[1]?.parsed.html).toContain('href="mailto:post@muster.test"')

    const seen = await get(annas?.open ?? '')
    expect(seen.status).toBe(200)
    expect(Object.fromEntries(seen.headers)).toMatchObject({
      'content-type': 'image/gif',
      'cache-control': 'no-store',
    })
    expect(
      Buffer.from(await seen.arrayBuffer())
        .subarray(0, 6)
        .toString(),
    ).toBe('GIF89a')
    await get(annas?.open ?? '')
    await get(berts?.open ?? '')
    const first = await get(annas?.clicks[0] ?? '')
    expect([first.status, first.headers.get('location')]).toEqual([302, 'https://laden.test/a?b=1&c=2'])
    const second = await get(berts?.clicks[1] ?? '')
    expect([second.status, second.headers.get('location')]).toEqual([302, 'https://blog.test/'])

    expect(await resultsOf(id)).toEqual({
      mode: 'consented',
      opens: 3,
      clicks: 2,
      days: [{ day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), opens: 3, clicks: 2 }],
      links: [
        { url: 'https://laden.test/a?b=1&c=2', clicks: 1 },
        { url: 'https://blog.test/', clicks: 1 },
      ],
      people: { recipients: 1, opened: 1, clicked: 1 },
    })
    const rows = await rowsOf(id)
    expect(rows.map((row) => [row.subscriber_id, Number(row.link), Number(row.count)])).toEqual([
      [anna.id, 0, 2],
      [anna.id, 1, 1],
    ])
    const csv = String((await on.marketing.get(`/newsletters/${id}/results.csv`)).body)
      .trim()
      .split('\r\n')
    const line = (email: string) =>
      csv
        .find((one) => one.startsWith(email))
        ?.split(';')
        .slice(7) ?? []
    expect(line(anna.email).every((at) => /^\d{4}-.*Z$/.test(at))).toBe(true)
    expect(line(bert.email)).toEqual(['', ''])

    // What it was given for goes with the consent, and with it the name on what comes later.
    expect((await box(await choose(anna.id, 'no')))?.[1]).toBeUndefined()
    expect(await rowsOf(id)).toEqual([])
    await get(annas?.open ?? '')
    expect(await rowsOf(id)).toEqual([])
    expect(await resultsOf(id)).toMatchObject({ opens: 4, people: { recipients: 0, opened: 0 } })
    expect((await on.evidence(anna.id)).at(-1)).toMatchObject({ kind: 'trackingWithdrawn' })
    const whole = (await on.marketing.get(`/newsletters/${id}/results`)).body
    expect(whole.unsubscribed).toBe(0)
  })

  it('ends the consent with the subscription, and is not personal without the setting', async () => {
    const anna = await on.subscribed()
    await choose(anna.id, 'no', 'yes')
    const { id, mails } = await sendTo(anna)
    await count('anonymous')
    await get(paths(mails[0]).open)
    expect(await rowsOf(id)).toEqual([])
    expect((await resultsOf(id)).opens).toBe(1)
    await count('off')
    await get(paths(mails[0]).open)
    expect((await get(paths(mails[0]).clicks[0] ?? '')).status).toBe(302)
    expect(await resultsOf(id)).toMatchObject({ opens: 1, clicks: 0 })
    await on.send(on.linkOf('unsubscribe', anna.id), { method: 'POST' })
    expect((await on.stored(anna.email)).tracking_consent_at).toBeNull()
    const kinds = (await on.evidence(anna.id)).map(({ kind }) => kind)
    expect(kinds.slice(-2)).toEqual(['trackingWithdrawn', 'revoked'])
    expect((await on.marketing.get(`/newsletters/${id}/results`)).body.unsubscribed).toBe(1)
  })

  it('leads nowhere but where it said', async () => {
    const anna = await on.subscribed()
    const { id, mails } = await sendTo(anna)
    const { clicks, open } = paths(mails[0])
    const path = (clicks[0] ?? '').replace(/\/\d+$/, '')
    const { secret } = on.host.payload
    for (const wrong of [
      `${path}/0`,
      `${path}/3`,
      `${path}/1e1`,
      `${path}/https:%2F%2Fevil.test`,
      `${path}x/1`,
      `/newsletter/click/${signTrackingToken('another secret', id)}/1`,
      `/newsletter/click/${signTrackingToken(secret, '999999')}/1`,
      `/newsletter/click/${signTrackingToken(secret, "1' OR true")}/1`,
      '/newsletter/click/./1',
    ]) {
      const answer = await get(wrong)
      expect([wrong, answer.status, answer.headers.get('location')]).toEqual([wrong, 404, null])
    }
    for (const wrong of [`${open}x`, `/newsletter/open/${signTrackingToken(secret, '999999')}`])
      expect((await get(wrong)).status).toBe(200)
    // A token for somebody who is not there counts, without a name.
    await get(`/newsletter/open/${signTrackingToken(secret, id, 999999)}`)
    expect((await resultsOf(id)).opens).toBe(1)
    expect(await rowsOf(id)).toEqual([])
  })

  it('is the exception: without the setting nothing is in a letter', async () => {
    await count('off')
    const { id, mails } = await sendTo(await on.subscribed())
    expect(mails[0]?.parsed.html).not.toMatch(/newsletter\/(open|click)/)
    expect(mails[0]?.parsed.html).toContain('href="https://blog.test/"')
    expect(await resultsOf(id)).toBeNull()
  })
})
