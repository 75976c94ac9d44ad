import type { CrmTexts } from '../de.js'

export const creating: CrmTexts['creating'] = {
  accounts: 'New customer account',
  activities: 'New activity',
  customers: 'New customer',
  mailingLists: 'New mailing list',
  newsletterImages: 'New newsletter image',
  newsletters: 'New newsletter',
  orders: 'New order',
  products: 'New product',
  subscribers: 'New subscriber',
  suppressions: 'New suppressed address',
  webhooks: 'New webhook',
}
