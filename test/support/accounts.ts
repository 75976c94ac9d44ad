import type { Payload } from 'payload'
import { createClient, type Client } from './client.js'
import type { TestHost } from './host.js'
import { eventually } from './eventually.js'
import type { ReceivedMail, startSmtpServer } from './smtpServer.js'

export const password = 'ein gutes Passwort'

/** The address of a link in a mail, as a path below the API. */
export function linkIn(mail: ReceivedMail): string {
  const link = /https?:\/\/\S+\/api(\/\S+)/.exec(mail.parsed.text ?? '')?.[1]
  if (!link) throw new Error(`There is no link in: ${mail.parsed.text}`)
  return link
}

/** The token of a link in a mail. */
export const tokenIn = (mail: ReceivedMail): string => linkIn(mail).split('/').at(-1) ?? ''

/** Waits for the newest mail to an address whose subject matches. */
export function mailTo(
  smtp: Awaited<ReturnType<typeof startSmtpServer>>,
  to: string,
  subject: RegExp,
): Promise<ReceivedMail> {
  return eventually(() =>
    smtp.mails.filter((mail) => mail.to === to && subject.test(mail.parsed.subject ?? '')).at(-1),
  )
}

/** An active account of a customer, made by the host's own code, and a client that is logged in with it. */
export async function shopper(
  host: TestHost,
  customer: number,
  email = `shop-${Math.random().toString(36).slice(2)}@kunde.test`,
  language?: string,
): Promise<{ client: Client; id: number; email: string; token: string }> {
  const data = { email, password, name: 'Kim Kunde', customer, status: 'active' }
  const { id } = await host.payload.create({ collection: 'accounts', data, overrideAccess: true })
  const token = await logIn(host.api, email)
  return { client: createClient(host.api, token, language), id: id as number, email, token }
}

export async function logIn(api: string, email: string, secret = password): Promise<string> {
  const answer = await createClient(api).post('/accounts/login', { email, password: secret })
  if (answer.status !== 200) throw new Error(`No login for ${email}: ${JSON.stringify(answer.body)}`)
  return answer.body.token
}

export async function setAccountSettings(payload: Payload, accounts: Record<string, unknown>): Promise<void> {
  await payload.updateGlobal({ slug: 'crm-settings', data: { accounts }, overrideAccess: true })
}
