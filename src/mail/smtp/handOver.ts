import { Readable, Transform } from 'node:stream'
import type SMTPConnection from 'nodemailer/lib/smtp-connection/index.js'
import { translate } from '../../i18n/translate.js'
import type { Outcome } from '../settlement.js'
import { endOfData, isReadyForWire } from './wire.js'

/** `unreachable`: the server was never given the mail, so another one may try. */
export type HandOver = Outcome | { state: 'unreachable'; error: string }

interface SmtpError extends Error {
  code?: string
  responseCode?: number
  command?: string
}

/** The message as a stream that knows whether the server may have all of it: it is read only after the server's 354. */
class MeteredMessage extends Readable {
  complete = false
  private started = false

  constructor(private readonly content: Buffer) {
    super()
  }

  /**
   * nodemailer looks at each byte on the way to the socket, for line ends and dots that it has to mend; that is the largest
   * part of what a mail costs here. Where there is nothing to mend, the message goes past that look.
   */
  override pipe<T extends NodeJS.WritableStream>(toSocket: T): T {
    if (!(toSocket instanceof Transform) || !isReadyForWire(this.content)) return super.pipe(toSocket)
    // In one piece, which is one packet and one system call less than what ends a message after it.
    toSocket.push(Buffer.concat([this.content, endOfData]))
    toSocket.push(null)
    this.complete = true
    return toSocket
  }

  override _read(): void {
    if (!this.started) {
      this.started = true
      this.push(this.content)
    } else {
      this.complete = true
      this.push(null)
    }
  }
}

/**
 * Gives one message to a server over an open connection and says what came of it: accepted, refused for good (5xx),
 * refused for now (4xx), not reached, or `unknown` when the line broke after the last byte and before the answer.
 */
export function handOver(
  connection: SMTPConnection,
  envelope: { from: string; to: string },
  content: Buffer,
): Promise<HandOver> {
  const message = new MeteredMessage(content)
  return new Promise((resolve) => {
    const broken = (error: Error) => resolve(classify(error, message.complete))
    connection.once('error', broken)
    connection.once('end', () => broken(new Error(translate('en', 'reason:lineClosed'))))
    connection.send(envelope, message, (error, info) => {
      if (error) broken(error)
      else resolve({ state: 'sent', response: info.response })
    })
  })
}

/** @param handedOver whether the server may have the whole message */
export function classify(error: SmtpError, handedOver: boolean): HandOver {
  const text = error.message.replace(/\s+/g, ' ').slice(0, 500)
  const answered = error.responseCode ?? 0
  if (answered >= 500) return { state: 'failed', error: text }
  if (answered >= 400) return { state: 'deferred', error: text }
  // nodemailer refuses an address that cannot be an envelope address before it talks to the server.
  if (error.code === 'EENVELOPE') return { state: 'failed', error: text }
  return handedOver ? { state: 'unknown', error: text } : { state: 'unreachable', error: text }
}
