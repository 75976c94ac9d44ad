import type { CrmTexts } from '../de.js'

/** Word for word what stands in the outbox: whoever writes a reason down writes it like this. */
export const reason: CrmTexts['reason'] = {
  workerStopped: 'The worker stopped while the mail was being handed over.',
  notMailable: 'The recipient may not get newsletters any more.',
  leftOrUnreachable: 'The recipient does not want newsletters any more, or cannot be reached.',
  noMailServer: 'No mail server could be reached: {{detail}}',
  lineClosed: 'The mail server closed the connection.',
  subscriberGone: 'The subscriber of this mail does not exist any more.',
  requestGone: 'No request is on record for this mail.',
  linkGone: 'The link of this mail cannot be made any more.',
  orderGone: 'The order of this mail does not exist any more.',
  newsletterGone: 'The newsletter of this mail does not exist any more.',
  audienceUnreadable: 'The audience cannot be read: {{detail}}.',
}
