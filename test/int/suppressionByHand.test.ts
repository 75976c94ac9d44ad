import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crmOf } from '../../src/config/resolve.js'
import { inTransaction } from '../../src/database/inTransaction.js'
import type { BounceReport } from '../../src/domain/bounce.js'
import { recordBounce } from '../../src/subscription/recordBounce.js'
import { statesOf, statusOf, subscribe, writeNewsletter } from '../support/campaign.js'
import { staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { startReaders, type Readers } from '../support/readers.js'

let on: Readers
let sales: Client
let admin: Client
const declaration = 'Einwilligung auf Papier an der Kasse, Ordner 3'

beforeAll(async () => {
  on = await startReaders()
  sales = await staff(on.host.payload, on.host.api, 'sales')
  admin = await staff(on.host.payload, on.host.api, 'admin')
})
afterAll(() => on.close())

const enter = (body: object, client = on.marketing) => client.post('/suppressions?depth=0', body)
/** The mail server of the address says that nobody is there. */
async function bounce(recipient: string) {
  const { payload } = on.host
  const req = await createLocalReq({}, payload)
  const report: BounceReport = {
    kind: 'hard',
    recipient,
    statusCode: '5.1.1',
    diagnostic: null,
    addresses: [],
    envelopeId: null,
    messageIds: [],
  }
  await inTransaction(req, () =>
    recordBounce(req, crmOf(payload), report, { reportKey: recipient, trusted: true }),
  )
}
const told = (answer: { body: any }) => answer.body.errors?.[0]?.data?.errors?.[0]

describe('an address that is suppressed by hand', () => {
  it('is stored like everywhere else, with what the server says of it', async () => {
    const { body, status } = await enter({
      address: '  Nie.Wieder@BÜCHER.test ',
      addressHash: 'forged',
      reason: 'bounced',
      since: '2001-01-01T00:00:00.000Z',
    })
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({ address: 'nie.wieder@xn--bcher-kva.test', reason: 'manual' })
    const [row] = await query<any>(
      on.host.databaseUrl,
      `SELECT address_hash = encode(sha256(convert_to(address, 'UTF8')), 'hex') AS fits,
        since > now() - interval '1 minute' AS fresh FROM suppressions WHERE id = $1`,
      [body.doc.id],
    )
    expect(row).toEqual({ fits: true, fresh: true })
  })

  it('is refused with the reason when it is known already, in whatever spelling', async () => {
    await enter({ address: 'doppelt@kunde.test' })
    const again = await enter({ address: 'DOPPELT@Kunde.test' })
    expect(again.status).toBe(400)
    expect(told(again)).toMatchObject({
      path: 'address',
      message: 'Diese Adresse ist schon gesperrt. Grund: Auf Wunsch.',
    })
    const at = await Promise.all([1, 2, 3].map(() => enter({ address: 'gleichzeitig@kunde.test' })))
    expect(at.map(({ status }) => status).sort()).toEqual([201, 400, 400])
    for (const address of ['', 'keine Adresse', undefined, null]) {
      const wrong = await enter({ address })
      expect([wrong.status, told(wrong)?.path]).toEqual([400, 'address'])
    }
  })

  it('is not brought back by an import, a sign-up, or the form of the staff', async () => {
    const address = 'anruf@kunde.test'
    await enter({ address })
    const rows = [{ email: 'Anruf@Kunde.test' }]
    const imported = await on.marketing.post('/subscribers/import', { rows, basis: 'declared', declaration })
    expect(imported.body.rows[0]).toMatchObject({
      result: 'skipped',
      reason: 'manual',
      message: 'Diese Adresse wurde auf Wunsch der Person gesperrt.',
    })
    const before = on.smtp.mails.length
    expect((await on.subscribe({ email: address })).status).toBe(202)
    // Somebody else's check mail comes after it would have come.
    const other = on.somebody()
    await on.subscribe({ email: other })
    await on.mailTo(other)
    expect(on.smtp.mails.slice(before).map(({ to }) => to)).toEqual([other])
    expect(await on.stored(address)).toBeUndefined()
    const { body } = await on.marketing.post('/subscribers?depth=0', { email: address })
    const declared = await on.marketing.post(`/subscribers/${body.doc.id}/subscribe`, {
      basis: 'declared',
      declaration,
    })
    expect(declared).toMatchObject({ status: 409 })
    const asked = await on.marketing.post(`/subscribers/${body.doc.id}/subscribe`, { basis: 'doubleOptIn' })
    expect(asked.body).toMatchObject({ result: 'unchanged' })
  })

  it('ends the subscription that there is, with evidence, and what waits for a confirmation', async () => {
    const person = await on.subscribed()
    // The answer without the address must not matter.
    await on.marketing.post('/suppressions?depth=0&select[since]=true', { address: person.email })
    expect(await on.stored(person.email)).toMatchObject({ status: 'unsubscribed', legal_basis: null })
    expect((await on.evidence(person.id)).at(-1)).toMatchObject({
      kind: 'revoked',
      declared_by: expect.stringContaining('marketing'),
    })
    expect(await on.suppressed(person.email)).toBe('manual')

    // By the host's own code, with nobody who answers for it.
    const nameless = await on.subscribed()
    await on.host.payload.create({ collection: 'suppressions', data: { address: nameless.email } as any })
    expect((await on.evidence(nameless.id)).at(-1)).toMatchObject({ kind: 'revoked', declared_by: null })

    const waiting = on.somebody()
    await on.subscribe({ email: waiting })
    const link = on.linkIn(await on.mailTo(waiting))
    await enter({ address: waiting })
    expect(await (await on.send(link, { method: 'POST' })).text()).toContain('Nichts zu bestätigen')
    expect(await on.suppressed(waiting)).toBe('manual')
  })

  it.each(['unsubscribed', 'bounced'] as const)(
    'takes the place of %s, and what waits is dead',
    async (reason) => {
      const { databaseUrl } = on.host
      const person = await on.subscribed()
      if (reason === 'unsubscribed') await on.send(on.linkOf('unsubscribe', person.id), { method: 'POST' })
      else await bounce(person.email)
      expect(await on.suppressed(person.email)).toBe(reason)
      await on.aged(person.email)
      const before = on.smtp.mails.length
      await on.subscribe({ email: person.email })
      const check = await eventually(() => on.smtp.mails.slice(before).find(({ to }) => to === person.email))
      expect((await enter({ address: person.email })).status).toBe(201)
      expect(await on.suppressed(person.email)).toBe('manual')
      const answer = await on.send(on.linkIn(check), { method: 'POST' })
      expect(await answer.text()).toContain('Nichts zu bestätigen')
      expect(await on.stored(person.email)).toMatchObject({ status: reason, requested_at: null })
      expect(await on.suppressed(person.email)).toBe('manual')
      expect((await on.evidence(person.id)).at(-1)).toMatchObject({ kind: 'revoked' })
      await on.aged(person.email)
      await on.subscribe({ email: person.email })
      const other = on.somebody()
      await on.subscribe({ email: other })
      await on.mailTo(other)
      const since = on.smtp.mails.slice(on.smtp.mails.indexOf(check) + 1)
      expect(since.filter(({ to }) => to === person.email)).toEqual([])
      expect((await enter({ address: person.email })).status).toBe(400)
      const entries = await query(databaseUrl, 'SELECT 1 FROM suppressions WHERE address = $1', [
        person.email,
      ])
      expect(entries).toHaveLength(1)
    },
  )

  it('gets nothing more of a newsletter that is under way', async () => {
    const { databaseUrl, payload } = on.host
    await subscribe(databaseUrl, 3, 'lauf')
    const id = await writeNewsletter(payload)
    await payload.updateGlobal({ slug: 'crm-settings', data: { sending: { canarySize: 1 } } })
    await on.marketing.post(`/newsletters/${id}/send`)
    await eventually(async () => (await statesOf(databaseUrl, id)).queued)
    await on.marketing.post(`/newsletters/${id}/pause`)
    const [next] = await query<{ to: string }>(
      databaseUrl,
      `SELECT "to" FROM mails WHERE newsletter_id = $1 AND state = 'queued' ORDER BY position DESC LIMIT 1`,
      [id],
    )
    const address = next?.to ?? ''
    expect((await enter({ address })).status).toBe(201)
    await payload.updateGlobal({ slug: 'crm-settings', data: { sending: { canarySize: null } } })
    await on.marketing.post(`/newsletters/${id}/resume`)
    await eventually(async () => (await statusOf(databaseUrl, id)) === 'sent')
    expect(on.smtp.mails.filter(({ to }) => to === address)).toHaveLength(0)
    expect(await statesOf(databaseUrl, id)).toMatchObject({ cancelled: 1 })
  })

  it('is entered by marketing and administrators, lifted by administrators, and changed by nobody', async () => {
    expect((await enter({ address: 'vertrieb@kunde.test' }, sales)).status).toBe(403)
    const { id } = (await enter({ address: 'chef@kunde.test' }, admin)).body.doc
    for (const client of [on.marketing, admin])
      expect(
        (await client.patch(`/suppressions/${id}`, { reason: 'manual', address: 'x@y.test' })).status,
      ).toBe(403)
    expect((await on.marketing.delete(`/suppressions/${id}`)).status).toBe(403)
    expect((await admin.delete(`/suppressions/${id}`)).status).toBe(200)
    expect(await on.suppressed('chef@kunde.test')).toBeNull()
  })

  it('needs no more than the address over GraphQL', async () => {
    const { body } = await on.marketing.post('/graphql', {
      query: 'mutation { createSuppression(data: { address: "graph@kunde.test" }) { address reason } }',
    })
    expect(body.data, JSON.stringify(body.errors)).toEqual({
      createSuppression: { address: 'graph@kunde.test', reason: 'manual' },
    })
  })
})
