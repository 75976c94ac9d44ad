import type { CrmTexts } from '../de.js'

/** The life of a newsletter: states, delivery, limits. */
export const campaign: CrmTexts['campaign'] = {
  transition: 'A newsletter in the state “{{status}}” does not allow that.',
  scheduledAt: 'Please give a time in the future.',
  deleteRunning: 'A newsletter that is being sent cannot be deleted. Cancel it first.',
  nobody: 'Nobody in this audience may get a newsletter.',
  broken: 'The newsletter could not be prepared: {{reason}}',
  halted:
    'Halted: of the first {{size}} e-mails {{failed}} were refused, more than the {{percent}} % that are allowed.',
  decision: 'Please decide: settle (counts as sent) or retry (send again).',
  run: 'Delivery',
  startedAt: 'Started at',
  frozenAt: 'Prepared at',
  finishedAt: 'Finished at',
  note: 'Note',
  sendingSettings: 'Sending newsletters',
  preset: 'Provider',
  presetHint: 'Usual limits of the provider; those of your contract count. Values of your own come first.',
  perSecond: 'E-mails per second',
  perMinute: 'E-mails per minute',
  perHour: 'E-mails per hour',
  perDay: 'E-mails per day',
  canarySize: 'Vanguard: this many e-mails first',
  canaryPercent: 'Halt from this share of refused ones (%)',
  canaryHint: 'Leave empty or 0 to send without a vanguard.',
  bounceAddress: 'Mailbox for bounces',
  bounceHint: 'It has to accept addresses with a detail, for example bounce+17@example.com.',
}
