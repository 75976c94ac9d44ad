/** Our own reasons why a mail did not go out. What a mail server answers stays in its words. */
export const reason = {
  workerStopped: 'Der Versandprozess endete, während die E-Mail übergeben wurde.',
  notMailable: 'Der Empfänger darf keinen Newsletter mehr bekommen.',
  leftOrUnreachable: 'Der Empfänger möchte keinen Newsletter mehr oder ist nicht erreichbar.',
  noMailServer: 'Kein Mailserver war erreichbar: {{detail}}',
  lineClosed: 'Der Mailserver hat die Verbindung geschlossen.',
  subscriberGone: 'Den Abonnenten dieser E-Mail gibt es nicht mehr.',
  requestGone: 'Zu dieser E-Mail liegt keine Anmeldung vor.',
  linkGone: 'Der Link dieser E-Mail lässt sich nicht mehr herstellen.',
  orderGone: 'Die Bestellung dieser E-Mail gibt es nicht mehr.',
  newsletterGone: 'Den Newsletter dieser E-Mail gibt es nicht mehr.',
  audienceUnreadable: 'Der Empfängerkreis ist nicht lesbar: {{detail}}.',
}
