import type { Payload } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import type { MailRow } from '../../src/mail/mailRow.js'
import { readSettings } from '../../src/mail/settings.js'
import { renderOrderConfirmation, type ConfirmedOrder } from '../../src/mail/templates/orderConfirmation.js'

/** Makes the mail from the frozen order. */
export async function renderOrderConfirmationMail(
  payload: Payload,
  crm: Crm,
  mail: MailRow,
): Promise<{ html: string; text: string }> {
  if (mail.orderId === null) throw new Error('The order of this mail does not exist any more.')
  const order: unknown = await payload.findByID({
    collection: crm.slugs.orders,
    id: mail.orderId,
    depth: 0,
    overrideAccess: true,
  })
  const settings = await readSettings(payload, crm)
  return renderOrderConfirmation(order as ConfirmedOrder, settings, mail.language, crm.timeZone)
}
