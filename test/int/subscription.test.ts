import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { startReaders, type Readers } from '../support/readers.js'
import { firstBrokenConsent, type ConsentRow } from '../../src/subscription/consentRow.js'

let on: Readers
beforeAll(async () => {
  on = await startReaders()
})
afterAll(() => on.close())

describe('signing up', () => {
  it('asks for a confirmation by mail and keeps the evidence of both', async () => {
    const email = on.somebody()
    const answer = await on.subscribe(
      {
        email: ` ${email.toUpperCase()} `,
        firstName: 'Anna\r\nBcc: x@y.z',
        lists: [on.weekly, on.hidden, 999, 'x'],
      },
      { Referer: 'https://shop.test/newsletter' },
    )
    expect(answer.status).toBe(202)
    expect(await on.stored(email)).toMatchObject({
      status: 'pending',
      legal_basis: null,
      first_name: 'Anna Bcc: x@y.z',
    })

    const mail = await on.mailTo(email)
    expect(mail.parsed.subject).toBe('Bitte bestätigen Sie Ihre Anmeldung')
    expect(mail.parsed.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.raw).not.toMatch(/^list-unsubscribe/im)
    for (const part of [mail.parsed.text ?? '', mail.parsed.html || '']) {
      expect(part).toContain('Muster Naturkost GmbH')
      expect(part).toContain('Verteiler: Wochenangebote')
      expect(part).not.toContain('Intern')
      // What a stranger typed into the form does not reach the mailbox.
      expect(part).not.toContain('Anna')
    }

    for (const method of ['GET', 'HEAD', 'GET']) {
      const page = await on.send(on.linkIn(mail), { method })
      if (method === 'GET') expect(page.status).toBe(200)
      expect(await on.stored(email)).toMatchObject({ status: 'pending' })
    }
    const confirmed = await on.send(on.linkIn(mail), {
      method: 'POST',
      headers: { 'X-Forwarded-For': '198.51.100.4' },
    })
    expect(confirmed.status).toBe(200)
    expect(await confirmed.text()).toContain('Sie sind angemeldet')

    const person = await on.stored(email)
    expect(person).toMatchObject({ status: 'confirmed', legal_basis: 'doubleOptIn', requested_at: null })
    const { docs } = (
      await on.marketing.get(`/consents?where[subscriber][equals]=${person.id}&sort=sequence&depth=0`)
    ).body
    expect(docs).toHaveLength(2)
    expect(docs[1]).toMatchObject({
      kind: 'confirmed',
      email,
      lists: ['Wochenangebote'],
      requestIp: '203.0.113.7',
      requestUrl: 'https://shop.test/newsletter',
      confirmIp: '198.51.100.4',
      mailMessageId: mail.parsed.messageId,
      textVersion: expect.stringMatching(/^[0-9a-f]{12}$/),
    })
    expect(docs[1].text).toContain('Ich möchte den Newsletter von Muster Naturkost GmbH')
    expect(docs[1].mailText).toContain('Anmeldung zum Newsletter')
    expect(docs[1].mailText).not.toContain(on.linkIn(mail))
    expect(new Date(docs[1].confirmedAt).getTime()).toBeGreaterThan(new Date(docs[1].requestedAt).getTime())
    expect(firstBrokenConsent(docs as ConsentRow[])).toBeNull()
  })

  it('confirms once, however often the link is used', async () => {
    const person = await on.subscribed()
    const again = await on.send(on.linkIn(await on.mailTo(person.email)), { method: 'POST' })
    expect(again.status).toBe(200)
    expect(await on.evidence(person.id)).toHaveLength(2)
  })
})

