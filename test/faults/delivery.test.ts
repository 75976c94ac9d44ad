import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { Redis } from 'ioredis'
import pg from 'pg'
import { freePort } from '../../scripts/freePort.js'
import { staff, type Client } from '../support/client.js'
import { query } from '../support/database.js'
import { eventually } from '../support/eventually.js'
import { startHost, type TestHost } from '../support/host.js'
import { startSmtpServer } from '../support/smtpServer.js'
import { startWorkerProcess } from '../support/workerProcess.js'

let host: TestHost
let sales: Client
let customer: number
const running: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  host = await startHost()
  running.push(() => host.close())
  sales = await staff(host.payload, host.api, 'sales')
  customer = (await sales.post('/customers', { company: 'Kunde', email: 'k@kunde.test' })).body.doc.id
})
afterEach(async () => {
  for (const stop of running.splice(0).reverse()) await stop()
})

async function confirmOrder(): Promise<number> {
  const lines = [{ name: 'Tee', quantity: 1, unitPrice: 100 }]
  const { id } = (await sales.post('/orders', { customer, name: 'x', lines })).body.doc
  expect((await sales.post(`/orders/${id}/confirm`)).status).toBe(200)
  return id as number
}
async function smtpServer(options?: Parameters<typeof startSmtpServer>[0]) {
  const smtp = await startSmtpServer(options)
  running.push(() => smtp.close())
  return smtp
}
async function worker(smtpUrl: string, redisUrl?: string) {
  const started = await startWorkerProcess({
    databaseUrl: host.databaseUrl,
    smtpUrl,
    ...(redisUrl ? { redisUrl } : {}),
  })
  running.push(() => started.kill())
  return started
}
const states = async () =>
  (await query<{ state: string }>(host.databaseUrl, 'SELECT state FROM mails ORDER BY id')).map(
    (row) => row.state,
  )
const all = (state: string) => async () => (await states()).every((entry) => entry === state)
const settle = () => new Promise((resolve) => setTimeout(resolve, 3000))

