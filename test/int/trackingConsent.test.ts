import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { firstBrokenConsent } from '../../src/subscription/consentRow.js'
import { startReaders, type Readers } from '../support/readers.js'
import { trackingOn } from '../support/tracking.js'

let on: Readers
let tracking: ReturnType<typeof trackingOn>
beforeAll(async () => {
  on = await startReaders()
  tracking = trackingOn(on)
})
afterAll(() => on.close())
beforeEach(() => tracking.count('consented'))

describe('the consent to look at openings and clicks', () => {
  it('is a choice of its own at the sign-up, in the check mail and on the page behind it', async () => {
    expect(await tracking.box(await on.send('/newsletter/subscribe'))).toMatchObject({ 1: undefined })
    const plain = await on.subscribed()
    expect(plain.tracking_consent_at).toBeNull()
    expect((await on.mailTo(plain.email)).parsed.text).not.toContain('auswertet')

    // Only who ticked it at the sign-up finds it ticked on the page that confirms the sign-up.
    const silent = on.somebody()
    await on.subscribe({ email: silent, lists: [on.weekly] })
    const unasked = await tracking.box(await on.send(on.linkIn(await on.mailTo(silent))))
    expect(unasked).toMatchObject({ 1: undefined })

    const email = on.somebody()
    await on.subscribe({ email, lists: [on.weekly], tracking: 'yes' })
    const mail = await on.mailTo(email)
    expect(mail.parsed.text).toContain('dass Muster Naturkost GmbH auswertet')
    expect((await tracking.box(await on.send(on.linkIn(mail))))?.[1]).toBe('checked')
    expect((await on.stored(email)).tracking_consent_at).toBeNull()
    await tracking.form(on.linkIn(mail), [
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
    await tracking.form(on.linkIn(await on.mailTo(email)), [['tracking', 'no']])
    const person = await on.stored(email)
    expect(person).toMatchObject({ status: 'confirmed', tracking_consent_at: null })
    await on.marketing.patch(`/subscribers/${person.id}`, { trackingConsentAt: new Date().toISOString() })
    expect((await on.stored(email)).tracking_consent_at).toBeNull()
    // A client that says nothing of it changes nothing.
    await tracking.choose(person.id, 'no', 'yes')
    await tracking.choose(person.id)
    expect((await on.stored(email)).tracking_consent_at).not.toBeNull()
  })

  it('is not asked for unless the settings say so', async () => {
    await tracking.count('anonymous')
    const person = await on.subscribed(on.somebody(), { tracking: 'yes' })
    expect(await tracking.box(await on.send(on.linkOf('preferences', person.id)))).toBeNull()
    await tracking.choose(person.id, 'no', 'yes')
    expect((await on.stored(person.email)).tracking_consent_at).toBeNull()
    expect((await on.evidence(person.id)).map(({ kind }) => kind)).toEqual(['requested', 'confirmed'])
  })
})
