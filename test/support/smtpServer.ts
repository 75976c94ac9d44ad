import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  from: string
  to: string
  raw: string
  parsed: ParsedMail
}

type Decision = { code: number; message: string } | null | 'drop'

/** A real SMTP server. `onData` decides about each message after it was read: accept (null), refuse, or drop the line. */
export async function startSmtpServer(
  options: { port?: number; onData?: (raw: string, attempt: number) => Decision | Promise<Decision> } = {},
) {
  const mails: ReceivedMail[] = []
  let attempts = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      void (async () => {
        const chunks: Buffer[] = []
        for await (const chunk of stream) chunks.push(chunk as Buffer)
        const raw = Buffer.concat(chunks).toString('utf8')
        attempts += 1
        const decision = (await options.onData?.(raw, attempts)) ?? null
        if (decision === 'drop') {
          for (const connection of server.connections as Set<{ id: string; close(): void }>)
            if (connection.id === session.id) connection.close()
          return
        }
        if (decision) return done(Object.assign(new Error(decision.message), { responseCode: decision.code }))
        const envelope = session.envelope
        mails.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map((entry) => entry.address).join(','),
          raw,
          parsed: await simpleParser(raw),
        })
        done()
      })()
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    mails,
    port,
    url: `smtp://127.0.0.1:${port}`,
    get attempts() {
      return attempts
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
