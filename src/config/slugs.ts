/** The only place where a slug stands as a literal. */
export const defaultSlugs = {
  customers: 'customers',
  activities: 'activities',
  products: 'products',
  orders: 'orders',
  newsletters: 'newsletters',
  newsletterImages: 'newsletter-images',
  mailingLists: 'mailing-lists',
  subscribers: 'subscribers',
  consents: 'consents',
  suppressions: 'suppressions',
  bounces: 'bounces',
  accounts: 'accounts',
  mails: 'mails',
  counters: 'crm-counters',
  workers: 'crm-workers',
  accountTokens: 'crm-account-tokens',
  rateLimits: 'crm-rate-limits',
  idempotencyKeys: 'crm-idempotency-keys',
  webhooks: 'crm-webhooks',
  webhookDeliveries: 'crm-webhook-deliveries',
  audit: 'crm-audit',
  rates: 'crm-rates',
  audienceParts: 'crm-audience-parts',
  reactionCounts: 'crm-reaction-counts',
  reactions: 'crm-reactions',
  settings: 'crm-settings',
} as const

export type CrmEntity = keyof typeof defaultSlugs

/** The workings of the plugin: written by itself only, shown to nobody. */
export const internalEntities = [
  'counters',
  'workers',
  'accountTokens',
  'rateLimits',
  'rates',
  'idempotencyKeys',
  'audienceParts',
  'reactionCounts',
  'reactions',
] as const satisfies readonly CrmEntity[]
export type InternalEntity = (typeof internalEntities)[number]

export type CrmSlugs = Record<CrmEntity, string>