describe('no confirmation is lost, none is sent twice without being unknown first', () => {
  it('kill -9 before the mail is handed over: another worker sends it', async () => {
    const smtp = await smtpServer()
    const first = await worker(smtp.url)
    // Rendering reads the settings; holding them stops the worker between lease and hand-over.
    const holder = new pg.Client({ connectionString: host.databaseUrl })
    await holder.connect()
    await holder.query('BEGIN')
    await holder.query('LOCK TABLE mails IN ACCESS SHARE MODE')
    const id = await confirmOrder()
    await eventually(all('sent'))
    await holder.query('LOCK TABLE crm_settings IN ACCESS EXCLUSIVE MODE')
    await query(
      host.databaseUrl,
      `UPDATE mails SET state = 'queued', attempts = 0, enqueued_at = NULL, html = NULL`,
    )
    await eventually(
      async () => (await query(host.databaseUrl, 'SELECT 1 FROM mails WHERE lease IS NOT NULL')).length === 1,
    )
    await first.kill()
    await holder.query('ROLLBACK')
    await holder.end()
    expect(await states()).toEqual(['queued'])
    const before = smtp.mails.length
    await worker(smtp.url)
    await eventually(all('sent'))
    expect(smtp.mails.length).toBe(before + 1)
    expect(id).toBeGreaterThan(0)
  })

  it('kill -9 during the hand-over: unknown, never sent again by itself, and the same mail when a human says so', async () => {
    const hold = { active: true }
    const smtp = await smtpServer({ onData: () => (hold.active ? new Promise<null>(() => undefined) : null) })
    const first = await worker(smtp.url)
    const id = await confirmOrder()
    await eventually(() => smtp.attempts === 1)
    await first.kill()
    expect(await states()).toEqual(['sending'])
    hold.active = false
    await worker(smtp.url)
    await eventually(all('unknown'))
    await settle()
    expect(smtp.attempts).toBe(1)
    const [mail] = await query(host.databaseUrl, 'SELECT id, message_id FROM mails WHERE order_id = $1', [id])
    expect((await sales.post(`/mails/${String(mail?.id)}/retry`)).status).toBe(200)
    await eventually(all('sent'))
    expect(smtp.mails).toHaveLength(1)
    expect(smtp.mails[0]?.parsed.messageId).toBe(mail?.message_id)
  })

  it('kill -9 after the server accepted and before the row knows: unknown, not sent twice', async () => {
    const smtp = await smtpServer()
    const first = await worker(smtp.url)
    // Settling waits for this lock, which is taken while the server has the mail.
    const holder = new pg.Client({ connectionString: host.databaseUrl })
    await holder.connect()
    await query(
      host.databaseUrl,
      `CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.state = 'sent' THEN PERFORM pg_advisory_xact_lock(1); END IF; RETURN NEW; END $$`,
    )
    await query(
      host.databaseUrl,
      'CREATE TRIGGER slow BEFORE UPDATE ON mails FOR EACH ROW EXECUTE FUNCTION slow()',
    )
    await holder.query('SELECT pg_advisory_lock(1)')
    await confirmOrder()
    await eventually(() => smtp.mails.length === 1)
    await first.kill()
    // The dead worker's session may still stand in line for the lock; it must not settle the row after all.
    await holder.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
    )
    await holder.end()
    await worker(smtp.url)
    await eventually(all('unknown'))
    await settle()
    expect(smtp.mails).toHaveLength(1)
  })

  it.each([
    ['Redis', true],
    ['PostgreSQL', false],
  ])('the queue on %s is emptied: the sweep fills it again', async (_, onRedis) => {
    const smtp = await smtpServer()
    const redisUrl = onRedis ? inject('redisUrl') : undefined
    const first = await worker('smtp://127.0.0.1:9', redisUrl)
    await confirmOrder()
    await confirmOrder()
    await eventually(all('deferred'))
    await first.kill()
    await query(host.databaseUrl, `UPDATE mails SET enqueued_at = now(), next_attempt_at = now()`)
    if (redisUrl) {
      const redis = new Redis(redisUrl)
      await redis.flushall()
      await redis.quit()
    } else await query(host.databaseUrl, 'DROP SCHEMA bullmq CASCADE')
    await worker(smtp.url, redisUrl)
    await eventually(all('sent'))
    expect(smtp.mails).toHaveLength(2)
  })

  it('the mail server is down, then up', async () => {
    const port = await freePort()
    await worker(`smtp://127.0.0.1:${port}`)
    await confirmOrder()
    await eventually(all('deferred'))
    const smtp = await smtpServer({ port })
    await eventually(all('sent'))
    expect(smtp.mails).toHaveLength(1)
  })

  it('the first mail server is down: the second gets the mail', async () => {
    const smtp = await smtpServer()
    await worker(`smtp://127.0.0.1:${await freePort()},${smtp.url}`)
    await confirmOrder()
    await eventually(all('sent'))
    const [mail] = await query(host.databaseUrl, 'SELECT attempts FROM mails')
    expect(mail?.attempts).toBe('1')
  })

  it('451, then 250: tried again and sent once, with the same Message-ID', async () => {
    const ids: (string | undefined)[] = []
    const smtp = await smtpServer({
      onData: (raw, attempt) => {
        ids.push(/^Message-ID: (.*)$/im.exec(raw)?.[1])
        return attempt === 1 ? { code: 451, message: 'try again later' } : null
      },
    })
    await worker(smtp.url)
    await confirmOrder()
    await eventually(all('deferred'))
    await eventually(all('sent'))
    expect(smtp.mails).toHaveLength(1)
    expect(ids).toHaveLength(2)
    expect(ids[0]).toBe(ids[1])
  })

  it('550 is final, and a human can try again', async () => {
    const smtp = await smtpServer({
      onData: (_, attempt) => (attempt === 1 ? { code: 550, message: 'no such user' } : null),
    })
    await worker(smtp.url)
    await confirmOrder()
    await eventually(all('failed'))
    await settle()
    expect(smtp.attempts).toBe(1)
    const [mail] = await query(host.databaseUrl, 'SELECT id, last_error FROM mails')
    expect(mail?.last_error).toContain('no such user')
    await sales.post(`/mails/${String(mail?.id)}/retry`)
    await eventually(all('sent'))
  })

  it('the line breaks after the last byte: unknown, because the server may have it', async () => {
    const smtp = await smtpServer({ onData: (_, attempt) => (attempt === 1 ? 'drop' : null) })
    await worker(smtp.url)
    await confirmOrder()
    await eventually(all('unknown'))
    await settle()
    expect(smtp.attempts).toBe(1)
  })
})
