import type { CrmTexts } from '../de.js'

/** Who gets newsletters, told at the customer and at the subscriber, and how somebody is subscribed there. */
export const people: CrmTexts['people'] = {
  status_none: 'not a subscriber',
  status_pending: 'not confirmed yet',
  status_confirmed: 'gets newsletters',
  status_unsubscribed: 'unsubscribed',
  status_bounced: 'address cannot be reached',
  status_complained: 'complaint, suppressed',
  open: 'Subscribe to the newsletter',
  consent: 'Consent',
  basis_doubleOptIn: 'Ask the person by e-mail (double opt-in)',
  declarationOfCustomer: 'When and how was the right to object pointed out?',
  declarationHint: 'Is kept with your name as evidence (at least 10 characters).',
  ask: 'Send the check mail',
  record: 'Record',
  asked: 'The check mail is on its way. The newsletter comes only after the click in it.',
  subscribed: 'The person is subscribed; the evidence is on record.',
  askedAlready:
    'No check mail went out: the person is subscribed already, has complained, wants no mail, or was asked only just now.',
  subscribedAlready: 'The person is subscribed already.',
  notAsked: 'This person has not agreed yet and gets no newsletter.',
  waiting: 'The check mail is sent; the person has not agreed yet.',
  askAgain: 'Get or record the consent',
  unsubscribe: 'Unsubscribe',
  askUnsubscribe: 'Unsubscribe this person?',
  askUnsubscribeBody:
    'For somebody who asks for it on the telephone or in writing. No newsletter goes to this address any more, not even after an import; only the person can subscribe again. Your name stands in the evidence.',
  unsubscribed: 'The person is unsubscribed.',
  afterSaving: 'After saving you get the consent here. Without it no newsletter goes out.',
}
