import { Client as Connection } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { query } from '../support/database.js'
import { startReaders, type Readers } from '../support/readers.js'
import { waitingForLocks } from '../support/waitingForLocks.js'

let on: Readers
beforeAll(async () => {
  on = await startReaders()
})
afterAll(() => on.close())

const enter = (address: string) => on.marketing.post('/suppressions?depth=0', { address })
const unsubscribe = ({ id }: { id: number }) => on.send(on.linkOf('unsubscribe', id), { method: 'POST' })

/** Holds the person's row until both requests wait, the first one before the second. @returns their status codes */
async function inTurn(id: number, requests: (() => Promise<{ status: number }>)[]): Promise<number[]> {
  const connection = new Connection({ connectionString: on.host.databaseUrl })
  await connection.connect()
  const answers: Promise<{ status: number }>[] = []
  try {
    await connection.query('BEGIN')
    await connection.query('SELECT id FROM subscribers WHERE id = $1 FOR UPDATE', [id])
    for (const request of requests) {
      answers.push(request())
      await waitingForLocks(on.host.databaseUrl, answers.length)
    }
  } finally {
    // Whatever becomes of it: the requests must not outlive the test.
    await connection.query('COMMIT')
    await connection.end()
  }
  return (await Promise.all(answers)).map(({ status }) => status)
}

describe('an entry by hand while something else happens to the person', () => {
  it.each([
    ['their own link', unsubscribe],
    ['the staff', ({ id }: { id: number }) => on.marketing.post(`/subscribers/${id}/unsubscribe`)],
  ])('outlasts an unsubscribing by %s', async (_, leave) => {
    for (const entryFirst of [false, true]) {
      const person = await on.subscribed()
      const requests = [() => leave(person), () => enter(person.email)]
      if (entryFirst) requests.reverse()
      const statuses = await inTurn(person.id, requests)
      expect(statuses.sort()).toEqual([200, 201])
      expect(await on.suppressed(person.email)).toBe('manual')
      const kinds = (await on.evidence(person.id)).map(({ kind }) => kind)
      expect(kinds).toEqual(['requested', 'confirmed', 'revoked'])
    }
  })

  it('and coming back on the preferences page do not wait for each other', async () => {
    const person = await on.subscribed()
    await unsubscribe(person)
    await on.aged(person.email)
    const back = () =>
      on.send(on.linkOf('preferences', person.id), {
        method: 'POST',
        body: new URLSearchParams({ action: 'subscribe' }),
      })
    expect(await inTurn(person.id, [back, () => enter(person.email)])).toEqual([200, 201])
    expect(await on.suppressed(person.email)).toBe('manual')
    expect(await on.stored(person.email)).toMatchObject({ status: 'unsubscribed', requested_at: null })
  })
})

it.each(['manual', 'complained'])('a link that is open all the same does not lift %s', async (reason) => {
  const email = on.somebody()
  await on.subscribe({ email })
  const link = on.linkIn(await on.mailTo(email))
  // As nothing of ours leaves it behind: the entry stands, the request waits.
  await query(
    on.host.databaseUrl,
    `INSERT INTO suppressions (address, address_hash, reason, since)
     VALUES ($1::text, encode(sha256(convert_to($1::text, 'UTF8')), 'hex'), $2::text::enum_suppressions_reason, now())`,
    [email, reason],
  )
  expect(await (await on.send(link, { method: 'POST' })).text()).toContain('Nichts zu bestätigen')
  expect(await on.stored(email)).toMatchObject({ status: 'pending', legal_basis: null })
  expect(await on.suppressed(email)).toBe(reason)
})
