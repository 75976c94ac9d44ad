export const privacy = {
  title: 'Gespeicherte Daten zu {{email}}',
  contacts: 'Ansprechpartner bei Kunden',
  account: 'Kundenkonto',
  subscriber: 'Newsletter-Abonnement',
  consents: 'Einwilligungen',
  reactions: 'Öffnungen und Klicks in Newslettern',
  activities: 'Aktivitäten',
  orders: 'Bestätigte Bestellungen',
  mails: 'E-Mails',
  erased: '[gelöscht]',
  whyOrders:
    'Handelsbriefe und Buchungsbelege sind sechs bis acht Jahre aufzubewahren (§ 257 HGB, § 147 AO; Art. 17 Abs. 3 lit. b DSGVO).',
  whyConsents:
    'Einwilligungen und Widerrufe müssen nachweisbar bleiben (Art. 7 Abs. 1, Art. 17 Abs. 3 lit. e DSGVO); der Nachweis nennt die Adresse, bis er abgelaufen ist.',
}
