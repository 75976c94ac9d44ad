import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signTrackingToken } from '../../src/mail/trackingToken.js'
import { statusOf, writeNewsletter } from '../support/campaign.js'
import { staff } from '../support/client.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { letter, link, paragraph } from '../../scripts/demo/letterNodes.js'
import { startReaders, type Readers } from '../support/readers.js'
import type { ReceivedMail } from '../support/smtpServer.js'
import { trackingOn } from '../support/tracking.js'

let on: Readers
let tracking: ReturnType<typeof trackingOn>
beforeAll(async () => {
  on = await startReaders()
  tracking = trackingOn(on)
})
afterAll(() => on.close())
beforeEach(() => tracking.count('consented'))

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

describe('a newsletter that is counted', () => {
  it('says whose it is to those who agreed, and nothing of anybody else', async () => {
    const [anna, bert, carl] = [await on.subscribed(), await on.subscribed(), await on.subscribed()]
    await tracking.choose(anna.id, 'no', 'yes')
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
    expect((await tracking.box(await tracking.choose(anna.id, 'no')))?.[1]).toBeUndefined()
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
    await tracking.choose(anna.id, 'no', 'yes')
    const { id, mails } = await sendTo(anna)
    await tracking.count('anonymous')
    await get(paths(mails[0]).open)
    expect(await rowsOf(id)).toEqual([])
    expect((await resultsOf(id)).opens).toBe(1)
    await tracking.count('off')
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

  it('tells a person what is known, and forgets it with the person and with the newsletter', async () => {
    const [anna, bert] = [await on.subscribed(), await on.subscribed()]
    for (const { id } of [anna, bert]) await tracking.choose(id, 'no', 'yes')
    const { id, mails } = await sendTo(anna, bert)
    for (const mail of mails) await get(paths(mail).open)
    const admin = await staff(on.host.payload, on.host.api, 'admin')
    const customer = (await admin.post('/customers', { company: 'Hof' })).body.doc.id
    const told = (await admin.get(`/customers/${customer}/gdpr-export?person=${anna.email}`)).body
    expect(told.reactions).toMatchObject([{ newsletter: id, link: 0, count: 1 }])
    const erased = await admin.post(`/customers/${customer}/gdpr-erase`, { person: anna.email })
    expect(erased.status, JSON.stringify(erased.body)).toBe(200)
    expect((await rowsOf(id)).map((row) => row.subscriber_id)).toEqual([bert.id])
    await get(paths(mails[0]).open)
    expect((await admin.delete(`/subscribers/${bert.id}`)).status).toBe(200)
    expect(await rowsOf(id)).toEqual([])
    expect(await resultsOf(id)).toMatchObject({ opens: 3 })
    expect((await admin.delete(`/newsletters/${id}`)).status).toBe(200)
    expect(
      await query(on.host.databaseUrl, 'SELECT 1 FROM crm_reaction_counts WHERE newsletter_id = $1', [id]),
    ).toEqual([])
    expect((await get(paths(mails[0]).clicks[0] ?? '')).status).toBe(404)
  })

  it('is the exception: without the setting nothing is in a letter', async () => {
    await tracking.count('off')
    const { id, mails } = await sendTo(await on.subscribed())
    expect(mails[0]?.parsed.html).not.toMatch(/newsletter\/(open|click)/)
    expect(mails[0]?.parsed.html).toContain('href="https://blog.test/"')
    expect(await resultsOf(id)).toBeNull()
  })
})
