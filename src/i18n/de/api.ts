/** Was das API-Dokument (OpenAPI) über die Aufrufe sagt. */
export const api = {
  title: 'mozaikoo CRM',
  description:
    'Kunden, Aktivitäten, Bestellungen, Produkte, Newsletter und Kundenkonten. Beträge sind ganze Cent, Steuersätze und Rabatte Prozent, Mengen haben höchstens drei Nachkommastellen, Zeitpunkte folgen ISO 8601. Was der Server selbst setzt, wird in Anfragen überlesen. Fehler kommen in der Sprache von Accept-Language (de, en) mit dem Pfad des Feldes.',
  collectionFind: '{{name}}: suchen, filtern, blättern',
  collectionCount: '{{name}}: zählen',
  collectionCreate: '{{name}}: anlegen',
  collectionUpdateMany: '{{name}}: alle ändern, auf die der Filter passt',
  collectionDeleteMany: '{{name}}: alle löschen, auf die der Filter passt',
  collectionRead: '{{name}}: einen Eintrag lesen',
  collectionUpdate: '{{name}}: einen Eintrag ändern',
  collectionDelete: '{{name}}: einen Eintrag löschen',
  collectionDuplicate: '{{name}}: einen Eintrag verdoppeln',
  globalRead: '{{name}}: lesen',
  globalUpdate: '{{name}}: ändern',
  login: 'Anmelden; die Antwort enthält das Token',
  logout: 'Abmelden',
  me: 'Wer angemeldet ist',
  refreshToken: 'Ein neues Token holen, bevor das alte abläuft',
  forgotPassword: 'Eine E-Mail zum Zurücksetzen des Passworts anfordern; die Antwort ist immer dieselbe',
  resetPassword: 'Mit dem Token aus der E-Mail ein neues Passwort setzen',
  verifyEmail: 'Die E-Mail-Adresse mit dem Token aus der E-Mail bestätigen',
  unlock: 'Ein gesperrtes Konto entsperren',
  graphql: 'GraphQL: Abfragen und Änderungen mit denselben Rechten',
  confirmOrder:
    'Bestellung bestätigen: Nummer, eingefrorenes Dokument, Bestätigungsmail; wiederholt ändert sich nichts',
  completeOrder:
    'Bestellung erledigen; eine offene wird dabei bestätigt, ohne Mail, wenn sie nicht verlangt wird',
  cancelOrder: 'Bestellung stornieren',
  reopenOrder: 'Bestellung wieder öffnen (Administration)',
  resendConfirmation: 'Die Bestätigungsmail noch einmal senden',
  retryMail:
    'Eine fehlgeschlagene, ungewisse oder wartende E-Mail (noch einmal) senden, mit derselben Message-ID',
  cancelMail: 'Eine E-Mail zurücknehmen, die noch nicht versendet ist, oder eine ungewisse abschließen',
  health: 'Ob Datenbank, Warteschlange und Mailserver arbeiten',
  metrics: 'Kennzahlen im Textformat von Prometheus',
  openapi: 'Dieses Dokument',
}
