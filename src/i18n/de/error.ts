export const error = {
  blank: 'Bitte ausfüllen.',
  bic: 'Das ist kein gültiger BIC.',
  country: 'Das ist kein Ländercode nach ISO 3166 (zum Beispiel DE).',
  date: 'Das ist kein Datum nach ISO 8601 (zum Beispiel 2026-12-31).',
  email: 'Das ist keine gültige E-Mail-Adresse.',
  iban: 'Das ist keine gültige IBAN. Bitte prüfen Sie die Ziffern.',
  vatId: 'Das ist keine gültige Umsatzsteuer-Identifikationsnummer.',
  priceNotCents: 'Bitte einen Betrag in ganzen Cent angeben.',
  priceNegative: 'Der Preis darf nicht negativ sein.',
  taxRate: 'Bitte einen Steuersatz zwischen 0 und 100 mit höchstens zwei Nachkommastellen angeben.',
  quantityPositive: 'Die Menge muss größer als 0 sein.',
  quantityDecimals: 'Die Menge darf höchstens drei Nachkommastellen haben.',
  percentRange: 'Bitte einen Prozentsatz zwischen 0 und 100 mit höchstens zwei Nachkommastellen angeben.',
  amountNegative: 'Der Rabatt darf nicht negativ sein.',
  totalTooLarge: 'Die Summe der Bestellung ist zu groß.',
  productUnknown: 'Dieses Produkt gibt es nicht.',
  productInactive: 'Dieses Produkt ist nicht mehr aktiv und kann nicht neu bestellt werden.',
  orderFrozen: 'Diese Bestellung ist {{status}} und kann nicht mehr geändert werden.',
  orderEmpty: 'Eine Bestellung ohne Positionen kann nicht bestätigt werden.',
  transition: 'Eine Bestellung kann nicht von „{{from}}“ nach „{{to}}“ wechseln.',
  transitionRole: 'Dazu fehlt Ihnen die Berechtigung.',
  numberFormat: 'Das Format braucht genau einen Zähler wie {00000}.',
  staleRevision:
    'Jemand anderes hat diese Bestellung inzwischen geändert. Ihre Version ist {{sent}}, aktuell ist {{current}}.',
  noRecipient:
    'Weder der Hauptansprechpartner noch der Kunde hat eine E-Mail-Adresse. Es wurde nichts geändert.',
  orderDelete: 'Eine Bestellung mit Nummer ({{number}}) wird aufbewahrt. Sie können sie stornieren.',
  customerDelete:
    'Dieser Kunde hat {{count}} nummerierte Bestellung(en), die aufbewahrt werden müssen, und kann nicht gelöscht werden.',
  notConfirmed: 'Diese Bestellung ist nicht bestätigt.',
  notStored:
    'Die Datenbank hat die Änderung nicht angenommen. Es wurde nichts geändert, bitte versuchen Sie es erneut.',
  mailState: 'Eine E-Mail im Zustand „{{state}}“ lässt das nicht zu.',
  notFound: 'Diesen Eintrag gibt es nicht.',
  badRequest: 'Die Anfrage ist nicht lesbar.',
  linkTemplate: 'Bitte eine Adresse mit https:// oder http:// angeben, die {action} und {token} enthält.',
  webhookUrl: 'Bitte eine Adresse mit https:// ohne Benutzername und Passwort angeben.',
  webhookSecret:
    'Ein Geheimnis ist „whsec_“ mit 24 bis 64 Byte in Base64. Leer lassen, um eines zu bekommen.',
  appendOnly: 'Nachweise über Einwilligungen werden nur ergänzt, nie geändert oder gelöscht.',
  addressBound:
    'Eine Einwilligung gilt für die Adresse, die sie erteilt hat. Bitte legen Sie für eine andere Adresse einen neuen Abonnenten an.',
}
