import type { Payload } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import { readConfirmedOrder } from '../../src/mail/confirmedOrder.js'
import type { MailRow } from '../../src/mail/mailRow.js'
import type { RenderedParts } from '../../src/mail/message.js'
import { confirmationPdf, confirmationPdfName } from '../../src/mail/templates/confirmationPdf.js'
import { renderOrderConfirmation } from '../../src/mail/templates/orderConfirmation.js'

/** Makes the mail and the document that goes with it from the frozen order. */
export async function renderOrderConfirmationMail(
  payload: Payload,
  crm: Crm,
  mail: MailRow,
): Promise<RenderedParts> {
  if (mail.orderId === null) throw new Error('The order of this mail does not exist any more.')
  const { order, settings } = await readConfirmedOrder(payload, crm, mail.orderId)
  return {
    ...renderOrderConfirmation(order, settings, mail.language, crm.timeZone),
    attachments: [
      {
        filename: confirmationPdfName(order, mail.language),
        contentType: 'application/pdf',
        content: await confirmationPdf(order, settings, mail.language, crm.timeZone),
      },
    ],
  }
}
