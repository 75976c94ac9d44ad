import type { Payload } from 'payload'
import { publicApiUrl } from '../../src/config/publicUrl.js'
import type { Crm } from '../../src/config/resolve.js'
import { formatDateTime } from '../../src/i18n/format.js'
import { translate } from '../../src/i18n/translate.js'
import type { MailRow } from '../../src/mail/mailRow.js'
import { readSettings } from '../../src/mail/settings.js'
import { signSubscriberToken } from '../../src/mail/subscriberToken.js'
import { renderCheckMail } from '../../src/mail/templates/checkMail.js'
import { consentsOf } from '../../src/subscription/recordConsent.js'
import { companyName } from '../../src/mail/consentWording.js'

/** Makes the check mail from the evidence of the request: the words in it are the ones that are on record. */
export async function renderSubscriptionCheckMail(
  payload: Payload,
  crm: Crm,
  mail: MailRow,
): Promise<{ html: string; text: string }> {
  if (mail.subscriberId === null) throw new Error('The subscriber of this mail does not exist any more.')
  const rows = await consentsOf(payload, crm, mail.subscriberId)
  const at = rows.findLastIndex((row) => row.kind === 'requested')
  const asked = rows[at]
  if (!asked?.requestedAt) throw new Error('No request is on record for this mail.')
  const settings = await readSettings(payload, crm)
  const token = signSubscriberToken(payload.secret, 'confirm', mail.subscriberId)
  const content = {
    company: companyName(settings, mail.language),
    date: formatDateTime(asked.requestedAt, mail.language, crm.timeZone),
    // The name was typed by whoever filled in the form, and may be anything: it has no place in a mail to a third party.
    greeting: translate(mail.language, 'mail:greetingNobody'),
    lists: asked.lists ?? [],
    consentText: asked.text ?? '',
    trackingText: rows.slice(at).find((row) => row.kind === 'trackingRequested')?.text ?? null,
    url: publicApiUrl(payload, `/newsletter/confirm/${token}`),
  }
  return renderCheckMail(content, settings, mail.language)
}
