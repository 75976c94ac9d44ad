import { parseConnectionUrl } from 'nodemailer/lib/shared/index.js'
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js'
import { translate } from '../../i18n/translate.js'
import { handOver, type HandOver } from './handOver.js'

const idleMilliseconds = 20_000
/** RFC 5321, 4.5.3.2.6: a client waits ten minutes for the answer to the end of the data. */
const answerMilliseconds = 600_000

interface Idle {
  connection: SMTPConnection
  timer: NodeJS.Timeout
}

/** One mail server and its open connections; a connection that worked is kept for the next mail. */
export function createSmtpServer(url: string, maxConnections = 5) {
  const parsed = parseConnectionUrl(url) as { auth?: object } & Record<string, unknown>
  const { auth, ...options } = parsed
  const idle: Idle[] = []
  const waiting: (() => void)[] = []
  let open = 0

  const connect = () =>
    new Promise<SMTPConnection>((resolve, reject) => {
      const connection = new SMTPConnection({
        connectionTimeout: 15_000,
        greetingTimeout: 30_000,
        socketTimeout: answerMilliseconds,
        ...options,
      })
      const fail = (error: Error) => {
        connection.close()
        reject(error)
      }
      settled(connection)
      connection.once('error', fail)
      connection.once('end', () => fail(new Error(translate('en', 'reason:lineClosed'))))
      connection.connect((error) => {
        if (error) return fail(error)
        if (!auth) return resolve(settled(connection))
        connection.login(auth, (refused) => (refused ? fail(refused) : resolve(settled(connection))))
      })
    })

  async function send(envelope: { from: string; to: string }, content: Buffer): Promise<HandOver> {
    if (open >= maxConnections) await new Promise<void>((free) => waiting.push(free))
    open += 1
    try {
      const kept = take()
      if (kept) {
        const outcome = await finish(kept, envelope, content)
        // A kept connection may have gone stale; a fresh one decides.
        if (outcome.state !== 'unreachable') return outcome
      }
      return await finish(await connect(), envelope, content)
    } catch (error) {
      return { state: 'unreachable', error: (error as Error).message }
    } finally {
      open -= 1
      waiting.shift()?.()
    }
  }

  async function finish(connection: SMTPConnection, envelope: { from: string; to: string }, content: Buffer) {
    const outcome = await handOver(connection, envelope, content)
    settled(connection)
    if (outcome.state === 'sent') keep(connection)
    else connection.close()
    return outcome
  }

  function keep(connection: SMTPConnection): void {
    const drop = () => {
      const index = idle.findIndex((entry) => entry.connection === connection)
      if (index >= 0) clearTimeout(idle.splice(index, 1)[0]?.timer)
      connection.close()
    }
    connection.once('error', drop)
    connection.once('end', drop)
    const timer = setTimeout(drop, idleMilliseconds)
    timer.unref()
    idle.push({ connection, timer })
  }

  function take(): SMTPConnection | undefined {
    const entry = idle.pop()
    if (!entry) return undefined
    clearTimeout(entry.timer)
    return settled(entry.connection)
  }

  return {
    send,
    /** Whether the server answers and lets us in. */
    async isReachable(): Promise<boolean> {
      try {
        keep(take() ?? (await connect()))
        return true
      } catch {
        return false
      }
    },
    close(): void {
      for (const { connection, timer } of idle.splice(0)) {
        clearTimeout(timer)
        connection.quit()
      }
    },
  }
}

/** Takes the listeners of the last stage off; an error that comes late must not bring the process down. */
function settled(connection: SMTPConnection): SMTPConnection {
  connection.removeAllListeners('error').removeAllListeners('end')
  connection.on('error', () => undefined)
  return connection
}

export type SmtpServer = ReturnType<typeof createSmtpServer>
