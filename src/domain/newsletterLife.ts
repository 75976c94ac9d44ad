/** `preparing`: content and audience are being frozen; `paused`: nothing new goes out, mails in flight end. */
export const newsletterStatuses = [
  'draft',
  'scheduled',
  'preparing',
  'sending',
  'paused',
  'sent',
  'cancelled',
  'failed',
] as const
export type NewsletterStatus = (typeof newsletterStatuses)[number]

/** What somebody may ask for; each is an endpoint of its own. */
export const newsletterActions = ['send', 'schedule', 'pause', 'resume', 'cancel', 'sendMissing'] as const
export type NewsletterAction = (typeof newsletterActions)[number]

/** What happens by itself, or as part of an action. */
export type NewsletterEvent =
  'unscheduled' | 'due' | 'prepared' | 'finished' | 'halted' | 'broken' | 'reopened'

interface Transition {
  from: readonly NewsletterStatus[]
  to: NewsletterStatus
}

/** The whole life of a newsletter. Whatever is not in this table is forbidden. */
export const newsletterTransitions: Record<NewsletterAction | NewsletterEvent, Transition> = {
  send: { from: ['draft', 'scheduled', 'failed'], to: 'preparing' },
  schedule: { from: ['draft', 'scheduled', 'failed'], to: 'scheduled' },
  pause: { from: ['preparing', 'sending'], to: 'paused' },
  // One that was paused before its audience was complete goes on preparing it: mails go out meanwhile all the same.
  resume: { from: ['paused'], to: 'sending' },
  cancel: { from: ['preparing', 'sending', 'paused'], to: 'cancelled' },
  // Cancelled before anything went out: it can be changed and planned anew.
  unscheduled: { from: ['scheduled'], to: 'draft' },
  sendMissing: { from: ['sent', 'cancelled'], to: 'sending' },
  due: { from: ['scheduled'], to: 'preparing' },
  prepared: { from: ['preparing', 'sending'], to: 'sending' },
  finished: { from: ['sending'], to: 'sent' },
  // The canary: too many of the first mails were refused.
  halted: { from: ['preparing', 'sending'], to: 'paused' },
  broken: { from: ['preparing', 'sending'], to: 'failed' },
  // Somebody sends single mails again after the end.
  reopened: { from: ['sent', 'cancelled'], to: 'sending' },
}

/** In these, mails go out. */
export const runningStatuses = ['preparing', 'sending'] as const satisfies readonly NewsletterStatus[]

/** In these, a newsletter that allows it can be read in the web by everybody who has the link. */
export const publishedStatuses: readonly NewsletterStatus[] = ['sending', 'paused', 'sent']

/** Subject, content and audience may change only before the start: afterwards they are frozen. */
export function isWritable(status: NewsletterStatus): boolean {
  return status === 'draft' || status === 'scheduled' || status === 'failed'
}
