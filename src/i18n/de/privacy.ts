export const privacy = {
  title: 'Gespeicherte Daten zu {{email}}',
  contacts: 'Ansprechpartner bei Kunden',
  account: 'Kundenkonto',
  subscriber: 'Newsletter-Abonnement',
  consents: 'Einwilligungen',
  reactions: 'Öffnungen und Klicks in Newslettern',
  suppressions: 'Gesperrte Adressen',
  bounces: 'Rückmeldungen von Mailservern',
  activities: 'Aktivitäten',
  orders: 'Bestellungen',
  mails: 'E-Mails',
  erased: '[gelöscht]',
  whyOrders:
    'Handelsbriefe und Buchungsbelege sind sechs bis acht Jahre aufzubewahren (§ 257 HGB, § 147 AO; Art. 17 Abs. 3 lit. b DSGVO).',
  whyConsents:
    'Einwilligungen und Widerrufe müssen nachweisbar bleiben (Art. 7 Abs. 1, Art. 17 Abs. 3 lit. e DSGVO); der Nachweis nennt die Adresse, bis er abgelaufen ist.',
  whySuppressions:
    'Damit niemand der Adresse je wieder Werbung schickt, bleibt von ihr ein Hash, aus dem sie sich nicht ablesen lässt (Art. 21 Abs. 3 DSGVO).',
}
