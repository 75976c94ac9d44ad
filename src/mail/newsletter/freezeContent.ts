import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import type { Crm } from '../../config/resolve.js'
import { existingCustomerNotice } from '../consentWording.js'
import { bareAddress, senderDomain } from '../message.js'
import { senderOf, type CrmSettings } from '../settings.js'
import type { FrozenCampaign } from './campaigns.js'
import { loadNewsletterInput, type NewsletterDocument } from './loadInput.js'
import { outgoingLetter } from './outgoingLetter.js'
import { renderWebPage } from './render.js'

export interface FrozenContent {
  campaign: FrozenCampaign
  /** So many mails go out before it is known how they fared; 0 when all may. */
  canary: number
}

/** Renders a newsletter once for each language, with the sender and the limits as they are now. */
export async function freezeContent(
  payload: Payload,
  crm: Crm,
  newsletter: NewsletterDocument & { id: string | number },
  mailFrom: string,
): Promise<FrozenContent> {
  const input = await loadNewsletterInput(payload, crm, newsletter)
  const { settings } = input
  const { render, tracking } = outgoingLetter(payload, input)
  const { from, replyTo } = senderOf(settings, mailFrom)
  const domain = senderDomain(from)
  const campaign: FrozenCampaign = {
    letters: { de: render('de'), en: render('en') },
    tracking,
    webPage: { de: renderWebPage(input, 'de'), en: renderWebPage(input, 'en') },
    existingCustomerNotice: {
      de: existingCustomerNotice(settings, 'de').text,
      en: existingCustomerNotice(settings, 'en').text,
    },
    headers: {
      from,
      replyTo,
      listId: `newsletter.${domain}`,
      listName: settings.company?.name || settings.sender?.name || domain,
      unsubscribeMailbox: replyTo || bareAddress(from),
      feedbackId: `${newsletter.id}:newsletter:crm:${createHash('sha256').update(domain).digest('hex').slice(0, 10)}`,
    },
    bounceAddress: settings.sending?.bounceAddress || null,
    canaryPercent: settings.sending?.canaryPercent ?? 10,
  }
  return { campaign, canary: canarySize(settings) }
}

const canarySize = ({ sending }: CrmSettings) => Math.max(0, Math.floor(sending?.canarySize ?? 0))
