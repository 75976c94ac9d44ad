import { asciiAddress, bareAddress } from '../../src/mail/message.js'
import type { ClaimedMail } from '../../src/mail/newsletter/campaignLedger.js'
import type { FrozenCampaign } from '../../src/mail/newsletter/campaigns.js'
import { compileLetter } from '../../src/mail/newsletter/compile.js'
import { personalValues } from '../../src/mail/newsletter/personalValues.js'
import { recipientLinks } from '../../src/mail/newsletter/recipientLinks.js'
import { signTrackingToken } from '../../src/mail/trackingToken.js'
import { verpAddress } from '../../src/mail/verp.js'
import type { BulkDelivery } from './bulkDelivery.js'

/** Compiles a campaign; what it returns makes one recipient's mail and envelope in a fraction of a millisecond. */
export function personalSender(
  { payload }: BulkDelivery,
  newsletter: string | number,
  { bounceAddress, existingCustomerNotice, headers, letters, tracking }: FrozenCampaign,
) {
  const compiled = { de: compileLetter(letters.de, headers), en: compileLetter(letters.en, headers) }
  const linksOf = recipientLinks(payload, newsletter)
  const { secret } = payload
  const returnPath = bareAddress(headers.from)
  const namesPeople = tracking?.mode === 'consented'
  const anonymous = tracking && signTrackingToken(secret, newsletter)

  return (mail: ClaimedMail) => {
    const { id, language, legalBasis, messageId, subscriberId, tracked } = mail
    const to = asciiAddress(mail.to)
    const pages = linksOf(subscriberId)
    const legalNotice = legalBasis === 'existingCustomer' ? existingCustomerNotice[language] : null
    const trackingToken =
      namesPeople && tracked ? signTrackingToken(secret, newsletter, subscriberId) : anonymous
    const values = personalValues(mail, { ...pages, legalNotice, trackingToken }, language)
    const { unsubscribeUrl } = pages
    const content = compiled[language]({ to, messageId, date: new Date(), values, unsubscribeUrl })
    return {
      content,
      envelope: { from: bounceAddress ? verpAddress(secret, bounceAddress, id) : returnPath, to },
    }
  }
}
