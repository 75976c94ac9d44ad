/** The only place where a slug stands as a literal. */
export const defaultSlugs = {
  customers: 'customers',
  activities: 'activities',
  products: 'products',
  orders: 'orders',
  newsletters: 'newsletters',
  mailingLists: 'mailing-lists',
  subscribers: 'subscribers',
  consents: 'consents',
  accounts: 'accounts',
  mails: 'mails',
  counters: 'crm-counters',
  workers: 'crm-workers',
  rates: 'crm-rates',
  settings: 'crm-settings',
} as const

export type CrmEntity = keyof typeof defaultSlugs
export type CrmSlugs = Record<CrmEntity, string>