describe('the answer to a sign-up', () => {
  it('is the same for a new, a waiting, a known and a suppressed address, and sends nothing that tells', async () => {
    const known = await on.subscribed()
    const gone = await on.subscribed()
    await on.send(on.linkOf('unsubscribe', gone.id), { method: 'POST' })
    await on.aged(gone.email)
    const waiting = on.somebody()
    await on.subscribe({ email: waiting })
    await on.mailTo(waiting)
    await query(
      on.host.databaseUrl,
      `INSERT INTO suppressions (address_hash, reason, since)
      VALUES (encode(sha256('complained@kunde.test'), 'hex'), 'complained', now())`,
    )
    const before = on.smtp.mails.length
    const emails = [on.somebody(), waiting, known.email, gone.email, 'complained@kunde.test']
    const answers: string[] = []
    for (const email of emails) {
      const answer = await on.subscribe({ email, lists: [on.weekly] })
      const { date: _, ...headers } = Object.fromEntries(answer.headers)
      answers.push(JSON.stringify([answer.status, headers, await answer.text()]))
    }
    expect(new Set(answers).size).toBe(1)
    // The new address and the one that came back are asked; the waiting one was asked a moment ago.
    await eventually(() => on.smtp.mails.length === before + 2)
    expect(
      on.smtp.mails
        .slice(before)
        .map((mail) => mail.to)
        .sort(),
    ).toEqual([emails[0], gone.email].sort())
    expect(await on.stored('complained@kunde.test')).toBeUndefined()
    expect(await on.stored(gone.email)).toMatchObject({ status: 'unsubscribed' })
  })

  it('is 400 with the path for what is no address, and never an error of the server', async () => {
    const wrong = await on.subscribe({ email: 'no address' })
    expect(wrong.status).toBe(400)
    expect(JSON.stringify(await wrong.json())).toContain('"path":"email"')
    for (const body of ['{', '[]', '"x"', '{"email":{"a":1}}', '{"email":["a@b.de"],"lists":{"x":1}}', '']) {
      const answer = await on.send('/newsletter/subscribe', { method: 'POST', body })
      expect([400, 202]).toContain(answer.status)
    }
    const odd = {
      email: on.somebody(),
      firstName: '\ud800\u0000😀',
      lists: ['1; DROP', -1, 1e20, null],
      url: '\u0000x',
    }
    expect((await on.subscribe(odd)).status).toBe(202)
    const person = await on.stored(odd.email)
    expect(firstBrokenConsent(await on.consentsFrom(person.id))).toBeNull()
    const large = await on.send('/newsletter/subscribe', { method: 'POST', body: 'x'.repeat(70_000) })
    expect(large.status).toBe(413)
  })

  it('comes once when two people at a time sign the same address up', async () => {
    const email = on.somebody()
    const answers = await Promise.all(Array.from({ length: 8 }, () => on.subscribe({ email })))
    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(202))
    await on.mailTo(email)
    const mails = await query<any>(on.host.databaseUrl, 'SELECT id FROM mails WHERE "to" = $1', [email])
    expect(mails).toHaveLength(1)
    expect(await on.evidence((await on.stored(email)).id)).toHaveLength(1)
  })

  it('is asked for at most three times a day and not twice in ten minutes', async () => {
    const email = on.somebody()
    const age = async (minutes: number) => {
      await query(on.host.databaseUrl, 'DELETE FROM crm_rate_limits')
      await query(
        on.host.databaseUrl,
        `UPDATE mails SET created_at = created_at - make_interval(mins => $2) WHERE "to" = $1`,
        [email, minutes],
      )
    }
    const count = async () =>
      (await query<any>(on.host.databaseUrl, 'SELECT id FROM mails WHERE "to" = $1', [email])).length
    await on.subscribe({ email })
    await on.subscribe({ email })
    expect(await count()).toBe(1)
    for (const expected of [2, 3, 3]) {
      await age(11)
      await on.subscribe({ email })
      expect(await count()).toBe(expected)
    }
    await age(24 * 60)
    await on.subscribe({ email })
    expect(await count()).toBe(4)
  })

  it('is a page for a form without JavaScript', async () => {
    const page = await on.send('/newsletter/subscribe', {
      headers: { 'Accept-Language': 'en', Accept: 'text/html' },
    })
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; style-src 'sha256-/)
    const markup = await page.text()
    expect(markup).toContain('Wochenangebote')
    expect(markup).not.toContain('Intern')
    const email = on.somebody()
    const form = new URLSearchParams({ email, language: 'en', lists: String(on.weekly) })
    const answer = await on.send('/newsletter/subscribe', {
      method: 'POST',
      body: form,
      headers: { Accept: 'text/html' },
    })
    expect(answer.status).toBe(202)
    expect(await answer.text()).toContain('Almost done')
    expect((await on.mailTo(email)).parsed.subject).toBe('Please confirm your subscription')
  })
})
