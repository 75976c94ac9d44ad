import { translate } from '../../i18n/translate.js'
import type { Outcome } from '../settlement.js'
import { createSmtpServer } from './smtpServer.js'

/** Where mails go out: the servers of `SMTP_URL`, the first that can be reached. */
export interface MailTransport {
  send(envelope: { from: string; to: string }, content: Buffer): Promise<Outcome>
  isReachable(): Promise<boolean>
  close(): void
}

/**
 * Tries the servers in order. Only a server that was never given the mail is passed over: once one of them may have it,
 * the next must not get it too.
 */
export function createFailOverTransport(urls: readonly string[], maxConnections?: number): MailTransport {
  const servers = urls.map((url) => createSmtpServer(url, maxConnections))
  return {
    async send(envelope, content) {
      const errors: string[] = []
      for (const server of servers) {
        const outcome = await server.send(envelope, content)
        if (outcome.state !== 'unreachable') return outcome
        errors.push(outcome.error)
      }
      const error = translate('en', 'reason:noMailServer', { detail: errors.join('; ') })
      return { state: 'deferred', error, unreachable: true }
    },
    async isReachable() {
      for (const server of servers) if (await server.isReachable()) return true
      return false
    },
    close() {
      for (const server of servers) server.close()
    },
  }
}
