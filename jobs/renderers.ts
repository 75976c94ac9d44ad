import type { Payload } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import type { MailKind, MailRow } from '../src/mail/mailRow.js'
import { renderNewsletterTestMail } from './newsletterTest/render.js'
import { renderOrderConfirmationMail } from './orderConfirmation/render.js'

type Render = (payload: Payload, crm: Crm, mail: MailRow) => Promise<{ html: string; text: string }>

/** One renderer a kind of mail. */
export const renderers: Record<MailKind, Render> = {
  newsletterTest: renderNewsletterTestMail,
  orderConfirmation: renderOrderConfirmationMail,
}
