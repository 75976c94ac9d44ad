/** The life of a newsletter: states, delivery, limits. */
export const campaign = {
  transition: 'Ein Newsletter im Zustand „{{status}}“ lässt das nicht zu.',
  scheduledAt: 'Bitte einen Zeitpunkt in der Zukunft angeben.',
  deleteRunning:
    'Ein Newsletter, der gerade versendet wird, kann nicht gelöscht werden. Brechen Sie ihn zuerst ab.',
  nobody: 'Zu diesem Empfängerkreis gehört niemand, der einen Newsletter bekommen darf.',
  broken: 'Der Newsletter konnte nicht vorbereitet werden: {{reason}}',
  halted:
    'Angehalten: Von den ersten {{size}} E-Mails wurden {{failed}} abgewiesen, mehr als die erlaubten {{percent}} %.',
  decision: 'Bitte entscheiden: settle (gilt als versendet) oder retry (noch einmal senden).',
  run: 'Versand',
  startedAt: 'Begonnen am',
  frozenAt: 'Vorbereitet am',
  finishedAt: 'Beendet am',
  note: 'Hinweis',
  sendingSettings: 'Newsletter-Versand',
  preset: 'Anbieter',
  presetHint: 'Übliche Grenzen des Anbieters; es gelten die Ihres Vertrags. Eigene Werte gehen vor.',
  perSecond: 'E-Mails je Sekunde',
  perMinute: 'E-Mails je Minute',
  perHour: 'E-Mails je Stunde',
  perDay: 'E-Mails je Tag',
  canarySize: 'Vorhut: so viele E-Mails zuerst',
  canaryPercent: 'Anhalten ab diesem Anteil Abgewiesener (%)',
  canaryHint: 'Leer oder 0 lassen, um ohne Vorhut zu senden.',
  bounceAddress: 'Postfach für Rückläufer',
  bounceHint: 'Es muss Adressen mit Zusatz annehmen, zum Beispiel rueck+17@example.com.',
}
