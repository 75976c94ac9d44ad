import type { Payload } from 'payload'
import type { Crm } from '../../src/config/resolve.js'
import type { MailRow } from '../../src/mail/mailRow.js'
import type { NewsletterDocument } from '../../src/mail/newsletter/loadInput.js'
import { loadRecipient, renderTrial } from '../../src/mail/newsletter/trial.js'

/** Makes a test mail from the newsletter as it is written now. */
export async function renderNewsletterTestMail(
  payload: Payload,
  crm: Crm,
  mail: MailRow,
): Promise<{ html: string; text: string }> {
  if (mail.newsletterId === null) throw new Error('The newsletter of this mail does not exist any more.')
  const newsletter: unknown = await payload.findByID({
    collection: crm.slugs.newsletters,
    id: mail.newsletterId,
    depth: 0,
    overrideAccess: true,
  })
  const recipient = mail.subscriberId === null ? null : await loadRecipient(payload, crm, mail.subscriberId)
  return renderTrial(payload, crm, newsletter as NewsletterDocument, recipient ?? {}, mail.language)
}
