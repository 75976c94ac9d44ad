import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staff } from '../support/client.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { startReaders, type Readers } from '../support/readers.js'
import type { ReceivedMail } from '../support/smtpServer.js'
import { firstBrokenConsent } from '../../src/subscription/consentRow.js'

let on: Readers
beforeAll(async () => {
  on = await startReaders()
})
afterAll(() => on.close())

describe('unsubscribing', () => {
  it.each([
    ['urlencoded', () => new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
    [
      'multipart',
      () => {
        const form = new FormData()
        form.set('List-Unsubscribe', 'One-Click')
        return form
      },
    ],
  ])('takes one click without cookies, %s, as often as one likes', async (_, body) => {
    const person = await on.subscribed()
    const [letter] = await query<any>(
      on.host.databaseUrl,
      `INSERT INTO newsletters (name, subject) VALUES ('n', 's') RETURNING id`,
    )
    const mails = await query<any>(
      on.host.databaseUrl,
      `INSERT INTO mails (kind, state, "to", subject, dedupe_key, subscriber_id, newsletter_id, next_attempt_at)
       SELECT 'orderConfirmation', state::enum_mails_state, 'x', 's', 'one-click-' || $1 || state, $1::int, $2, now() + interval '1 hour'
       FROM unnest(ARRAY['deferred', 'sent']) AS state RETURNING id`,
      [person.id, letter.id],
    )
    const link = on.linkOf('unsubscribe', person.id, letter.id)
    for (const method of ['GET', 'HEAD']) await on.send(link, { method })
    expect(await on.stored(person.email)).toMatchObject({ status: 'confirmed' })
    for (let click = 0; click < 3; click += 1) {
      const answer = await on.send(link, { method: 'POST', body: body() })
      expect(answer.status).toBe(200)
    }
    expect(await on.stored(person.email)).toMatchObject({ status: 'unsubscribed', legal_basis: null })
    const rows = await on.evidence(person.id)
    expect(rows.map((row) => row.kind)).toEqual(['requested', 'confirmed', 'revoked'])
    expect(rows[2]).toMatchObject({
      newsletter_id: letter.id,
      source: `newsletter:${letter.id}`,
      revoke_ip: '203.0.113.7',
    })
    const states = await query<any>(
      on.host.databaseUrl,
      'SELECT state FROM mails WHERE id = ANY($1) ORDER BY id',
      [mails.map((mail) => mail.id)],
    )
    expect(states.map((mail) => mail.state)).toEqual(['cancelled', 'sent'])
    await query(on.host.databaseUrl, 'DELETE FROM mails WHERE newsletter_id = $1', [letter.id])
  })

  it('is undone only by a new confirmed sign-up, and the old link does not do it', async () => {
    const person = await on.subscribed()
    const old = on.linkIn(await on.mailTo(person.email))
    await on.send(on.linkOf('unsubscribe', person.id), { method: 'POST' })
    expect(await (await on.send(old, { method: 'POST' })).text()).toContain('Nichts zu bestätigen')
    expect(await on.stored(person.email)).toMatchObject({ status: 'unsubscribed' })
    await on.aged(person.email)
    const before = on.smtp.mails.length
    await on.subscribe({ email: person.email, lists: [on.weekly] })
    await eventually(() => on.smtp.mails.length > before)
    expect(await on.suppressed(person.email)).toBe('unsubscribed')
    await on.send(on.linkIn(on.smtp.mails.at(-1) as ReceivedMail), { method: 'POST' })
    expect(await on.stored(person.email)).toMatchObject({ status: 'confirmed', unsubscribed_at: null })
    expect(await on.suppressed(person.email)).toBeNull()
    expect(firstBrokenConsent(await on.consentsFrom(person.id))).toBeNull()
  })

  it('shows a calm page when the person is deleted, and a helpful one for a broken link', async () => {
    const person = await on.subscribed()
    await on.send(on.linkOf('unsubscribe', person.id), { method: 'POST' })
    expect((await on.marketing.delete(`/subscribers/${person.id}`)).status).toBe(200)
    for (const method of ['GET', 'POST']) {
      const page = await on.send(on.linkOf('unsubscribe', person.id), { method })
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('Dieser Eintrag ist gelöscht')
      const broken = await on.send('/newsletter/unsubscribe/abc.def', { method })
      expect(broken.status).toBe(404)
      expect(await broken.text()).toContain('Dieser Link ist unvollständig')
    }
    // The hash stays, so that no later import brings the person back; the address is forgotten.
    const [entry] = await query<any>(
      on.host.databaseUrl,
      `SELECT address, reason FROM suppressions WHERE address_hash = encode(sha256(convert_to($1, 'UTF8')), 'hex')`,
      [person.email],
    )
    expect(entry).toEqual({ address: null, reason: 'unsubscribed' })
  })
})

describe('the preferences of a subscriber', () => {
  it('change lists and language with evidence, and leave entirely when nothing is chosen', async () => {
    const person = await on.subscribed()
    await on.marketing.patch(`/subscribers/${person.id}`, { lists: [on.weekly, on.hidden] })
    const link = on.linkOf('preferences', person.id)
    const page = await (await on.send(link)).text()
    expect(page).toContain('Intern')
    expect(page).not.toContain(person.email)
    const saved = await on.send(link, {
      method: 'POST',
      body: new URLSearchParams([
        ['lists', String(on.weekly)],
        ['language', 'en'],
      ]),
    })
    expect(await saved.text()).toContain('Your preferences are saved')
    const { body } = await on.marketing.get(`/subscribers/${person.id}?depth=0`)
    expect(body).toMatchObject({ lists: [on.weekly], language: 'en', status: 'confirmed' })
    expect((await on.evidence(person.id)).at(-1)).toMatchObject({
      kind: 'changed',
      lists: ['Wochenangebote'],
    })
    // Lists that were never offered cannot be joined by writing their number.
    await on.send(link, {
      method: 'POST',
      body: new URLSearchParams([
        ['lists', String(on.weekly)],
        ['lists', String(on.hidden)],
      ]),
    })
    expect((await on.marketing.get(`/subscribers/${person.id}?depth=0`)).body.lists).toEqual([on.weekly])
    const left = await on.send(link, { method: 'POST', body: new URLSearchParams({ language: 'en' }) })
    expect(await left.text()).toContain('You are unsubscribed')
    expect(await on.stored(person.email)).toMatchObject({ status: 'unsubscribed' })
    await on.aged(person.email)
    const back = await on.send(link, { method: 'POST', body: new URLSearchParams({ action: 'subscribe' }) })
    expect(await back.text()).toContain('Almost done')
    expect(await on.stored(person.email)).toMatchObject({
      status: 'unsubscribed',
      requested_at: expect.any(Date),
    })
  })
})

describe('the evidence of a person', () => {
  it('is a page and a PDF for on.marketing only, also after the person is deleted', async () => {
    const person = await on.subscribed(undefined, { lastName: 'Łukasz Şahin' })
    const read = async (path: string) => {
      const login = await on.marketing.get(`/subscribers/${person.id}/${path}`)
      return { ...login, text: String(login.body) }
    }
    const page = await read('evidence')
    expect(page.status).toBe(200)
    for (const needle of [
      person.email,
      'Muster Naturkost GmbH',
      '203.0.113.7',
      'Wochenangebote',
      'ist unverändert',
      'Double-Opt-in',
    ])
      expect(page.text).toContain(needle)
    expect((await read('evidence.pdf')).text).toMatch(/^%PDF-1\.\d/)
    const sales = await staff(on.host.payload, on.host.api, 'sales')
    for (const path of ['evidence', 'evidence.pdf']) {
      expect((await sales.get(`/subscribers/${person.id}/${path}`)).status).toBe(403)
      expect((await on.send(`/subscribers/${person.id}/${path}`)).status).toBe(403)
      expect((await on.marketing.get(`/subscribers/999999/${path}`)).status).toBe(404)
      expect((await on.marketing.get(`/subscribers/x'y/${path}`)).status).toBe(404)
    }
    await on.marketing.delete(`/subscribers/${person.id}`)
    expect((await read('evidence')).text).toContain('Der Eintrag des Abonnenten ist gelöscht')
  })

  it('cannot be changed or deleted, not even by code of the on.host, and says so when the database was', async () => {
    const person = await on.subscribed()
    const [, row] = await on.evidence(person.id)
    const context = { collection: 'consents', id: row.id, overrideAccess: true } as const
    await expect(on.host.payload.update({ ...context, data: { confirmIp: '1.1.1.1' } })).rejects.toThrow(
      /nur ergänzt|only added/,
    )
    await expect(on.host.payload.delete(context)).rejects.toThrow(/nur ergänzt|only added/)
    await expect(
      on.host.payload.update({ collection: 'consents', where: {}, data: { confirmIp: '1.1.1.1' } }),
    ).resolves.toMatchObject({ docs: [] })
    for (const call of [
      on.marketing.patch(`/consents/${row.id}`, { confirmIp: '1.1.1.1' }),
      on.marketing.delete(`/consents/${row.id}`),
      on.marketing.post('/consents', { subscriber: person.id, kind: 'confirmed', email: person.email }),
    ])
      expect((await call).status).toBe(403)
    expect(await on.evidence(person.id)).toMatchObject([{}, { confirm_ip: '203.0.113.7' }])
    await query(on.host.databaseUrl, `UPDATE consents SET confirm_ip = '1.1.1.1' WHERE id = $1`, [row.id])
    expect(String((await on.marketing.get(`/subscribers/${person.id}/evidence`)).body)).toContain(
      'ab Nummer 2 verändert',
    )
  })
})

describe('a subscriber', () => {
  it('keeps status and basis whatever a client writes, and the address that consented', async () => {
    const created = await on.marketing.post('/subscribers?depth=0', {
      email: ' New@Kunde.TEST ',
      status: 'confirmed',
      legalBasis: 'doubleOptIn',
      confirmedAt: '2020-01-01T00:00:00.000Z',
    })
    expect(created.body.doc).toMatchObject({ email: 'new@kunde.test', status: 'pending' })
    expect(created.body.doc.legalBasis ?? null).toBeNull()
    expect((await on.marketing.post('/subscribers', { email: 'NEW@kunde.test' })).status).toBe(400)
    expect(
      (await on.marketing.patch(`/subscribers/${created.body.doc.id}`, { email: 'newer@kunde.test' })).status,
    ).toBe(200)
    const person = await on.subscribed()
    const moved = await on.marketing.patch(`/subscribers/${person.id}`, { email: 'other@kunde.test' })
    expect(moved.status).toBe(400)
    expect(JSON.stringify(moved.body)).toContain('"path":"email"')
    expect(
      (await on.marketing.patch(`/subscribers/${person.id}`, { email: person.email, firstName: 'Eva' }))
        .status,
    ).toBe(200)
  })
})
