/** Who gets newsletters, told at the customer and at the subscriber, and how somebody is subscribed there. */
export const people = {
  status_none: 'kein Abonnent',
  status_pending: 'noch nicht bestätigt',
  status_confirmed: 'bekommt Newsletter',
  status_unsubscribed: 'abgemeldet',
  status_bounced: 'Adresse nicht erreichbar',
  status_complained: 'Beschwerde, gesperrt',
  open: 'Zum Newsletter anmelden',
  consent: 'Einwilligung',
  basis_doubleOptIn: 'Die Person per E-Mail fragen (Double-Opt-in)',
  declarationOfCustomer: 'Wann und wie wurde auf den Widerspruch hingewiesen?',
  declarationHint: 'Wird mit Ihrem Namen als Nachweis festgehalten (mindestens 10 Zeichen).',
  ask: 'Bestätigungsmail senden',
  record: 'Eintragen',
  asked: 'Die Bestätigungsmail ist unterwegs. Erst nach dem Klick darin kommt der Newsletter.',
  subscribed: 'Die Person ist angemeldet; der Nachweis ist festgehalten.',
  askedAlready:
    'Es ging keine Bestätigungsmail hinaus: Die Person ist schon angemeldet, hat sich beschwert, möchte keine E-Mails oder wurde gerade erst gefragt.',
  subscribedAlready: 'Die Person ist schon angemeldet.',
  notAsked: 'Diese Person hat noch nicht zugestimmt und bekommt keinen Newsletter.',
  waiting: 'Die Bestätigungsmail ist versendet; die Person hat noch nicht zugestimmt.',
  askAgain: 'Einwilligung einholen oder eintragen',
  unsubscribe: 'Abmelden',
  askUnsubscribe: 'Diese Person abmelden?',
  askUnsubscribeBody:
    'Für jemanden, der am Telefon oder schriftlich darum bittet. Es geht kein Newsletter mehr an diese Adresse, auch nicht nach einem Import; wieder anmelden kann sich nur die Person selbst. Ihr Name steht im Nachweis.',
  unsubscribed: 'Die Person ist abgemeldet.',
  afterSaving:
    'Nach dem Speichern holen Sie hier die Einwilligung ein. Ohne sie geht kein Newsletter hinaus.',
}
