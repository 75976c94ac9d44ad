export const hint = {
  mainContact: 'Der erste Ansprechpartner ist der Hauptansprechpartner.',
  cents: 'In Cent: 12,50 € sind 1250.',
  numberFormat: '{YYYY}, {YY}, {MM} und ein Zähler wie {00000}; mit Jahr beginnt er jedes Jahr bei 1.',
  mailIntro: 'Leer lassen für den Standardtext.',
  consentText: 'Leer lassen für den Standardtext. {{company}} wird durch den Firmennamen ersetzt.',
}
