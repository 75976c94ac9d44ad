export const admin = {
  areas: 'Bereiche des CRM',
  within: 'Weitere Übersichten: {{area}}',
  openActivities: 'Offene Aktivitäten',
  totalGross: 'Gesamtsumme',
  emptyTitle: 'Hier ist noch nichts: {{entries}}',
  empty_customers:
    'Legen Sie Ihren ersten Kunden an. Ein Firmenname genügt, alles andere lässt sich ergänzen.',
  empty_activities:
    'Öffnen Sie einen Kunden und tragen Sie unter „Aktivitäten“ ein, was Sie mit ihm besprochen haben oder noch vorhaben.',
  empty_orders:
    'Öffnen Sie einen Kunden und erfassen Sie unter „Bestellungen“ seine erste Bestellung. Die Produkte wählen Sie aus Ihrer Produktliste.',
  empty_products: 'Legen Sie an, was Sie verkaufen. In Bestellungen wählen Sie daraus aus.',
  empty_newsletters: 'Schreiben Sie Ihren ersten Newsletter. Versendet wird er erst, wenn Sie es sagen.',
  empty_mailingLists: 'Legen Sie einen Verteiler an, zum Beispiel „Neuigkeiten“ oder „Angebote“.',
  empty_subscribers:
    'Abonnenten kommen über die Anmeldung auf Ihrer Website oder werden von Ihnen eingetragen.',
  empty_consents: 'Sobald sich jemand für einen Newsletter anmeldet, steht der Nachweis hier.',
  empty_accounts: 'Laden Sie Ansprechpartner eines Kunden ein, damit sie ihre Bestellungen selbst sehen.',
  empty_mails:
    'Sobald Sie eine Bestellung bestätigen oder einen Newsletter versenden, stehen die E-Mails hier.',
  deleteSelected: 'Auswahl löschen ({{count}})',
  deleteTitle: 'Endgültig löschen?',
  deleteRefused: 'Das lässt sich nicht löschen',
  deleteFinally: 'Endgültig löschen',
  deleteGoing: 'Gelöscht werden ({{count}}):',
  deleteAlong: 'Mit ihnen verschwinden {{activities}} Aktivität(en) und {{orders}} offene Bestellung(en).',
  deleteKept: 'Erhalten bleiben ({{count}}), weil nummerierte Bestellungen aufbewahrt werden müssen:',
  deleteForGood: 'Das lässt sich nicht rückgängig machen.',
  deleted: 'Gelöscht: {{count}}.',
  more: 'und {{count}} weitere',
  understood: 'Verstanden',
}
