import type { Payload } from 'payload'
import type { Crm } from '../src/config/resolve.js'
import type { MailRow, TransactionalKind } from '../src/mail/mailRow.js'
import { renderOrderConfirmationMail } from './orderConfirmation/render.js'

type Render = (payload: Payload, crm: Crm, mail: MailRow) => Promise<{ html: string; text: string }>

/** One renderer a kind of transactional mail; a newsletter is rendered once for everybody. */
export const renderers: Record<TransactionalKind, Render> = {
  orderConfirmation: renderOrderConfirmationMail,
}
