/** Deliveries to webhooks: `state_<state>` says what is and what is left to do. */
export const webhook = {
  state_queued: 'It will be delivered shortly.',
  state_sending: 'It is on its way right now.',
  state_sent: 'The receiver has accepted it.',
  state_deferred: 'The receiver did not accept it. It will be tried again by itself.',
  state_failed:
    'Given up after {{attempts}} attempts. Look at the last error, and deliver it again once the receiver can be reached.',
  inactive: 'The webhook is not active. Nothing leaves until it is again.',
  givenUp: 'Webhook deliveries given up: {{count}}',
  retry: 'Deliver again',
  retryDone: 'The delivery is being tried again.',
  body: 'Content',
}
