export const hint = {
  mainContact: 'Der erste Ansprechpartner ist der Hauptansprechpartner.',
  numberFormat: '{YYYY}, {YY}, {MM} und ein Zähler wie {00000}; mit Jahr beginnt er jedes Jahr bei 1.',
  mailIntro: 'Leer lassen für den Standardtext.',
  approvalEmail:
    'Dorthin geht eine E-Mail, sobald eine Registrierung auf Freigabe wartet. Leer lassen für die E-Mail-Adresse der Firma.',
  linkTemplate:
    'Leer lassen für die eingebauten Seiten. Sonst eine Adresse Ihres Shops mit {action} und {token}, zum Beispiel https://shop.example.com/konto/{action}?token={token}.',
  webhookUrl: 'Mit https://. In private Netze wird nichts gesendet.',
  webhookSecret:
    'Wird nach dem Speichern nicht mehr angezeigt. Leer lassen: Dann wird eines erzeugt und in der Antwort auf das Anlegen (API) einmal genannt.',
  suppressedAddress:
    'Wen Sie hier eintragen, der bekommt keinen Newsletter mehr, auch nicht nach einem Import oder einer neuen Anmeldung, bis ein Administrator den Eintrag löscht. Wer gerade Abonnent ist, wird abgemeldet.',
  consentText: 'Leer lassen für den Standardtext. {{company}} wird durch den Firmennamen ersetzt.',
}
