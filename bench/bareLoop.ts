import { performance } from 'node:perf_hooks'
import { createTransport } from 'nodemailer'

/** A mail as somebody would build it by hand, anew for each recipient. */
export function handmadeMail(index: number, paragraphs: string[]) {
  const fill = (text: string) => text.replaceAll('{{firstName|Freunde}}', `Vor${index}`)
  const unsubscribe = `https://crm.example.com/unsubscribe/${index}`
  return {
    from: 'Muster Naturkost GmbH <bestellung@mozaikoo.test>',
    to: `person${index}@kunde.test`,
    subject: `Für Vor${index}`,
    html: `<!doctype html><html><body>${paragraphs.map((text) => `<p>${fill(text)}</p>`).join('\n')}</body></html>`,
    text: paragraphs.map(fill).join('\n\n'),
    headers: {
      'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}

/** @returns seconds for all mails over 20 pooled connections */
export async function bareLoop(smtpUrl: string, mails: number, paragraphs: string[]): Promise<number> {
  const { hostname, port } = new URL(smtpUrl)
  const transport = createTransport({
    pool: true,
    host: hostname,
    port: Number(port),
    maxConnections: 20,
    maxMessages: Infinity,
    ignoreTLS: true,
  })
  let next = 0
  const lane = async () => {
    while (next < mails) await transport.sendMail(handmadeMail(next++, paragraphs))
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: 20 }, lane))
  transport.close()
  return (performance.now() - started) / 1000
}
