import type { CollectionConfig, GlobalConfig, TypedUser } from 'payload'
import type { PriceMode } from '../domain/orderTotals.js'
import type { Role } from '../domain/role.js'
import type { CrmEntity, CrmSlugs } from './slugs.js'

type CollectionEntity = Exclude<CrmEntity, 'settings'>

/** Gets what the plugin would register and returns what shall be registered instead. */
export type CollectionOverride = (args: { defaultCollection: CollectionConfig }) => CollectionConfig
export type GlobalOverride = (args: { defaultGlobal: GlobalConfig }) => GlobalConfig

export interface DeliveryOptions {
  /**
   * How many seconds a worker may be silent before others take over its mails. A living worker renews its lease.
   * @default 60
   */
  leaseSeconds?: number
  /**
   * How often a mail is offered to the mail server before it is given up as `failed`.
   * @default 12
   */
  maxAttempts?: number
  /**
   * Seconds to wait after the first temporary refusal; doubled each time.
   * @default 60
   */
  backoffSeconds?: number
  /**
   * The longest wait between two attempts, in seconds.
   * @default 14400
   */
  maxBackoffSeconds?: number
  /**
   * Seconds between two sweeps for mails that no notification told of.
   * @default 5
   */
  sweepSeconds?: number
  /**
   * How many connections a worker opens to the mail server for newsletters; mails to one person have some of their own.
   * When a worker dies, at most as many mails of a newsletter are in doubt.
   * @default 20
   */
  connections?: number
}

export interface DkimOptions {
  /** The domain whose DNS has the public key; the sender's own, for DMARC. */
  domain: string
  /** The key is at `<selector>._domainkey.<domain>`. */
  selector: string
  /** In PEM form. A secret: take it from the environment. */
  privateKey: string
}

/** How often something may happen within a sliding window. */
export interface LimitOption {
  max: number
  windowSeconds: number
}

/** What is throttled. `address` counts a network address, `account` an e-mail address, whether it is known or not. */
export interface LimitOptions {
  /** @default { max: 60, windowSeconds: 900 } */
  loginAddress?: LimitOption
  /** Wrong passwords in a row; then the login is locked and its owner is told. @default { max: 5, windowSeconds: 600 } */
  loginAccount?: LimitOption
  /** Registrations, and wishes to change to another address. @default { max: 20, windowSeconds: 3600 } */
  registerAddress?: LimitOption
  /** @default { max: 3, windowSeconds: 3600 } */
  registerAccount?: LimitOption
  /** @default { max: 20, windowSeconds: 3600 } */
  forgotPasswordAddress?: LimitOption
  /** @default { max: 3, windowSeconds: 3600 } */
  forgotPasswordAccount?: LimitOption
  /** @default { max: 20, windowSeconds: 3600 } */
  subscribeAddress?: LimitOption
  /** @default { max: 3, windowSeconds: 3600 } */
  subscribeAccount?: LimitOption
  /** Requests that carry the token of a link. @default { max: 60, windowSeconds: 900 } */
  tokenAddress?: LimitOption
}

export interface WebhookOptions {
  /**
   * Whether events may be posted into private networks, also by plain HTTP. Only for receivers in one's own network. The
   * check of a newsletter's links keeps to the same.
   * @default false
   */
  allowPrivateNetworks?: boolean
  /**
   * Seconds a receiver has for its answer.
   * @default 10
   */
  timeoutSeconds?: number
}

export interface MozaikooCrmOptions {
  /**
   * `false` keeps collections and fields, so the database stays as it is, and switches hooks, endpoints and mails off.
   * @default true
   */
  enabled?: boolean
  /**
   * Other slugs for the plugin's collections and its global.
   * @default customers, activities, products, orders, newsletters, newsletter-images, mailing-lists, subscribers,
   * consents, suppressions, bounces, accounts, mails, crm-counters, crm-workers, crm-account-tokens, crm-rate-limits,
   * crm-rates, crm-audience-parts, crm-idempotency-keys, crm-reaction-counts, crm-reactions, crm-webhooks,
   * crm-webhook-deliveries, crm-audit, crm-settings
   */
  slugs?: Partial<CrmSlugs>
  /**
   * Change or extend what the plugin registers: add fields, hooks, columns.
   * @default {}
   */
  overrides?: Partial<Record<CollectionEntity, CollectionOverride>> & { settings?: GlobalOverride }
  /**
   * Whether product and line prices are without tax (`net`) or contain it (`gross`). The settings can change it later;
   * an order keeps the mode it was created in.
   * @default 'net'
   */
  prices?: PriceMode
  /**
   * The auth collection of the staff. It gets a field `roles` unless it has one.
   * @default admin.user of the config, else the first auth collection, else 'users'
   */
  usersSlug?: string
  /**
   * Which roles a member of staff has, for hosts with a role model of their own.
   * @default the user's field `roles`
   */
  roles?: (user: TypedUser) => readonly Role[]
  /**
   * The time zone in which a year or month begins in document numbers and in which mails show dates.
   * @default 'Europe/Berlin'
   */
  timeZone?: string
  /**
   * Which DNS servers the check of the sender's domain asks, for networks with an outside view of their own.
   * @default the system's
   */
  dnsServers?: string[]
  /** Also the number of attempts and the waits between them of outgoing webhooks. */
  delivery?: DeliveryOptions
  webhooks?: WebhookOptions
  /**
   * How many proxies of your own stand before the app, each of which appends to `X-Forwarded-For`. With 0 nothing in that
   * header can be believed: then all clients share one bucket, which holds twenty times as much. The evidence of a
   * consent notes the same address.
   * @default 0
   */
  trustedProxyHops?: number
  /**
   * Other limits; they hold over all processes.
   * @default see LimitOptions
   */
  limits?: LimitOptions
  /**
   * Signs every mail by DKIM, for mail servers that do not.
   * @default null
   */
  dkim?: DkimOptions | null
}
