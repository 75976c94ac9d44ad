/** Zustellungen an Webhooks: `state_<Stand>` sagt, was gerade ist und was zu tun bleibt. */
export const webhook = {
  state_queued: 'Sie wird in Kürze zugestellt.',
  state_sending: 'Sie ist gerade unterwegs.',
  state_sent: 'Der Empfänger hat sie angenommen.',
  state_deferred: 'Der Empfänger hat sie nicht angenommen. Sie wird von selbst erneut versucht.',
  state_failed:
    'Aufgegeben nach {{attempts}} Versuchen. Sehen Sie sich den letzten Fehler an, und stellen Sie sie erneut zu, sobald der Empfänger wieder erreichbar ist.',
  inactive: 'Der Webhook ist nicht aktiv. Es geht nichts hinaus, bis er es wieder ist.',
  givenUp: 'Aufgegebene Webhook-Zustellungen: {{count}}',
  retry: 'Erneut zustellen',
  retryDone: 'Die Zustellung wird erneut versucht.',
  body: 'Inhalt',
}
