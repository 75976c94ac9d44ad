import type { CrmTexts } from '../de.js'

export const privacy: CrmTexts['privacy'] = {
  title: 'Data stored about {{email}}',
  contacts: 'Contact at customers',
  account: 'Customer account',
  subscriber: 'Newsletter subscription',
  consents: 'Consents',
  reactions: 'Openings of and clicks in newsletters',
  suppressions: 'Suppressed addresses',
  bounces: 'Reports of mail servers',
  activities: 'Activities',
  orders: 'Orders',
  mails: 'Mails',
  erased: '[erased]',
  whyOrders:
    'Business letters and vouchers have to be kept for six to eight years (§ 257 HGB, § 147 AO; Art. 17(3)(b) GDPR).',
  whyConsents:
    'Consents and withdrawals have to remain provable (Art. 7(1), Art. 17(3)(e) GDPR); the evidence names the address until it runs out.',
  whySuppressions:
    'So that nobody ever sends advertising to the address again, a hash of it stays, which does not tell the address (Art. 21(3) GDPR).',
}
