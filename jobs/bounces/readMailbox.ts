import { createHash } from 'node:crypto'
import { ImapFlow } from 'imapflow'
import { createLocalReq, type Payload } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import type { Crm } from '../../src/config/resolve.js'
import { inTransaction } from '../../src/database/inTransaction.js'
import { tableOf } from '../../src/database/table.js'
import { pooled } from '../../src/database/transaction.js'
import { parseReport } from '../../src/mail/bounces/parseReport.js'
import { recordBounce } from '../../src/subscription/recordBounce.js'

/** A report is small; what is larger is none, and is not loaded. */
const largest = 2_000_000

/**
 * Reads what came to the mailbox since the last time. Nothing in it is changed, moved or marked as read; how far it has
 * been read is noted here, after each mail. Several workers may read at a time, a report counts once.
 *
 * @param url `imaps://user:password@host/INBOX`
 * @returns how many reports were about mails of ours
 */
export async function readBounceMailbox(payload: Payload, crm: Crm, url: string): Promise<number> {
  const { connection, mailbox } = readImapUrl(url)
  const client = new ImapFlow({ ...connection, logger: false })
  // A lost connection is also the failure of the command that waits; without a listener it would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const opened = await client.mailboxOpen(mailbox, { readOnly: true })
    const cursor = cursorOf(
      payload,
      crm,
      `${connection.host}/${connection.auth.user}/${mailbox}`,
      opened.uidValidity,
    )
    const last = await cursor.read()
    let counted = 0
    if (opened.uidNext <= last + 1) return counted
    const found = (await client.search({ uid: `${last + 1}:*` }, { uid: true })) || []
    // "*" is the last mail also when it is older than the cursor.
    for (const uid of found.filter((entry) => entry > last).sort((a, b) => a - b)) {
      const mail = await client.fetchOne(String(uid), { size: true }, { uid: true })
      const whole =
        mail && (mail.size ?? 0) <= largest
          ? await client.fetchOne(String(uid), { source: true }, { uid: true })
          : null
      if (whole && whole.source) counted += await takeUp(payload, crm, whole.source)
      await cursor.write(uid)
    }
    return counted
  } finally {
    await client.logout().catch(() => client.close())
  }
}

/** Records every entry of a report. */
async function takeUp(payload: Payload, crm: Crm, raw: Buffer): Promise<number> {
  const digest = createHash('sha256').update(raw).digest('hex')
  let counted = 0
  for (const [index, report] of (await parseReport(raw)).entries()) {
    const req = await createLocalReq({}, payload)
    const key = { reportKey: `mail:${digest}:${index}`, trusted: false }
    if (await inTransaction(req, () => recordBounce(req, crm, report, key))) counted += 1
  }
  return counted
}

function readImapUrl(url: string) {
  const { hostname, password, pathname, port, protocol, username } = new URL(url)
  const secure = protocol === 'imaps:'
  return {
    connection: {
      host: hostname,
      port: port ? Number(port) : secure ? 993 : 143,
      secure,
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    },
    mailbox: decodeURIComponent(pathname.slice(1)) || 'INBOX',
  }
}

/** How far a mailbox has been read. When the server numbers its mails anew, reading starts anew too. */
function cursorOf(payload: Payload, crm: Crm, mailbox: string, uidValidity: bigint) {
  const table = () => tableOf(payload, crm.slugs.counters)
  const key = `bounces:${createHash('sha256').update(mailbox).digest('hex').slice(0, 16)}:${uidValidity}`
  return {
    async read(): Promise<number> {
      const { rows } = await pooled(payload).execute(sql`SELECT value FROM ${table()} WHERE key = ${key}`)
      return Number(rows[0]?.value ?? 0)
    },
    async write(uid: number): Promise<void> {
      await pooled(payload).execute(sql`
        INSERT INTO ${table()} AS counter (key, value) VALUES (${key}, ${uid})
        ON CONFLICT (key) DO UPDATE SET value = greatest(counter.value, excluded.value), updated_at = now()`)
    },
  }
}
