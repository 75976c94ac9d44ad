/** What the form of an entry that is not saved yet is headed with. */
export const creating = {
  accounts: 'Neues Kundenkonto',
  activities: 'Neue Aktivität',
  customers: 'Neuer Kunde',
  mailingLists: 'Neuer Verteiler',
  newsletterImages: 'Neues Newsletter-Bild',
  newsletters: 'Neuer Newsletter',
  orders: 'Neue Bestellung',
  products: 'Neues Produkt',
  subscribers: 'Neuer Abonnent',
  suppressions: 'Neue gesperrte Adresse',
  webhooks: 'Neuer Webhook',
}
